//! The wasm face of the speed workloads: what tests/bench/inscape-worker.js drives. A module of its own, so that
//! no visitor loads it.

use bench::{Workload, fingerprint};
use js_sys::{Float32Array, Object, Reflect};
use tensor::{Device, Tensor, gpu::Gpu};
use wasm_bindgen::prelude::*;

/// A device and the workload that was prepared last.
#[wasm_bindgen]
pub struct Bench {
    device: Device,
    workload: Option<Workload>,
    before: Counters,
}

/// What was counted before the last step.
#[derive(Clone, Copy, Default)]
struct Counters {
    kernels: u64,
    plans: u64,
    allocated_bytes: u64,
}

#[wasm_bindgen]
impl Bench {
    /// A bench on `cpu` or `webgpu`.
    pub async fn create(device: String) -> Result<Bench, JsValue> {
        let device = match device.as_str() {
            "cpu" => Device::Cpu,
            "webgpu" => {
                let gpu = Gpu::request().await.map_err(thrown)?;
                gpu.tune_matmul().await.map_err(thrown)?;
                Device::Gpu(gpu)
            }
            other => return Err(plain("device", &format!("the devices are cpu and webgpu, not {other}"))),
        };
        Ok(Self { device, workload: None, before: Counters::default() })
    }

    /// Makes a workload ready. `weights` are the bytes of its model.safetensors, `config` the text of its
    /// config.json, where it has a model.
    pub async fn prepare(
        &mut self,
        workload: String,
        weights: Option<Vec<u8>>,
        config: Option<String>,
    ) -> Result<(), JsValue> {
        self.workload = None;
        let (weights, config) = (weights.unwrap_or_default(), config.unwrap_or_default());
        let workload = Workload::new(&workload, &weights, &config, &self.device).map_err(thrown)?;
        self.workload = Some(workload);
        Ok(())
    }

    /// Runs a forward workload: its output if `read`, else its first number, once it is ready.
    pub async fn run(&mut self, read: bool) -> Result<JsValue, JsValue> {
        self.count();
        let Some(Workload::Forward(forward)) = &self.workload else { return Err(other_kind("run")) };
        let out = forward.run().await.map_err(thrown)?;
        if read {
            return Ok(Float32Array::from(out.to_vec().await.map_err(thrown)?.as_slice()).into());
        }
        Tensor::evaluate_all(std::slice::from_ref(&out)).map_err(thrown)?;
        let first = out.reshape(&[out.count()]).and_then(|out| out.slice(0, 0, 1)).map_err(thrown)?;
        Ok(first.to_vec().await.map_err(thrown)?[0].into())
    }

    /// `n` updates of a training workload.
    pub async fn step(&mut self, n: u32) -> Result<(), JsValue> {
        for _ in 0..n {
            self.count();
            let Some(Workload::Train(training)) = &mut self.workload else { return Err(other_kind("step")) };
            training.step().map_err(thrown)?;
        }
        Ok(())
    }

    /// The loss from before the last update.
    pub async fn loss(&self) -> Result<f32, JsValue> {
        let Some(Workload::Train(training)) = &self.workload else { return Err(other_kind("loss")) };
        training.loss().await.map_err(thrown)
    }

    /// Empties the decoder's cache.
    pub async fn restart(&mut self) -> Result<(), JsValue> {
        let Some(Workload::Decode(decoder)) = &mut self.workload else { return Err(other_kind("restart")) };
        decoder.reset().map_err(thrown)
    }

    /// The likeliest token after `id` at `position`.
    pub async fn decode(&mut self, id: f32, position: usize) -> Result<f32, JsValue> {
        self.count();
        let Some(Workload::Decode(decoder)) = &mut self.workload else { return Err(other_kind("decode")) };
        decoder.next(id, position).await.map_err(thrown)
    }

    /// The fingerprint of an output, as the peers' is taken.
    pub fn fingerprint(values: &[f32]) -> f64 {
        fingerprint(values)
    }

    /// Kernels run, plans made and bytes newly allocated by the last step, and the bytes that tensors hold
    /// now and held at most, as JSON.
    pub fn counters(&self) -> String {
        let now = self.read_counters();
        let (used, peak) = match &self.device {
            Device::Cpu => {
                let memory = tensor::memory_counters();
                (memory.used_bytes as u64, memory.peak_bytes as u64)
            }
            Device::Gpu(gpu) => (gpu.counters().used_bytes, gpu.counters().peak_bytes),
        };
        serde_json::json!({
            "kernels": now.kernels - self.before.kernels,
            "plans": now.plans - self.before.plans,
            "allocatedBytes": now.allocated_bytes - self.before.allocated_bytes,
            "usedBytes": used,
            "peakBytes": peak,
        })
        .to_string()
    }

    fn count(&mut self) {
        self.before = self.read_counters();
    }

    fn read_counters(&self) -> Counters {
        let plans = tensor::plan_counters();
        let (kernels, allocated_bytes) = match &self.device {
            Device::Cpu => (plans.kernels, tensor::memory_counters().allocated_bytes),
            Device::Gpu(gpu) => (gpu.counters().dispatches, gpu.counters().allocated_bytes),
        };
        Counters { kernels, plans: plans.plans_made, allocated_bytes }
    }
}

fn other_kind(call: &str) -> JsValue {
    plain("workload", &format!("{call} fits another kind of workload than the one prepared"))
}

fn thrown(error: impl std::fmt::Display) -> JsValue {
    plain("bench", &error.to_string())
}

/// `{ kind, message }`.
fn plain(kind: &str, message: &str) -> JsValue {
    let object = Object::new();
    for (key, value) in [("kind", kind), ("message", message)] {
        // A fresh object takes any key.
        let _ = Reflect::set(&object, &key.into(), &value.into());
    }
    object.into()
}
