//! Principal components by the two routes: through stimuli or through units.

use faer::linalg::matmul::matmul;
use faer::{Accum, Mat, Par, Side};

use crate::activations::{Activations, Number};
use crate::error::{Error, Result};
use crate::gram::{Symmetric, for_each_centred_block, gram, scatter};

/// Components before their signs are fixed.
pub(super) struct Components {
    /// Eigenvalues of the Gram (or scatter) matrix, falling, `[n_components]`.
    pub(super) eigenvalues: Vec<f64>,
    /// Sum of all eigenvalues, also of those not asked for.
    pub(super) trace: f64,
    /// `[n_stimuli, n_components]`, row-major.
    pub(super) scores: Vec<f64>,
}

/// From the Gram matrix G = U Λ Uᵀ: the scores are U √Λ.
pub(super) fn from_gram(x: &Activations<impl Number>, n_components: usize) -> Result<Components> {
    let gram = gram(x).centred;
    let (eigenvalues, vectors) = leading(&gram, x, n_components)?;
    let mut scores = Vec::with_capacity(x.n_stimuli() * n_components);
    for stimulus in 0..x.n_stimuli() {
        for (component, eigenvalue) in eigenvalues.iter().enumerate() {
            scores.push(vectors[(stimulus, component)] * eigenvalue.sqrt());
        }
    }
    Ok(Components { eigenvalues, trace: gram.trace(), scores })
}

/// From the scatter matrix XᵀX = V Λ Vᵀ: the scores are X V.
pub(super) fn from_scatter(x: &Activations<impl Number>, n_components: usize) -> Result<Components> {
    let scatter = scatter(x);
    let (eigenvalues, mut vectors) = leading(&scatter, x, n_components)?;
    for (component, eigenvalue) in eigenvalues.iter().enumerate() {
        if *eigenvalue == 0.0 {
            vectors.col_mut(component).fill(0.0);
        }
    }
    let mut scores = vec![0.0; x.n_stimuli() * n_components];
    for_each_centred_block(x, |stimuli, block| {
        let rows = &mut scores[stimuli.start * n_components..stimuli.end * n_components];
        matmul(
            faer::MatMut::from_row_major_slice_mut(rows, stimuli.len(), n_components),
            Accum::Replace,
            block,
            vectors.as_ref(),
            1.0,
            Par::Seq,
        );
    });
    Ok(Components { eigenvalues, trace: scatter.trace(), scores })
}

/// The largest eigenvalues, falling, those that are rounding set to 0, and their eigenvectors
/// `[size, n_components]`.
fn leading(
    matrix: &Symmetric,
    x: &Activations<impl Number>,
    n_components: usize,
) -> Result<(Vec<f64>, Mat<f64>)> {
    // Exactly 0 for activations without variance: see the centring of units.
    if matrix.trace() == 0.0 {
        return Err(Error::NoVariance { measure: "PCA", n_stimuli: x.n_stimuli() });
    }
    let eigen = matrix
        .as_mat()
        .self_adjoint_eigen(Side::Lower)
        .map_err(|_| Error::NoConvergence { measure: "PCA" })?;
    let size = matrix.size();
    let falling = |component: usize| size - 1 - component;
    let largest = eigen.S()[falling(0)];
    let rounding = largest * f64::EPSILON * x.n_stimuli().max(x.n_units()) as f64;
    let eigenvalues = (0..n_components)
        .map(|component| eigen.S()[falling(component)])
        .map(|value| if value <= rounding { 0.0 } else { value })
        .collect();
    let vectors = Mat::from_fn(size, n_components, |i, component| eigen.U()[(i, falling(component))]);
    Ok((eigenvalues, vectors))
}
