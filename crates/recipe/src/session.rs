//! One open model: what it offers, and runs on it.

use std::collections::BTreeMap;

use models::{Hooks, Intervention, Plan, Site, WeightEdit, read_config, resolve_site};
use sha2::{Digest as _, Sha256};
use tensor::{Device, DeviceKind};

use crate::changes::Changes;
use crate::gguf::Gguf;
use crate::host::{Part, Stage};
use crate::input::key_of;
use crate::loading::{Checkpoint, Loaded, Wanted};
use crate::text_ends::TextEnds;
use crate::{Backend, ByteSource, Captured, Error, Figure, Host, ModelRef, Pool, Result, Stimuli};

/// Bytes read at once while hashing a weights file.
const HASH_CHUNK_BYTES: u64 = 8 << 20;

/// An open model on a device.
pub struct Session<S> {
    pub(crate) model: ModelRef,
    pub(crate) plan: Box<dyn Plan>,
    pub(crate) device: Device,
    pub(crate) checkpoint: Checkpoint<S>,
    pub(crate) loaded: Loaded,
    cache: Cache,
    /// Figures of closer looks by what they were made of, so that another knob does not make them again.
    pub(crate) kept_figures: BTreeMap<String, Vec<Figure>>,
    ends: TextEnds,
    changes: Changes,
}

/// Activations of the last stimuli and pooling, so that a change of analysis need not run the model.
#[derive(Default)]
struct Cache {
    key: Vec<u8>,
    sites: BTreeMap<String, Captured>,
}

impl<S: ByteSource> Session<S> {
    /// Reads the config and the headers of the files of weights; loads no weight. A GGUF file is its own config: `config` is
    /// empty then.
    pub async fn open(model: ModelRef, config: &[u8], sources: Vec<S>, device: Device) -> Result<Self> {
        let given = if config.is_empty() { None } else { Some(read_config(config)?) };
        let checkpoint = Checkpoint::open(sources).await?;
        let own = match (&given, checkpoint.gguf()) {
            (None, Some(gguf)) => gguf.config()?,
            _ => config.to_vec(),
        };
        let plan = given.map_or_else(|| read_config(&own), Ok)?;
        let (loaded, cache) = (Loaded::default(), Cache::default());
        let (kept_figures, ends) = (BTreeMap::new(), TextEnds::of(&own));
        let changes = Changes::default();
        Ok(Self { model, plan, device, checkpoint, loaded, cache, kept_figures, ends, changes })
    }

    /// SHA-256 of the weights in hex; stored in [`ModelRef`] when it was not known. Of several files: of the lines
    /// `sha256  name`, one a file, in the order of their names.
    pub async fn hash_weights(&mut self, host: &mut impl Host) -> Result<String> {
        let mut stage = Stage::start(host, "hashing the weights", Part::whole());
        let sources: Vec<&S> = self.checkpoint.sources().collect();
        let n_chunks = |source: &&S| source.len_bytes().div_ceil(HASH_CHUNK_BYTES) as usize;
        let n_all: usize = sources.iter().map(n_chunks).sum();
        let mut n_done = 0;
        let mut hashes: Vec<(&str, String)> = Vec::new();
        for source in &sources {
            let mut hasher = Sha256::new();
            let (mut start, len) = (0, source.len_bytes());
            while start < len {
                stage.step(n_done, n_all).await?;
                let bytes = source.read(start, HASH_CHUNK_BYTES.min(len - start)).await?;
                hasher.update(&bytes);
                start += bytes.len() as u64;
                n_done += 1;
            }
            hashes.push((source.name(), hex(&hasher.finalize())));
        }
        hashes.sort();
        let whole = match hashes.as_slice() {
            [(_, hash)] => hash.clone(),
            _ => {
                let lines: String = hashes.iter().map(|(name, hash)| format!("{hash}  {name}\n")).collect();
                hex(&Sha256::digest(lines))
            }
        };
        self.model.sha256.clone_from(&whole);
        Ok(whole)
    }

    /// Moves to another device; weights are read again when next needed.
    pub fn set_device(&mut self, device: Device) {
        if !self.device.is_same(&device) {
            self.device = device;
            self.loaded = Loaded::default();
            self.cache = Cache::default();
            self.kept_figures.clear();
        }
    }

    /// Other changes make other activations.
    pub(crate) fn replace_changes(&mut self, changes: Changes) {
        if self.changes.lines != changes.lines {
            self.changes = changes;
            self.cache = Cache::default();
            self.kept_figures.clear();
        }
    }

    pub(crate) fn changes(&self) -> &[Intervention] {
        &self.changes.interventions
    }

