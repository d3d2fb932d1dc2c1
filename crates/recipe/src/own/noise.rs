//! Distances between conditions that know of the noise of their measurements.

use analysis::{
    Activations, Error, Labels, NoiseCovariance, Rdm, Shrinkage, crossnobis, mahalanobis, noise_covariance,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The distances by their exact names.
pub(crate) const NOISE_DISTANCES: &[(&str, &str)] = &[
    (
        "crossnobis",
        "Cross-validated squared Mahalanobis distance per unit, whose expectation noise does not raise; takes activations, conditions and runs.",
    ),
    (
        "squared_mahalanobis_per_unit",
        "Squared Mahalanobis distance per unit between the means of conditions; takes activations and conditions.",
    ),
];

/// How the covariance of the noise over units is estimated from what rows differ by from the mean of their condition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Noise {
    /// Not at all: every unit counts as having noise of variance 1.
    Ignored,
    /// The sample covariance as it is.
    Full,
    /// The variances alone.
    Variances,
    /// Shrunk towards a multiple of the identity.
    TowardsIdentity,
    /// Shrunk towards the variances.
    #[default]
    TowardsVariances,
}

impl Noise {
    fn in_words(self) -> &'static str {
        match self {
            Self::Ignored => "not estimated: every unit counts as having variance 1",
            Self::Full => "the sample covariance",
            Self::Variances => "the variances alone",
            Self::TowardsIdentity => {
                "the covariance, shrunk towards a multiple of the identity (Ledoit & Wolf 2004)"
            }
            Self::TowardsVariances => {
                "the covariance, shrunk towards the variances (Schäfer & Strimmer 2005)"
            }
        }
    }

    /// From what rows differ by from the mean of their condition; as many degrees of freedom are lost as there are conditions.
    fn covariance(self, x: &Activations<f64>, conditions: &Labels) -> Result<Option<NoiseCovariance>, Error> {
        let shrinkage = match self {
            Self::Ignored => return Ok(None),
            Self::Full => Shrinkage::None,
            Self::Variances => Shrinkage::VariancesOnly,
            Self::TowardsIdentity => Shrinkage::TowardsIdentity,
            Self::TowardsVariances => Shrinkage::TowardsVariances,
        };
        let freedom = x.n_stimuli().saturating_sub(conditions.n_classes());
        noise_covariance(&residuals(x, conditions)?, shrinkage, Some(freedom)).map(Some)
    }
}

/// The RDM of the conditions by a distance of [`NOISE_DISTANCES`], and a sentence on the noise.
pub(super) fn rdm(
    x: &Activations<f64>,
    conditions: &Labels,
    runs: Option<&Labels>,
    distance: &str,
    noise: Noise,
) -> Result<(Rdm, String), Error> {
    if conditions.n_stimuli() != x.n_stimuli() {
        let (n_labels, n_stimuli) = (conditions.n_stimuli(), x.n_stimuli());
        return Err(Error::DifferentLabels { measure: "an RDM of conditions", n_labels, n_stimuli });
    }
    let covariance = noise.covariance(x, conditions)?;
    let rdm = if distance == "crossnobis" {
        // Without runs all rows are one partition, which crossnobis refuses with what to do.
        let one = Labels::new(&vec![0; x.n_stimuli()])?;
        crossnobis(x, conditions, runs.unwrap_or(&one), covariance.as_ref())?
    } else {
        let covariance = match covariance {
            Some(covariance) => covariance,
            None => identity(x.n_units())?,
        };
        mahalanobis(x, conditions, &covariance)?
    };
    Ok((rdm, format!("Noise: {}.", noise.in_words())))
}

fn identity(n_units: usize) -> Result<NoiseCovariance, Error> {
    let entry = |place: usize| f64::from(u8::from(place / n_units == place % n_units));
    NoiseCovariance::new((0..n_units * n_units).map(entry).collect(), n_units)
}

/// The rows less the mean of their condition, `[n_stimuli, n_units]`.
fn residuals(x: &Activations<f64>, conditions: &Labels) -> Result<Activations<f64>, Error> {
    let means = super::rdm::means(x, conditions)?;
    let data = conditions
        .classes()
        .iter()
        .enumerate()
        .flat_map(|(row, &condition)| {
            x.row(row).iter().zip(means.row(condition)).map(|(value, mean)| value - mean)
        })
        .collect();
    Activations::new(data, x.n_stimuli(), x.n_units())
}
