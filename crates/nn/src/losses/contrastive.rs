//! Losses of pairs: what belongs together shall be alike.

use tensor::Tensor;

use super::check_alike;
use crate::{Error, Result, cross_entropy};

/// Rows of length 1, over the last dimension; a row shorter than 1e-12 is divided by that (torch's
/// `normalize`).
pub fn normalise_rows(x: &Tensor) -> Result<Tensor> {
    let Some(last) = x.rank().checked_sub(1) else {
        return Err(Error::setting("normalise rows", "[…, width]", "one number"));
    };
    let square = x.square()?.sum(last)?.maximum(&Tensor::full(1e-24, &[], &x.device())?)?;
    Ok(x.div(&square.sqrt()?.unsqueeze(last)?)?)
}

/// Cosine of the angle between rows: two of `[…, width]` → `[…]`.
pub fn cosine_similarity(a: &Tensor, b: &Tensor) -> Result<Tensor> {
    check_alike("cosine similarity", a, b)?;
    let (a, b) = (normalise_rows(a)?, normalise_rows(b)?);
    Ok(a.mul(&b)?.sum(a.rank() - 1)?)
}

/// 1 − cosine, between rows.
pub fn cosine_distance(a: &Tensor, b: &Tensor) -> Result<Tensor> {
    Ok(cosine_similarity(a, b)?.neg()?.shift(1.0)?)
}

/// For each row of a `[n, width]`: the cross entropy of finding its partner, the same row of b, among
/// all rows of b, by cosine over `temperature` (van den Oord et al. 2018, eq. 4; CLIP's loss is the mean
/// of both directions). → `[n]`.
pub fn info_nce(a: &Tensor, b: &Tensor, temperature: f32) -> Result<Tensor> {
    let n = check_pairs("InfoNCE", a, b)?;
    let scores = normalise_rows(a)?.matmul(&normalise_rows(b)?.transpose()?)?.scale(1.0 / temperature)?;
    cross_entropy(&scores, &Tensor::index(&[n], &a.device())?, 0.0)
}

/// For each of 2 n views: the cross entropy of finding the other view of its example among all other
/// views, by cosine over `temperature` (SimCLR's NT-Xent; Chen et al. 2020, eq. 1). Row i of a and row i of
/// b are views of one example. → `[2 n]`, those of a first.
pub fn nt_xent(a: &Tensor, b: &Tensor, temperature: f32) -> Result<Tensor> {
    let n = check_pairs("NT-Xent", a, b)?;
    let device = a.device();
    let views = normalise_rows(&Tensor::concat(&[a, b], 0)?)?;
    let scores = views.matmul(&views.transpose()?)?.scale(1.0 / temperature)?;
    let index = Tensor::index(&[2 * n], &device)?;
    let is_self = index.unsqueeze(1)?.equal(&index)?;
    let scores = is_self.select(&Tensor::full(-1e30, &[], &device)?, &scores)?;
    let half = Tensor::full(n as f32, &[], &device)?;
    let partner = index.less(&half)?.select(&index.add(&half)?, &index.sub(&half)?)?;
    cross_entropy(&scores, &partner, 0.0)
}

/// `Σᵢ (1 − cᵢᵢ)² + weight · Σᵢ≠ⱼ cᵢⱼ²` for the correlations c between the columns of a and b
/// `[n, width]`, each standardised over the batch with 1e-5 added to the variance (Zbontar et al.
/// 2021, eq. 1, with their batch norm). → one number.
pub fn barlow_twins(a: &Tensor, b: &Tensor, weight: f32) -> Result<Tensor> {
    let n = check_pairs("Barlow Twins", a, b)?;
    let standardise = |x: &Tensor| {
        let centred = x.sub(&x.mean(0)?)?;
        let deviation = centred.square()?.mean(0)?.shift(1e-5)?.sqrt()?;
        centred.div(&deviation)
    };
    let c = standardise(a)?.transpose()?.matmul(&standardise(b)?)?.scale(1.0 / n as f32)?;
    let index = Tensor::index(&[a.shape()[1]], &a.device())?;
    let is_same = index.unsqueeze(1)?.equal(&index)?;
    let same = c.neg()?.shift(1.0)?.square()?;
    Ok(is_same.select(&same, &c.square()?.scale(weight)?)?.sum_all()?)
}

fn check_pairs(what: &'static str, a: &Tensor, b: &Tensor) -> Result<usize> {
    check_alike(what, a, b)?;
    match *a.shape() {
        [n, width] if n > 0 && width > 0 => Ok(n),
        _ => Err(Error::setting(what, "two of [n, width]", format!("{:?}", a.shape()))),
    }
}
