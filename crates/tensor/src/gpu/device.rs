//! One graphics device: its queue, its compiled kernels and the commands not yet submitted.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::buffer::RawBuffer;
use super::pool::Pool;
use super::trouble::Trouble;
use super::{AdapterFacts, GpuCounters, Kernel};
use crate::exec::GpuPlan;
use crate::graph::MAX_PLANS;
use crate::{Error, Result};

/// Commands are submitted at a read-back, or once this many dispatches have gathered: small
/// enough that the device starts early, large enough that submission costs little.
const DISPATCHES_PER_SUBMIT: usize = 64;

/// wgpu's own message lists every backend that was not compiled in, which tells a visitor nothing.
const NO_ADAPTER: &str = if cfg!(target_arch = "wasm32") {
    "this browser offers no WebGPU adapter (it lacks WebGPU, has it turned off, or knows no graphics card)"
} else {
    "this machine offers no graphics adapter through Vulkan, Metal or DX12"
};

/// A graphics device. Made once and shared.
pub struct Gpu {
    pub(crate) device: wgpu::Device,
    pub(crate) queue: wgpu::Queue,
    facts: AdapterFacts,
    pipelines: Mutex<HashMap<String, wgpu::ComputePipeline>>,
    compiled: Mutex<HashMap<u64, Arc<GpuPlan>>>,
    choices: Mutex<BTreeMap<&'static str, &'static str>>,
    pool: Mutex<Pool>,
    pending: Mutex<Pending>,
    trouble: Trouble,
}

/// Dispatches in one compute pass, as many as are sent together: the device orders those that write what
/// others read.
pub(crate) struct Recorder<'a> {
    gpu: &'a Gpu,
    // Before the encoder that it belongs to, so that it ends first.
    pass: Option<wgpu::ComputePass<'static>>,
    pending: MutexGuard<'a, Pending>,
}

impl Recorder<'_> {
    /// The open pass.
    pub fn pass(&mut self) -> &mut wgpu::ComputePass<'static> {
        let (gpu, pending) = (self.gpu, &mut self.pending);
        self.pass.get_or_insert_with(|| {
            let encoder =
                pending.encoder.get_or_insert_with(|| gpu.device.create_command_encoder(&Default::default()));
            encoder.begin_compute_pass(&Default::default()).forget_lifetime()
        })
    }

    /// Counts dispatches that were recorded, and sends them once many have gathered.
    pub fn count(&mut self, n: usize) {
        self.gpu.pool().counters.dispatches += n as u64;
        self.pending.dispatches += n;
        if self.pending.dispatches >= DISPATCHES_PER_SUBMIT {
            self.pass = None;
            self.gpu.submit(&mut self.pending);
        }
    }
}

/// What a kernel does with a buffer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Binding {
    Uniform,
    Read,
    Write,
}

#[derive(Default)]
struct Pending {
    encoder: Option<wgpu::CommandEncoder>,
    dispatches: usize,
}

impl Gpu {
    /// Asks for the high-performance adapter and a device with all limits the adapter offers.
    /// Each step that can fail says which one did.
    pub async fn request() -> Result<Arc<Self>> {
        let mut descriptor = wgpu::InstanceDescriptor::new_without_display_handle();
        descriptor.backends = wgpu::Backends::BROWSER_WEBGPU
            | wgpu::Backends::VULKAN
            | wgpu::Backends::METAL
            | wgpu::Backends::DX12;
        // Software Vulkan drivers are not fully conformant; they are what test machines have.
        descriptor.flags |= wgpu::InstanceFlags::ALLOW_UNDERLYING_NONCOMPLIANT_ADAPTER;
        let instance = wgpu::Instance::new(descriptor);
        let options = wgpu::RequestAdapterOptions {
            power_preference: wgpu::PowerPreference::HighPerformance,
            ..Default::default()
        };
        let adapter =
            instance.request_adapter(&options).await.map_err(|_| Error::Gpu(NO_ADAPTER.to_owned()))?;
        let facts = AdapterFacts::read(&adapter);
        let descriptor = wgpu::DeviceDescriptor { required_limits: adapter.limits(), ..Default::default() };
        let (device, queue) = adapter
            .request_device(&descriptor)
            .await
            .map_err(|error| Error::Gpu(format!("the adapter {} gave no device ({error})", facts.name)))?;
        let facts = facts.with_words_of(&device);
        let trouble = Trouble::of(&device);
        Ok(Arc::new(Self {
            device,
            queue,
            facts,
            pipelines: Mutex::default(),
            compiled: Mutex::default(),
            choices: Mutex::default(),
            pool: Mutex::default(),
            pending: Mutex::default(),
            trouble,
        }))
    }

    /// What the adapter says of itself.
    pub fn adapter(&self) -> &AdapterFacts {
        &self.facts
    }

    /// Hands the device back at once, with the memory of all its tensors. What was not read back
    /// is gone: every later call on its tensors fails with [`Error::Gpu`].
    pub fn destroy(&self) {
        self.trouble.note(Error::Gpu(
            "the graphics device was lost (it was handed back); run again to start it anew, or choose the CPU"
                .to_owned(),
        ));
        self.pool().clear();
        self.device.destroy();
    }

    /// Fails when the device was lost or refused a command since it was made.
    pub(crate) fn check(&self) -> Result<()> {
        self.trouble.check()
    }

    #[cfg(target_arch = "wasm32")]
    pub(super) fn trouble(&self) -> &Trouble {
        &self.trouble
    }

