//! Quantiles of a list.

/// The quantile at `part` (0 to 1) of at least one value in rising order, between two values on the
/// line that joins them; numpy's default, Hyndman & Fan 1996's definition 7.
pub(crate) fn quantile(rising: &[f64], part: f64) -> f64 {
    let place = part * (rising.len() - 1) as f64;
    let below = place.floor();
    let (low, high) = (rising[below as usize], rising[place.ceil() as usize]);
    low + (high - low) * (place - below)
}
