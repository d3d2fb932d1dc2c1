//! One open model: what it offers, and runs on it.

use std::collections::BTreeMap;

use analysis::Activations;
use formats::safetensors::Header;
use models::{Axis, Hooks, Input, InputKind, Plan, Site, preprocess, read_config, resolve_site};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use tensor::{Device, DeviceKind, Stopwatch, Tensor};
use ts_rs::TS;

use crate::capture::{Row, pool_images, pool_text, stack};
use crate::host::Stage;
use crate::loading::{Loaded, read_header};
use crate::{Backend, ByteSource, Captured, Error, Host, ModelRef, Pool, Result, Stimuli};

/// Images that run through the model at once: enough to keep the device busy, few enough that
/// cancel answers soon and im2col stays small.
const IMAGES_PER_BATCH: usize = 4;

/// Bytes read at once while hashing a weights file.
const HASH_CHUNK_BYTES: u64 = 8 << 20;

/// What a model offers, before any weight is read.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ModelCard {
    /// Which model.
    pub model: ModelRef,
    /// Architecture in words.
    pub architecture: String,
    /// `text` or `image`.
    pub input: String,
    /// Side of the square that images are brought to.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_side: Option<usize>,
    /// Numbers in the weights file.
    pub n_parameters: u64,
    /// Bytes of the tensors in the weights file.
    pub weights_bytes: u64,
    /// All sites, in forward order.
    pub sites: Vec<SiteFacts>,
    /// A few sites that tell the model's story.
    pub default_sites: Vec<String>,
    /// True for a language model: the logit lens applies.
    pub has_lens: bool,
    /// Most tokens a text may have.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_positions: Option<usize>,
}

/// One site, for a list to choose from.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SiteFacts {
    /// Full name.
    pub name: String,
    /// Short alias.
    pub short: String,
    /// What it is, with its identity.
    pub about: String,
    /// Its axes in words, e.g. `64 channels × 113 × 113`.
    pub axes: String,
    /// Numbers a stimulus (for text: a position).
    pub units: usize,
}

/// An open model on a device.
pub struct Session<S> {
    pub(crate) model: ModelRef,
    pub(crate) plan: Box<dyn Plan>,
    pub(crate) device: Device,
    header: Header,
    source: S,
    loaded: Loaded,
    cache: Cache,
}

/// Activations of the last stimuli and pooling, so that a change of analysis need not run the model.
#[derive(Default)]
struct Cache {
    key: Vec<u8>,
    sites: BTreeMap<String, Captured>,
}

impl<S: ByteSource> Session<S> {
    /// Reads the config and the header of the weights; loads no weight.
    pub async fn open(model: ModelRef, config: &[u8], source: S, device: Device) -> Result<Self> {
        let plan = read_config(config)?;
        let header = read_header(&source).await?;
        let (loaded, cache) = (Loaded::default(), Cache::default());
        Ok(Self { model, plan, device, header, source, loaded, cache })
    }

    /// SHA-256 of the weights file in hex; stored in [`ModelRef`] when it was not known.
    pub async fn hash_weights(&mut self, host: &mut impl Host) -> Result<String> {
        let len = self.source.len_bytes();
        let mut stage = Stage::start(host, "hashing the weights", [0.0, 1.0], Stopwatch::start());
        let mut hasher = Sha256::new();
        let mut start = 0;
        while start < len {
            stage.step((start / HASH_CHUNK_BYTES) as usize, len.div_ceil(HASH_CHUNK_BYTES) as usize).await?;
            let bytes = self.source.read(start, HASH_CHUNK_BYTES.min(len - start)).await?;
            hasher.update(&bytes);
            start += bytes.len() as u64;
        }
        let hex: String = hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        self.model.sha256.clone_from(&hex);
        Ok(hex)
    }

    /// Moves to another device; weights are read again when next needed.
    pub fn set_device(&mut self, device: Device) {
        if !self.device.is_same(&device) {
            self.device = device;
            self.loaded = Loaded::default();
            self.cache = Cache::default();
        }
    }

