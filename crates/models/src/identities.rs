//! Identities between sites. A site is what its identity says, so the lab can prove it on any model.

use std::collections::BTreeMap;

use tensor::Tensor;

use crate::Result;

/// Deviation, relative to the largest value, up to which an identity holds: f32 sums in another order.
pub const IDENTITY_TOLERANCE: f32 = 1e-4;

/// Something that the values at sites must satisfy; sites by full name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identity {
    /// `whole = parts[0] + parts[1] + …`.
    Sum {
        /// The sum.
        whole: String,
        /// Its terms.
        parts: Vec<String>,
    },
    /// Both sites have the same value.
    Same(String, String),
    /// `whole` is its parts one after another along the dimension `dim` of the kept value.
    Concat {
        /// The joined value.
        whole: String,
        /// In order.
        parts: Vec<String>,
        /// 0 is `batch` or `pos`.
        dim: usize,
    },
    /// Every row of the last dimension sums to 1 (an attention pattern).
    RowsSumToOne(String),
    /// `mean` is the mean of `map` over its last two dimensions.
    SpatialMean {
        /// `[batch, channel]`.
        mean: String,
        /// `[batch, channel, height, width]`.
        map: String,
    },
}

/// One identity, tried on real values.
#[derive(Clone, Debug, PartialEq)]
pub struct IdentityCheck {
    /// The identity in a formula.
    pub statement: String,
    /// max|left − right| / max|left|; NaN when a value is not finite.
    pub deviation: f32,
    /// Whether `deviation` is within 1e-4.
    pub holds: bool,
}

impl Identity {
    /// The sites that must be kept to check it.
    pub fn sites(&self) -> Vec<&str> {
        match self {
            Self::Sum { whole, parts } | Self::Concat { whole, parts, .. } => {
                std::iter::once(whole).chain(parts).map(String::as_str).collect()
            }
            Self::Same(a, b) => vec![a, b],
            Self::RowsSumToOne(site) => vec![site],
            Self::SpatialMean { mean, map } => vec![mean, map],
        }
    }

    /// The identity in a formula, e.g. `resid_mid = resid_pre + attn_out` with full names.
    pub fn statement(&self) -> String {
        match self {
            Self::Sum { whole, parts } => format!("{whole} = {}", parts.join(" + ")),
            Self::Same(a, b) => format!("{a} = {b}"),
            Self::Concat { whole, parts, .. } => format!("{whole} = concat({})", parts.join(", ")),
            Self::RowsSumToOne(site) => format!("rows of {site} sum to 1"),
            Self::SpatialMean { mean, map } => format!("{mean} = spatial mean of {map}"),
        }
    }

    /// Left and right side, from kept values; `None` when a site was not kept.
    fn sides(&self, kept: &BTreeMap<String, Tensor>) -> Option<Result<[Tensor; 2]>> {
        let values: Option<Vec<&Tensor>> = self.sites().into_iter().map(|site| kept.get(site)).collect();
        let values = values?;
        let (left, rest) = values.split_first()?;
        let right = match self {
            Self::Sum { .. } => {
                rest[1..].iter().try_fold(rest[0].clone(), |sum, part| sum.add(part)).map_err(Into::into)
            }
            Self::Same(..) => Ok(rest[0].clone()),
            Self::Concat { dim, .. } => Tensor::concat(rest, *dim).map_err(Into::into),
            Self::SpatialMean { .. } => rest[0].mean(3).and_then(|rows| rows.mean(2)).map_err(Into::into),
            Self::RowsSumToOne(_) => {
                let sums = left.sum(left.rank().saturating_sub(1));
                return Some(sums.map_err(Into::into).and_then(|sums| {
                    let ones = Tensor::full(1.0, sums.shape(), &sums.device())?;
                    Ok([sums, ones])
                }));
            }
        };
        Some(right.map(|right| [(*left).clone(), right]))
    }
}

/// Tries every identity whose sites were all kept (by [`crate::Hooks`]), reading values back. To check a model at
/// load, keep the sites of a few identities on a short input. Cost: the reading back.
pub async fn check_identities(
    identities: &[Identity],
    kept: &BTreeMap<String, Tensor>,
) -> Result<Vec<IdentityCheck>> {
    let mut checks = Vec::new();
    for identity in identities {
        let Some(sides) = identity.sides(kept) else { continue };
        let [left, right] = sides?;
        let deviation = if left.shape() == right.shape() {
            relative_deviation(&left.to_vec().await?, &right.to_vec().await?)
        } else {
            f32::INFINITY
        };
        checks.push(IdentityCheck {
            statement: identity.statement(),
            deviation,
            holds: deviation <= IDENTITY_TOLERANCE,
        });
    }
    Ok(checks)
}

/// max|a − b| / max|a|; the largest difference itself when `a` is 0 throughout; NaN if any number is.
fn relative_deviation(a: &[f32], b: &[f32]) -> f32 {
    let largest = |values: &mut dyn Iterator<Item = f32>| {
        values.fold(0.0_f32, |max, value| if value.is_nan() || value > max { value } else { max })
    };
    let difference = largest(&mut a.iter().zip(b).map(|(a, b)| (a - b).abs()));
    let size = largest(&mut a.iter().map(|a| a.abs()));
    if size == 0.0 { difference } else { difference / size }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nan_is_never_lost_in_the_largest_deviation() {
        assert!(relative_deviation(&[f32::NAN, 1.0], &[0.0, 1.0]).is_nan());
        assert_eq!(relative_deviation(&[2.0, 4.0], &[2.0, 3.0]), 0.25);
    }
}
