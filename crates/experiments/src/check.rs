//! A claim of a paper, held against one run.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A row of the claims table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Claim {
    /// Its name, stable.
    pub id: String,
    /// What is claimed, a sentence.
    pub claim: String,
    /// What this run measured, a sentence with its numbers.
    pub measured: String,
    /// The number that the criterion is about; absent where it could not be measured.
    #[ts(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// 95 % interval of the number over repeats; absent where there is none.
    #[ts(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<[f64; 2]>,
    /// How many repeats are behind it.
    pub n: usize,
    /// Unit of the number; empty where there is none.
    pub unit: String,
    /// When the claim holds, a sentence.
    pub criterion: String,
    /// What must come out otherwise for the criterion to mean anything, a sentence.
    pub control: String,
    /// What the control measured, a sentence with its numbers.
    pub control_measured: String,
    /// Whether the control came out as it must.
    pub control_holds: bool,
    /// Computed from this run alone.
    pub verdict: ClaimVerdict,
    /// How it was computed, in a sentence or two.
    pub about: String,
}

/// Whether a claim holds in a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClaimVerdict {
    /// Criterion and control both came out.
    Holds,
    /// The criterion was not met, or the control did not come out.
    Fails,
    /// It cannot be judged at these settings.
    Open,
}

impl ClaimVerdict {
    /// `None` where the criterion cannot be judged.
    pub fn of(criterion: Option<bool>, control_holds: bool) -> Self {
        match criterion {
            None => Self::Open,
            Some(true) if control_holds => Self::Holds,
            Some(_) => Self::Fails,
        }
    }
}

/// What a claim says besides its numbers: name, claim, criterion, control, reasoning, unit.
pub(crate) struct ClaimWords<'a>(pub [&'a str; 6]);

impl ClaimWords<'_> {
    /// The claim with its numbers: what was measured, over how many, whether the criterion was met, and the control.
    pub(crate) fn judged(
        self,
        measured: String,
        value: f64,
        n: usize,
        criterion: bool,
        (control_measured, control_holds): (String, bool),
    ) -> Claim {
        let [id, claim, says, control, about, unit] = self.0.map(str::to_owned);
        Claim {
            id,
            claim,
            measured,
            value: value.is_finite().then_some(value),
            interval: None,
            n,
            unit,
            criterion: says,
            control,
            control_measured,
            control_holds,
            verdict: ClaimVerdict::of(Some(criterion), control_holds),
            about,
        }
    }
}