    /// The backend in use.
    pub fn backend(&self) -> Backend {
        match self.device.kind() {
            DeviceKind::Cpu => Backend::Cpu,
            DeviceKind::Gpu => Backend::Gpu,
        }
    }

    /// What the model offers.
    pub fn card(&self) -> ModelCard {
        let input = self.plan.input();
        let sizes = self.header.tensors.iter();
        ModelCard {
            model: self.model.clone(),
            architecture: self.plan.architecture().to_owned(),
            input: if matches!(input, InputKind::Text) { "text" } else { "image" }.to_owned(),
            image_side: match &input {
                InputKind::Text => None,
                InputKind::Image(spec) => Some(spec.side),
            },
            n_parameters: sizes.clone().map(|info| info.shape.iter().product::<usize>() as u64).sum(),
            weights_bytes: sizes.map(|info| info.end - info.start).sum(),
            sites: self.plan.sites().iter().map(site_facts).collect(),
            default_sites: self.plan.default_sites(),
            has_lens: self.has_lens(),
            max_positions: self.plan.max_positions(),
        }
    }

    /// Full name of a site from its name or alias.
    pub fn resolve(&self, site: &str) -> Result<String> {
        Ok(resolve_site(&*self.plan, site)?)
    }

    pub(crate) fn site(&self, name: &str) -> Result<&Site> {
        let found = self.plan.sites().iter().find(|site| site.name == name);
        found.ok_or_else(|| Error::Recipe(format!("this model has no site {name}")))
    }

    /// What a reader should know of the weights in use.
    pub(crate) fn weight_warnings(&self) -> Vec<String> {
        self.loaded.warnings()
    }

    /// Whether the layers of this model can be read as guesses of the next token.
    pub(crate) fn has_lens(&self) -> bool {
        !self.plan.weights_for_unembedding().is_empty()
    }

    /// Loads what `sites` (and, for the lens, the unembedding) need and builds the model.
    pub(crate) async fn build(
        &mut self,
        sites: &[&str],
        with_unembedding: bool,
        host: &mut impl Host,
        span: [f64; 2],
        watch: Stopwatch,
    ) -> Result<Box<dyn models::Model>> {
        let mut requests = self.plan.weights_for(sites)?;
        if with_unembedding {
            requests.extend(self.plan.weights_for_unembedding());
        }
        self.loaded.load(&requests, &self.header, &self.source, &self.device, host, span, watch).await?;
        Ok(self.plan.build(self.loaded.weights(), &self.device)?)
    }

    /// Activations of `stimuli` at `sites` (full names or aliases), in the order asked for. Sites
    /// that were captured before for the same stimuli and pooling are not computed again.
    pub async fn capture(
        &mut self,
        sites: &[String],
        pool: Pool,
        stimuli: &Stimuli,
        host: &mut impl Host,
    ) -> Result<Vec<Captured>> {
        let watch = Stopwatch::start();
        self.capture_within(sites, pool, stimuli, host, [0.3, 1.0], watch).await
    }

    /// As [`Session::capture`], as the part of a longer job that `span` gives; weights take the
    /// part before.
    pub(crate) async fn capture_within(
        &mut self,
        sites: &[String],
        pool: Pool,
        stimuli: &Stimuli,
        host: &mut impl Host,
        span: [f64; 2],
        watch: Stopwatch,
    ) -> Result<Vec<Captured>> {
        self.check_stimuli(stimuli)?;
        let names: Vec<String> = sites.iter().map(|site| self.resolve(site)).collect::<Result<_>>()?;
        let key = key_of(stimuli, pool);
        if self.cache.key != key {
            self.cache = Cache { key, sites: BTreeMap::new() };
        }
        let missing: Vec<&str> =
            names.iter().map(String::as_str).filter(|name| !self.cache.sites.contains_key(*name)).collect();
        if !missing.is_empty() {
            let model = self.build(&missing, false, host, [0.0, span[0]], watch).await?;
            let stage = Stage::start(host, "running the model", span, watch);
            let found = self.forward_all(&*model, &missing, pool, stimuli, stage).await?;
            self.cache.sites.extend(found.into_iter().map(|captured| (captured.site.clone(), captured)));
        }
        Ok(names.iter().filter_map(|name| self.cache.sites.get(name).cloned()).collect())
    }

