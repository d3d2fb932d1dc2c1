//! Choosing a backend by measurement.

use serde::Serialize;
use tensor::{Device, gpu::Gpu, measure_matmul};
use ts_rs::TS;

use crate::{Backend, BackendChoice};

/// Side of the matrices of the timed run: large enough to tell a real GPU from a software
/// adapter, small enough to end within about 0.2 s on either.
const PROBE_SIZE: usize = 256;

/// What this machine offers, and what was chosen.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Capability {
    /// The CPU and the graphics adapter.
    pub backends: Vec<BackendFacts>,
    /// The one in use.
    pub chosen: Backend,
    /// Why, as a sentence with the measured numbers.
    pub why: String,
}

/// One backend.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BackendFacts {
    /// Which.
    pub backend: Backend,
    /// In words.
    pub name: String,
    /// WebGPU, Vulkan, or `candle-core`.
    pub api: String,
    /// Why it cannot be used; absent when it can.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unavailable: Option<String>,
    /// Measured speed in GFLOP/s.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gflops: Option<f64>,
    /// Names and values of limits that were requested from the adapter.
    pub limits: Vec<(String, f64)>,
}

/// Probes both backends by a small timed run and picks; `choice` overrides.
pub async fn choose_backend(choice: BackendChoice) -> (Device, Capability) {
    let (cpu, cpu_gflops) = probe_cpu().await;
    let (gpu_device, gpu) = probe_gpu().await;
    let gpu_gflops = gpu.gflops.unwrap_or(0.0);
    let measured = format!("{PROBE_SIZE}×{PROBE_SIZE} products ran at {cpu_gflops:.1} GFLOP/s on the CPU");
    let (device, chosen, why) = match (gpu_device, choice) {
        (None, BackendChoice::Gpu) => {
            let reason = gpu.unavailable.clone().unwrap_or_default();
            (Device::Cpu, Backend::Cpu, format!("You asked for the GPU, but {reason}; the CPU runs instead."))
        }
        (None, _) => {
            let reason = gpu.unavailable.clone().unwrap_or_default();
            (Device::Cpu, Backend::Cpu, format!("The CPU runs, since {reason}. {measured}."))
        }
        (Some(_), BackendChoice::Cpu) => (
            Device::Cpu,
            Backend::Cpu,
            format!("You asked for the CPU. {measured} and {gpu_gflops:.1} on {}.", gpu.name),
        ),
        (Some(device), BackendChoice::Gpu) => (
            device,
            Backend::Gpu,
            format!("You asked for the GPU. {measured} and {gpu_gflops:.1} on {}.", gpu.name),
        ),
        (Some(device), BackendChoice::Auto) if gpu_gflops > cpu_gflops => (
            device,
            Backend::Gpu,
            format!("The GPU was faster: {measured} and {gpu_gflops:.1} on {}.", gpu.name),
        ),
        (Some(_), BackendChoice::Auto) => (
            Device::Cpu,
            Backend::Cpu,
            format!("The CPU was faster: {measured} and {gpu_gflops:.1} on {}.", gpu.name),
        ),
    };
    (device, Capability { backends: vec![cpu, gpu], chosen, why })
}

async fn probe_cpu() -> (BackendFacts, f64) {
    let gflops = measure_matmul(&Device::Cpu, PROBE_SIZE).await.map_or(0.0, |probe| probe.gflops);
    let facts = BackendFacts {
        backend: Backend::Cpu,
        name: if cfg!(target_arch = "wasm32") { "CPU, one thread" } else { "CPU" }.to_owned(),
        api: "candle-core".to_owned(),
        unavailable: None,
        gflops: Some(gflops),
        limits: Vec::new(),
    };
    (facts, gflops)
}

async fn probe_gpu() -> (Option<Device>, BackendFacts) {
    let absent = |name: String, reason: String| BackendFacts {
        backend: Backend::Gpu,
        name,
        api: "WebGPU".to_owned(),
        unavailable: Some(reason),
        gflops: None,
        limits: Vec::new(),
    };
    let gpu = match Gpu::request().await {
        Ok(gpu) => gpu,
        Err(error) => return (None, absent("no graphics device".to_owned(), error.to_string())),
    };
    let adapter = gpu.adapter().clone();
    let device = Device::Gpu(gpu.clone());
    let probe = match gpu.tune_matmul().await {
        Ok(()) => measure_matmul(&device, PROBE_SIZE).await,
        Err(error) => Err(error),
    };
    match probe {
        Err(error) => (None, absent(adapter.name, error.to_string())),
        Ok(probe) => {
            let software = if adapter.is_software { " (software adapter)" } else { "" };
            let facts = BackendFacts {
                backend: Backend::Gpu,
                name: format!("{}{software}", adapter.name),
                api: adapter.api,
                unavailable: None,
                gflops: Some(probe.gflops),
                limits: vec![
                    ("largest storage binding, bytes".to_owned(), adapter.max_binding_bytes as f64),
                    ("largest buffer, bytes".to_owned(), adapter.max_buffer_bytes as f64),
                    ("workgroup memory, bytes".to_owned(), f64::from(adapter.max_workgroup_bytes)),
                    ("threads in a workgroup".to_owned(), f64::from(adapter.max_invocations)),
                ],
            };
            (Some(device), facts)
        }
    }
}
