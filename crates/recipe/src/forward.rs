//! Running the model over all stimuli.

use std::collections::BTreeMap;

use models::{Input, InputKind, preprocess};
use tensor::{Device, Tensor};

use crate::capture::{Row, pool_images, pool_text, stack};
use crate::host::Stage;
use crate::{ByteSource, Captured, Error, Host, Pool, Result, Session, Stimuli};

/// Images that run through the model at once: enough to keep the device busy, few enough that
/// cancel answers soon and im2col stays small.
const IMAGES_PER_BATCH: usize = 4;

impl<S: ByteSource> Session<S> {
    /// Fails unless the stimuli are of the kind and size that the model takes.
    pub(crate) fn check_stimuli(&self, stimuli: &Stimuli) -> Result<()> {
        if stimuli.is_empty() {
            return Err(Error::Recipe(
                "there are no stimuli; choose at least one image or line of text".to_owned(),
            ));
        }
        let wants_text = matches!(self.plan.input(), InputKind::Text);
        match (wants_text, stimuli) {
            (true, Stimuli::Images(_)) => {
                Err(Error::Recipe("this model reads text, but the stimuli are images".to_owned()))
            }
            (false, Stimuli::Texts(_)) => {
                Err(Error::Recipe("this model sees images, but the stimuli are texts".to_owned()))
            }
            (_, Stimuli::Texts(texts)) => {
                texts.iter().try_for_each(|text| self.check_text(&text.text, text.ids.len()))
            }
            _ => Ok(()),
        }
    }

    pub(crate) fn check_text(&self, text: &str, n_tokens: usize) -> Result<()> {
        let start: String = text.chars().take(40).collect();
        match self.plan.max_positions() {
            _ if n_tokens == 0 => Err(Error::Recipe(format!(
                "the text «{start}» has no tokens for this model; remove empty lines"
            ))),
            Some(limit) if n_tokens > limit => Err(Error::Recipe(format!(
                "the text «{start}…» has {n_tokens} tokens, but this model reads at most {limit}; shorten or split it"
            ))),
            _ => Ok(()),
        }
    }

    /// The values of all stimuli at `sites`, pooled, in batches between which others may speak.
    pub(crate) async fn forward_all<H: Host>(
        &self,
        model: &dyn models::Model,
        sites: &[&str],
        pool: Pool,
        stimuli: &Stimuli,
        mut stage: Stage<'_, H>,
    ) -> Result<Vec<Captured>> {
        let mut rows: BTreeMap<&str, Vec<Row>> = sites.iter().map(|&site| (site, Vec::new())).collect();
        let n_stimuli = stimuli.len();
        let mut n_positions = Vec::new();
        match stimuli {
            Stimuli::Images(images) => {
                for (batch, chunk) in images.chunks(IMAGES_PER_BATCH).enumerate() {
                    stage.step(batch * IMAGES_PER_BATCH, n_stimuli).await?;
                    let input = self.image_batch(chunk, &self.device)?;
                    let kept = self.forward_once(model, &Input::Images(input), sites)?;
                    for (site, value) in
                        pool_all(kept, |site, value| pool_images(self.site(site)?, value, pool))?
                    {
                        let shape = value.shape()[1..].to_vec();
                        let values = value.to_vec().await?;
                        let size = (values.len() / chunk.len()).max(1);
                        let site_rows = rows.entry(site).or_default();
                        site_rows.extend(
                            values
                                .chunks_exact(size)
                                .map(|v| Row { shape: shape.clone(), values: v.to_vec() }),
                        );
                    }
                }
            }
            Stimuli::Texts(texts) => {
                for (step, text) in texts.iter().enumerate() {
                    stage.step(step, n_stimuli).await?;
                    n_positions.push(text.ids.len());
                    let kept = self.forward_once(model, &Input::Tokens(text.ids.clone()), sites)?;
                    for (site, value) in
                        pool_all(kept, |site, value| pool_text(self.site(site)?, value, pool))?
                    {
                        let row = Row { shape: value.shape().to_vec(), values: value.to_vec().await? };
                        rows.entry(site).or_default().push(row);
                    }
                }
            }
        }
        stage.step(n_stimuli, n_stimuli).await?;
        Ok(rows.iter().map(|(site, rows)| stack((*site).to_owned(), rows, n_positions.clone())).collect())
    }

    pub(crate) fn forward_once<'s>(
        &self,
        model: &dyn models::Model,
        input: &Input,
        sites: &[&'s str],
    ) -> Result<Vec<(&'s str, Tensor)>> {
        let mut hooks = self.hooks(sites);
        model.forward(input, &mut hooks)?;
        let mut kept = hooks.take();
        sites
            .iter()
            .map(|&site| {
                let value = kept.remove(site);
                value.map(|value| (site, value)).ok_or_else(|| {
                    Error::Recipe(format!(
                        "the model ran but never reached the site {site}; please report this"
                    ))
                })
            })
            .collect()
    }

    /// One stimulus as the model takes it.
    pub(crate) fn input_of(&self, stimuli: &Stimuli, at: usize, device: &Device) -> Result<Input> {
        Ok(match stimuli {
            Stimuli::Images(images) => Input::Images(self.image_batch(&images[at..=at], device)?),
            Stimuli::Texts(texts) => Input::Tokens(texts[at].ids.clone()),
        })
    }

    /// Preprocessed pixels on a device.
    pub(crate) fn image_batch(
        &self,
        images: &[(String, models::RgbImage)],
        device: &Device,
    ) -> Result<Tensor> {
        let InputKind::Image(spec) = self.plan.input() else {
            return Err(Error::Recipe("this model reads text, but the stimuli are images".to_owned()));
        };
        let mut pixels = Vec::new();
        for (_, image) in images {
            pixels.extend(preprocess(image, &spec)?);
        }
        Ok(Tensor::from_vec(pixels, &[images.len(), 3, spec.side, spec.side], device)?)
    }
}

/// Pools what was kept and computes all of it at once, so that what the sites share is computed once.
fn pool_all<'s>(
    kept: Vec<(&'s str, Tensor)>,
    pool: impl Fn(&'s str, &Tensor) -> Result<Tensor>,
) -> Result<Vec<(&'s str, Tensor)>> {
    let pooled: Vec<(&str, Tensor)> =
        kept.into_iter().map(|(site, value)| Ok((site, pool(site, &value)?))).collect::<Result<_>>()?;
    Tensor::evaluate_all(&pooled.iter().map(|(_, value)| value.clone()).collect::<Vec<_>>())?;
    Ok(pooled)
}