    /// The tokens that begin and end a text, where the configuration names them.
    pub fn text_ends(&self) -> TextEnds {
        self.ends
    }

    /// Fails unless the model predicts a next token.
    pub(crate) fn check_writes(&self) -> Result<()> {
        if self.has_lens() {
            return Ok(());
        }
        Err(Error::Recipe(format!(
            "a {} model predicts no next token, so that it cannot write",
            self.plan.architecture()
        )))
    }

    /// What keeps these sites in a run with the session's changes.
    pub(crate) fn hooks(&self, sites: &[&str]) -> Hooks {
        Hooks::keeping(sites).changing(self.changes.interventions.clone())
    }

    /// The backend in use.
    pub fn backend(&self) -> Backend {
        match self.device.kind() {
            DeviceKind::Cpu => Backend::Cpu,
            DeviceKind::Gpu => Backend::Gpu,
        }
    }

    /// The `tokenizer.json` that the model's own file holds, as GGUF files do. Errors on a tokeniser that cannot be read.
    pub fn tokenizer(&self) -> Result<Option<Vec<u8>>> {
        self.checkpoint.gguf().map(Gguf::tokenizer).transpose()
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
        part: Part,
    ) -> Result<Box<dyn models::Model>> {
        let mut requests = self.plan.weights_for(sites)?;
        if with_unembedding {
            requests.extend(self.plan.weights_for_unembedding());
        }
        self.load(&Wanted { requests: &requests, tokens: None }, host, part).await
    }

    /// As [`Session::build`] for stimuli that are known: of an embedding that they only look up, their rows are read. Where
    /// weights are edited, all of it is.
    async fn build_for(
        &mut self,
        sites: &[&str],
        stimuli: &Stimuli,
        host: &mut impl Host,
        part: Part,
    ) -> Result<Box<dyn models::Model>> {
        let (requests, tokens) = (self.plan.weights_for(sites)?, stimuli.tokens());
        let tokens = self.changes.edits.is_empty().then_some(&tokens);
        self.load(&Wanted { requests: &requests, tokens }, host, part).await
    }

    async fn load(
        &mut self,
        wanted: &Wanted<'_>,
        host: &mut impl Host,
        part: Part,
    ) -> Result<Box<dyn models::Model>> {
        self.loaded.load(wanted, &self.checkpoint, &self.device, host, part).await?;
        self.build_of(&self.loaded, &self.device)
    }

    /// As [`Session::build`] on another device, for which the weights are read again and not kept.
    pub(crate) async fn build_on(
        &self,
        device: &Device,
        sites: &[&str],
        host: &mut impl Host,
        part: Part,
    ) -> Result<Box<dyn models::Model>> {
        let (mut loaded, requests) = (Loaded::default(), self.plan.weights_for(sites)?);
        let wanted = Wanted { requests: &requests, tokens: None };
        loaded.load(&wanted, &self.checkpoint, device, host, part).await?;
        self.build_of(&loaded, device)
    }

    /// The model of loaded weights, with the edits of this run.
    fn build_of(&self, loaded: &Loaded, device: &Device) -> Result<Box<dyn models::Model>> {
        let mut weights = loaded.weights();
        self.changes.edits.iter().try_for_each(|edit: &WeightEdit| weights.edit(edit))?;
        Ok(self.plan.build(weights, device)?)
    }

    /// Multiply-adds of stimuli up to the deepest of `sites`, estimated from shapes before any weight is read: `lengths` has
    /// an entry a stimulus, of texts their tokens.
    pub fn multiply_adds(&self, sites: &[String], lengths: &[usize]) -> Result<u64> {
        let names: Vec<String> = sites.iter().map(|site| self.resolve(site)).collect::<Result<_>>()?;
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut total = 0_u64;
        for &length in lengths {
            total = total.saturating_add(self.plan.multiply_adds(&names, length)?);
        }
        Ok(total)
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
        self.capture_within(sites, pool, stimuli, host, Part::whole()).await
    }

    /// As [`Session::capture`], as a part of a longer job.
    pub(crate) async fn capture_within(
        &mut self,
        sites: &[String],
        pool: Pool,
        stimuli: &Stimuli,
        host: &mut impl Host,
        part: Part,
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
            let [for_weights, for_model] = part.split(0.3);
            let model = self.build_for(&missing, stimuli, host, for_weights).await?;
            let stage = Stage::start(host, "running the model", for_model);
            let found = self.forward_all(&*model, &missing, pool, stimuli, stage).await?;
            self.cache.sites.extend(found.into_iter().map(|captured| (captured.site.clone(), captured)));
        }
        Ok(names.iter().filter_map(|name| self.cache.sites.get(name).cloned()).collect())
    }
}

fn hex(hash: &[u8]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}
