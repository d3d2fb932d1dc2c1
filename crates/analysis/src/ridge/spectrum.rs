//! One decomposition of the training activations, from which the ridge solutions of every alpha and
//! every target follow by products of matrices.
//!
//! With Xc the centred activations of rank r, the predictions for new stimuli are
//! `mean_y + (X − mean_x) W diag(1 / (λ + α)) Lᵀ Yc` where
//! - p < n (primal): XcᵀXc = V Λ Vᵀ, W = V and L = Xc V;
//! - n ≤ p (dual): XcXcᵀ = U Λ Uᵀ, W = Xcᵀ U and L = U.

use faer::linalg::matmul::matmul;
use faer::linalg::matmul::triangular::{self, BlockStructure};
use faer::{Accum, Mat, MatRef, Par, Side};

use crate::error::{DecodingError, Error, Result};
use crate::rows::{mean_of_columns, take_away};

/// What the training activations alone say.
pub(crate) struct Spectrum {
    measure: &'static str,
    /// `[n_units]`
    mean: Vec<f64>,
    /// λ, none below 0, `[r]`
    eigenvalues: Vec<f64>,
    /// W `[n_units, r]`
    directions: Mat<f64>,
    /// L `[n_train, r]`
    left: Mat<f64>,
}

/// What the training targets add: Lᵀ Yc and their mean.
pub(crate) struct Answers {
    /// `[n_targets]`
    mean: Vec<f64>,
    /// `[r, n_targets]`
    along: Mat<f64>,
}

/// `a · b`, on one thread.
pub(crate) fn product(a: MatRef<'_, f64>, b: MatRef<'_, f64>) -> Mat<f64> {
    let mut out = Mat::zeros(a.nrows(), b.ncols());
    matmul(out.as_mut(), Accum::Replace, a, b, 1.0, Par::Seq);
    out
}

/// The lower half of `a · aᵀ`.
fn lower_square(a: MatRef<'_, f64>) -> Mat<f64> {
    let mut out = Mat::zeros(a.nrows(), a.nrows());
    triangular::matmul(
        out.as_mut(),
        BlockStructure::TriangularLower,
        Accum::Replace,
        a,
        BlockStructure::Rectangular,
        a.transpose(),
        BlockStructure::Rectangular,
        1.0,
        Par::Seq,
    );
    out
}

impl Spectrum {
    /// Of training activations `[n_train, n_units]`. Cost: `n_train · n_units · m` multiply-adds and an
    /// eigendecomposition, m³, for m = min(n_train, n_units).
    pub(crate) fn of(measure: &'static str, x: Mat<f64>) -> Result<Self> {
        let mean = mean_of_columns(x.as_ref());
        let x = take_away(x, &mean);
        let primal = x.ncols() < x.nrows();
        let square = lower_square(if primal { x.transpose() } else { x.as_ref() });
        if !square.diagonal().column_vector().iter().all(|value| value.is_finite()) {
            return Err(Error::Decoding(DecodingError::OutOfRange { measure }));
        }
        let eigen = square.self_adjoint_eigen(Side::Lower).map_err(|_| Error::NoConvergence { measure })?;
        let eigenvalues = eigen.S().column_vector().iter().map(|value| value.max(0.0)).collect();
        let vectors = eigen.U();
        let (directions, left) = if primal {
            (vectors.to_owned(), product(x.as_ref(), vectors))
        } else {
            (product(x.transpose(), vectors), vectors.to_owned())
        };
        Ok(Self { measure, mean, eigenvalues, directions, left })
    }

    /// The answers `[n_train, n_targets]` to the training stimuli, read along the spectrum.
    pub(crate) fn answers(&self, y: Mat<f64>) -> Answers {
        let mean = mean_of_columns(y.as_ref());
        let y = take_away(y, &mean);
        Answers { along: product(self.left.transpose(), y.as_ref()), mean }
    }

    /// New stimuli `[n, n_units]` along the spectrum, `[n, r]`.
    pub(crate) fn project(&self, x: Mat<f64>) -> Mat<f64> {
        product(take_away(x, &self.mean).as_ref(), self.directions.as_ref())
    }

    /// Predictions `[n, n_targets]` for projected stimuli `[n, r]`.
    pub(crate) fn predict(&self, projected: MatRef<'_, f64>, answers: &Answers, alpha: f64) -> Mat<f64> {
        let shrunk = self.shrunk(projected, alpha);
        let mut out = Mat::from_fn(projected.nrows(), answers.mean.len(), |_, target| answers.mean[target]);
        matmul(out.as_mut(), Accum::Add, shrunk.as_ref(), answers.along.as_ref(), 1.0, Par::Seq);
        out
    }

    /// Writes what the predictions for projected stimuli `[n, r]` miss of their [centred](Answers::centre)
    /// answers `y` `[n, n_targets]`, which has the size of `missed`.
    pub(crate) fn write_missed(
        &self,
        projected: MatRef<'_, f64>,
        answers: &Answers,
        y: MatRef<'_, f64>,
        alpha: f64,
        missed: &mut Mat<f64>,
    ) {
        missed.copy_from(y);
        let shrunk = self.shrunk(projected, alpha);
        matmul(missed.as_mut(), Accum::Add, shrunk.as_ref(), answers.along.as_ref(), -1.0, Par::Seq);
    }

    fn shrunk(&self, projected: MatRef<'_, f64>, alpha: f64) -> Mat<f64> {
        Mat::from_fn(projected.nrows(), projected.ncols(), |i, k| {
            projected[(i, k)] / (self.eigenvalues[k] + alpha)
        })
    }

    /// The coefficients `[n_units, n_targets]` and intercepts `[n_targets]` of one alpha.
    pub(crate) fn coefficients(&self, answers: &Answers, alpha: f64) -> Result<(Mat<f64>, Vec<f64>)> {
        let along = &answers.along;
        let shrunk = Mat::from_fn(along.nrows(), along.ncols(), |k, target| {
            along[(k, target)] / (self.eigenvalues[k] + alpha)
        });
        let coefficients = product(self.directions.as_ref(), shrunk.as_ref());
        let intercepts: Vec<f64> = answers
            .mean
            .iter()
            .enumerate()
            .map(|(target, mean)| {
                let column = coefficients.col(target);
                mean - column.iter().zip(&self.mean).map(|(b, x)| b * x).sum::<f64>()
            })
            .collect();
        let measure = self.measure;
        let finite = intercepts.iter().all(|value| value.is_finite());
        if finite {
            Ok((coefficients, intercepts))
        } else {
            Err(Error::Decoding(DecodingError::OutOfRange { measure }))
        }
    }
}

impl Answers {
    /// Other answers `[n, n_targets]` after the mean of these was taken away.
    pub(crate) fn centre(&self, y: Mat<f64>) -> Mat<f64> {
        take_away(y, &self.mean)
    }

    /// The given targets only.
    pub(crate) fn only(&self, targets: &[usize]) -> Self {
        Self {
            mean: targets.iter().map(|&target| self.mean[target]).collect(),
            along: Mat::from_fn(self.along.nrows(), targets.len(), |k, place| {
                self.along[(k, targets[place])]
            }),
        }
    }
}