    /// Bytes and dispatches so far.
    pub fn counters(&self) -> GpuCounters {
        self.pool().counters
    }

    /// Starts the peak of [`Gpu::counters`] anew.
    pub fn reset_peak(&self) {
        let counters = &mut self.pool().counters;
        counters.peak_bytes = counters.used_bytes;
    }

    /// Which kernel was chosen for each kind of work that was timed or forced; others go by the adapter.
    pub fn choices(&self) -> Vec<(&'static str, &'static str)> {
        let choices = self.choices.lock().unwrap_or_else(PoisonError::into_inner);
        choices.iter().map(|(&work, &kernel)| (work, kernel)).collect()
    }

    /// The kernel chosen for a kind of work.
    pub(crate) fn choice(&self, work: &str) -> Option<&'static str> {
        self.choices.lock().unwrap_or_else(PoisonError::into_inner).get(work).copied()
    }

    /// Chooses a kernel. Plans are compiled anew.
    pub(crate) fn choose(&self, work: &'static str, kernel: &'static str) {
        self.choices.lock().unwrap_or_else(PoisonError::into_inner).insert(work, kernel);
        self.compiled.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// What was compiled for the plan of this number.
    pub(crate) fn compiled(&self, plan: u64) -> Option<Arc<GpuPlan>> {
        self.compiled.lock().unwrap_or_else(PoisonError::into_inner).get(&plan).cloned()
    }

    /// Keeps what was compiled for a plan. The plan with the lowest number, hence the oldest, goes
    /// when there are many.
    pub(crate) fn keep_compiled(&self, plan: u64, compiled: GpuPlan) -> Arc<GpuPlan> {
        let mut all = self.compiled.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= MAX_PLANS {
            all.keys().min().copied().and_then(|oldest| all.remove(&oldest));
        }
        let compiled = Arc::new(compiled);
        all.insert(plan, compiled.clone());
        compiled
    }

    pub(super) fn return_buffer(&self, raw: RawBuffer) {
        self.pool().put(raw);
    }

    pub(super) fn pool(&self) -> std::sync::MutexGuard<'_, Pool> {
        self.pool.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The compiled form of `kernel`; compiled at first use. Its bindings are stated rather than derived from the
    /// source, because a derived layout drops bindings that a variant does not touch.
    pub(crate) fn pipeline(&self, kernel: &Kernel, bindings: &[Binding]) -> wgpu::ComputePipeline {
        let mut pipelines = self.pipelines.lock().unwrap_or_else(PoisonError::into_inner);
        let compile = || {
            let module = self.device.create_shader_module(wgpu::ShaderModuleDescriptor {
                label: Some(kernel.label()),
                source: wgpu::ShaderSource::Wgsl(kernel.source.clone()),
            });
            let entry = |(at, &binding): (usize, &Binding)| wgpu::BindGroupLayoutEntry {
                binding: at as u32,
                visibility: wgpu::ShaderStages::COMPUTE,
                ty: wgpu::BindingType::Buffer {
                    ty: match binding {
                        Binding::Uniform => wgpu::BufferBindingType::Uniform,
                        Binding::Read => wgpu::BufferBindingType::Storage { read_only: true },
                        Binding::Write => wgpu::BufferBindingType::Storage { read_only: false },
                    },
                    has_dynamic_offset: false,
                    min_binding_size: None,
                },
                count: None,
            };
            let entries: Vec<_> = bindings.iter().enumerate().map(entry).collect();
            let group = self.device.create_bind_group_layout(&wgpu::BindGroupLayoutDescriptor {
                label: Some(kernel.label()),
                entries: &entries,
            });
            let layout = self.device.create_pipeline_layout(&wgpu::PipelineLayoutDescriptor {
                label: Some(kernel.label()),
                bind_group_layouts: &[Some(&group)],
                ..Default::default()
            });
            self.device.create_compute_pipeline(&wgpu::ComputePipelineDescriptor {
                label: Some(kernel.label()),
                layout: Some(&layout),
                module: &module,
                entry_point: Some("main"),
                compilation_options: wgpu::PipelineCompilationOptions {
                    constants: &kernel.constants,
                    ..Default::default()
                },
                cache: None,
            })
        };
        if let Some(pipeline) = pipelines.get(kernel.name.as_ref()) {
            return pipeline.clone();
        }
        let pipeline = compile();
        pipelines.insert(kernel.name.to_string(), pipeline.clone());
        pipeline
    }

    /// Lets `record` add commands to the open encoder.
    pub(crate) fn record(&self, record: impl FnOnce(&mut wgpu::CommandEncoder)) {
        let mut pending = self.pending.lock().unwrap_or_else(PoisonError::into_inner);
        let encoder =
            pending.encoder.get_or_insert_with(|| self.device.create_command_encoder(&Default::default()));
        record(encoder);
    }

    /// Records dispatches; nobody else records or sends before it is dropped.
    pub(crate) fn recorder(&self) -> Recorder<'_> {
        let pending = self.pending.lock().unwrap_or_else(PoisonError::into_inner);
        Recorder { gpu: self, pass: None, pending }
    }

    /// Sends all gathered commands to the device.
    pub(crate) fn flush(&self) {
        self.submit(&mut self.pending.lock().unwrap_or_else(PoisonError::into_inner));
    }

    fn submit(&self, pending: &mut Pending) {
        pending.dispatches = 0;
        if let Some(encoder) = pending.encoder.take() {
            self.queue.submit([encoder.finish()]);
        }
    }
}