    fn check_stimuli(&self, stimuli: &Stimuli) -> Result<()> {
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

    fn check_text(&self, text: &str, n_tokens: usize) -> Result<()> {
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

    async fn forward_all<H: Host>(
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
                    let input = self.image_batch(chunk)?;
                    for (site, value) in self.forward_once(model, &Input::Images(input), sites)? {
                        let value = pool_images(self.site(site)?, &value, pool)?;
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
                    for (site, value) in self.forward_once(model, &Input::Tokens(text.ids.clone()), sites)? {
                        let value = pool_text(self.site(site)?, &value, pool)?;
                        let row = Row { shape: value.shape().to_vec(), values: value.to_vec().await? };
                        rows.entry(site).or_default().push(row);
                    }
                }
            }
        }
        stage.step(n_stimuli, n_stimuli).await?;
        Ok(rows.iter().map(|(site, rows)| stack((*site).to_owned(), rows, n_positions.clone())).collect())
    }

    fn forward_once<'s>(
        &self,
        model: &dyn models::Model,
        input: &Input,
        sites: &[&'s str],
    ) -> Result<Vec<(&'s str, Tensor)>> {
        let mut hooks = Hooks::keeping(sites);
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

    fn image_batch(&self, images: &[(String, models::RgbImage)]) -> Result<Tensor> {
        let InputKind::Image(spec) = self.plan.input() else {
            return Err(Error::Recipe("this model reads text, but the stimuli are images".to_owned()));
        };
        let mut pixels = Vec::new();
        for (_, image) in images {
            pixels.extend(preprocess(image, &spec)?);
        }
        Ok(Tensor::from_vec(pixels, &[images.len(), 3, spec.side, spec.side], &self.device)?)
    }
}

/// Captured activations as the analyses take them: one row a stimulus.
pub(crate) fn as_activations(captured: &Captured) -> Result<Activations> {
    let n_stimuli = captured.shape[0];
    let is_ragged = captured.n_positions.windows(2).any(|pair| pair[0] != pair[1]);
    if captured.shape.len() > 2 && is_ragged {
        return Err(Error::Recipe(format!(
            "the texts have different numbers of tokens, so their unpooled activations at {} cannot be compared; choose pooling `mean`, `last` or `cls`",
            captured.site
        )));
    }
    let n_units = captured.shape[1..].iter().product();
    Activations::new(captured.values.clone(), n_stimuli, n_units)
        .map_err(|source| Error::Analysis { site: captured.site.clone(), source })
}

fn site_facts(site: &Site) -> SiteFacts {
    SiteFacts {
        name: site.name.clone(),
        short: site.short.clone(),
        about: site.about.clone(),
        axes: site.axes.iter().map(axis_words).collect::<Vec<_>>().join(" × "),
        units: site.units(1),
    }
}

/// One axis in words, e.g. `64 channels` or `pos`.
fn axis_words(axis: &Axis) -> String {
    match axis {
        Axis::Pos => "pos".to_owned(),
        Axis::Key => "key".to_owned(),
        Axis::Head(size) => format!("{size} heads"),
        Axis::Channel(size) => format!("{size} channels"),
        Axis::Height(size) | Axis::Width(size) => size.to_string(),
        Axis::Unit { name, size } => format!("{size} {name}"),
    }
}

/// Fingerprint of stimuli and pooling.
fn key_of(stimuli: &Stimuli, pool: Pool) -> Vec<u8> {
    let mut hasher = Sha256::new();
    hasher.update(format!("{pool:?}"));
    match stimuli {
        Stimuli::Images(images) => {
            for (name, image) in images {
                hasher.update(format!("{name}\0{}×{}\0", image.width, image.height));
                hasher.update(&image.data);
            }
        }
        Stimuli::Texts(texts) => {
            for text in texts {
                hasher.update(format!("{}\0{:?}\0", text.text, text.ids));
            }
        }
    }
    hasher.finalize().to_vec()
}
