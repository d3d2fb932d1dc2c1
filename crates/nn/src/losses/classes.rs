//! Losses of class scores.

use tensor::Tensor;

use super::check_alike;
use crate::{Error, Result};

/// Below this many elements, f32 tells in the kernel which class an element belongs to; above, a list
/// of the classes is read.
const MAX_COUNTED: usize = 1 << 20;

/// `−ln softmax(scores)[label]`: scores `[…, classes]`, labels `[…]` (whole numbers) → `[…]`. With
/// `smoothing` ε the target is `(1 − ε) · label + ε / classes` (Szegedy et al. 2016, §7; torch's
/// `label_smoothing`). A label that is no class counts as none. Cost: three passes over the scores.
pub fn cross_entropy(scores: &Tensor, labels: &Tensor, smoothing: f32) -> Result<Tensor> {
    let (n_classes, last) = check_labels("cross entropy", scores, labels)?;
    let largest = scores.detach()?.max(last)?;
    let total = scores.sub(&largest.unsqueeze(last)?)?.exp()?.sum(last)?;
    let target = is_label(scores, labels, n_classes)?;
    let target = match smoothing {
        0.0 => target,
        smoothing => target.scale(1.0 - smoothing)?.shift(smoothing / n_classes as f32)?,
    };
    let picked = scores.mul(&target)?.sum(last)?;
    Ok(total.ln()?.add(&largest)?.sub(&picked)?)
}

/// 1 where the label's score is the largest (or one of them), else 0: its mean is the accuracy.
pub fn is_right(scores: &Tensor, labels: &Tensor) -> Result<Tensor> {
    let (n_classes, last) = check_labels("accuracy", scores, labels)?;
    let scores = scores.detach()?;
    let picked = scores.mul(&is_label(&scores, labels, n_classes)?)?.sum(last)?;
    Ok(scores.max(last)?.less_equal(&picked)?)
}

/// Number of classes, and the dimension they lie in.
fn check_labels(what: &'static str, scores: &Tensor, labels: &Tensor) -> Result<(usize, usize)> {
    match scores.shape().split_last() {
        Some((&n_classes, lead)) if lead == labels.shape() && n_classes > 0 => Ok((n_classes, lead.len())),
        _ => {
            let found = format!("{:?} and {:?}", scores.shape(), labels.shape());
            Err(Error::setting(what, "scores […, classes] and labels […]", found))
        }
    }
}

/// 1 at the label's class, else 0, in the shape of the scores.
fn is_label(scores: &Tensor, labels: &Tensor, n_classes: usize) -> Result<Tensor> {
    let device = scores.device();
    let labels = labels.unsqueeze(labels.rank())?;
    let class = if scores.count() <= MAX_COUNTED {
        let place = Tensor::index(scores.shape(), &device)?;
        let row = place.shift(0.5)?.scale(1.0 / n_classes as f32)?.floor()?;
        place.sub(&row.scale(n_classes as f32)?)?
    } else {
        Tensor::index(&[n_classes], &device)?
    };
    Ok(class.equal(&labels)?)
}

/// `ln(1 + eˣ) − x · target` for scores x and targets from 0 to 1, elementwise (torch's
/// `binary_cross_entropy_with_logits`).
pub fn binary_cross_entropy(scores: &Tensor, targets: &Tensor) -> Result<Tensor> {
    check_alike("binary cross entropy", scores, targets)?;
    // max(x, 0) as (x + |x|) / 2, so that the gradient at 0 is right too.
    let size = scores.abs()?;
    let positive = scores.add(&size)?.scale(0.5)?;
    let rest = size.neg()?.exp()?.shift(1.0)?.ln()?;
    Ok(positive.add(&rest)?.sub(&scores.mul(targets)?)?)
}

/// `Σ p (ln p − ln q)` over the last dimension, from logarithms: `[…, classes] → […]` (torch's
/// `kl_div(log_q, log_p, log_target=True)`). Probabilities of 0 have no logarithm, and give NaN.
pub fn kl_divergence(log_p: &Tensor, log_q: &Tensor) -> Result<Tensor> {
    check_alike("KL divergence", log_p, log_q)?;
    let Some(last) = log_p.rank().checked_sub(1) else {
        return Err(Error::setting("KL divergence", "[…, classes]", "one number"));
    };
    Ok(log_p.exp()?.mul(&log_p.sub(log_q)?)?.sum(last)?)
}
