//! Whether an open model's sites are what their names say, on one short input.

use models::{Hooks, Input, RgbImage, check_identities};
use serde::Serialize;
use tensor::Stopwatch;
use ts_rs::TS;

use crate::host::{Part, Stage};
use crate::{ByteSource, Host, Result, Session};

/// Tokens of the short text: enough for patterns to have rows of several lengths.
const N_TOKENS: usize = 8;
/// Side of the made-up image, in pixels.
const SIDE: usize = 48;

/// The identities of a model's sites, tried on one input.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SiteCheck {
    /// What the model was shown.
    pub input: String,
    /// Sites of the model, all of which were reached.
    pub n_sites: usize,
    /// Deviation up to which an identity holds, relative to the largest value.
    pub tolerance: f64,
    /// Each identity with what was measured, in forward order.
    pub identities: Vec<SiteIdentity>,
    /// Sites that others have and this architecture lacks, with the reason.
    pub absent: Vec<String>,
}

/// One identity.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SiteIdentity {
    /// In a formula, e.g. `blocks.0.hook_resid_mid = blocks.0.hook_resid_pre + blocks.0.hook_attn_out`.
    pub statement: String,
    /// Largest difference of both sides over the largest value; absent where a value is not finite.
    pub deviation: Option<f64>,
    /// Whether it is within the tolerance.
    pub holds: bool,
}

impl<S: ByteSource> Session<S> {
    /// Loads all weights, runs a short made-up input (8 tokens, or one image) without changes on its way, and compares the
    /// values at all sites with the identities that define them. Cost: one forward pass, and reading its values.
    pub async fn check_sites(&mut self, host: &mut impl Host) -> Result<SiteCheck> {
        let names: Vec<String> = self.plan.sites().iter().map(|site| site.name.clone()).collect();
        let all: Vec<&str> = names.iter().map(String::as_str).collect();
        let whole = Part { span: [0.0, 1.0], watch: Stopwatch::start() };
        let [for_weights, for_model] = whole.split(0.5);
        let model = self.build(&all, false, host, for_weights).await?;
        let mut stage = Stage::start(host, "checking the sites", for_model);
        stage.step(0, 2).await?;
        let (input, what) = self.made_up_input()?;
        let mut hooks = Hooks::keeping(&all);
        model.forward(&input, &mut hooks)?;
        stage.step(1, 2).await?;
        let checks = check_identities(&self.plan.identities(), hooks.kept()).await?;
        stage.step(2, 2).await?;
        let identities = checks.into_iter().map(|check| SiteIdentity {
            statement: check.statement,
            deviation: check.deviation.is_finite().then_some(f64::from(check.deviation)),
            holds: check.holds,
        });
        Ok(SiteCheck {
            input: what,
            n_sites: names.len(),
            tolerance: f64::from(models::IDENTITY_TOLERANCE),
            identities: identities.collect(),
            absent: self.absent(),
        })
    }

    fn made_up_input(&self) -> Result<(Input, String)> {
        match self.plan.max_positions() {
            Some(n_pos) => {
                // The first three tokens are in every vocabulary.
                let mut ids: Vec<u32> = (0..N_TOKENS.min(n_pos) as u32).map(|at| at * at % 3).collect();
                // Some models read what they say at the token that ends a text.
                if let (Some(last), Some(end)) = (ids.last_mut(), self.text_ends().end) {
                    *last = end;
                }
                let what = format!("{} made-up tokens", ids.len());
                Ok((Input::Tokens(ids), what))
            }
            None => {
                let pixel = |at: usize| ((at * 97 + at * at % 251) % 256) as u8;
                let data = (0..3 * SIDE * SIDE).map(pixel).collect();
                let image = RgbImage { width: SIDE, height: SIDE, data };
                let batch = self.image_batch(&[("made up".to_owned(), image)], &self.device)?;
                Ok((Input::Images(batch), "one made-up image".to_owned()))
            }
        }
    }

    /// Why there is no resid_mid, where there is a residual stream without one.
    fn absent(&self) -> Vec<String> {
        let has = |short: &str| self.plan.sites().iter().any(|site| site.short == short);
        match self.resolve("resid_mid.0") {
            Err(error) if has("resid_post.0") => vec![error.to_string()],
            _ => vec![],
        }
    }
}
