//! `inscape bench`.

use std::path::{Path, PathBuf};

use bench::{NAMES, Workload, measure_limits, time};

use crate::failure::Failure;
use crate::file::read_file;
use crate::measure::print_json;
use crate::open::DeviceName;

/// Arguments of `inscape bench`.
#[derive(clap::Args)]
pub struct Arguments {
    /// Where the engine runs.
    #[arg(long, value_enum, default_value = "cpu")]
    device: DeviceName,
    /// Only these, with commas between them.
    #[arg(long, value_delimiter = ',', value_name = "NAMES")]
    workloads: Vec<String>,
    /// The folder that `scripts/models/fetch.py` filled.
    #[arg(long, value_name = "DIR", default_value = "models")]
    models: PathBuf,
    /// Times of the same workloads in PyTorch, written by `python3 tests/bench/native/main.py --out FILE`.
    #[arg(long, value_name = "FILE")]
    beside: Option<PathBuf>,
}

/// Times the workloads and prints them as JSON, with the device's copy bandwidth and product speed; a line
/// each to standard error as they come.
pub async fn run(arguments: &Arguments) -> Result<(), Failure> {
    let device = arguments.device.open().await?;
    let failed = |error: bench::Error| Failure::new(error.to_string());
    let beside: serde_json::Value = match &arguments.beside {
        Some(path) => serde_json::from_slice(&read_file(path)?)
            .map_err(|error| Failure::new(format!("{} is no JSON ({error})", path.display())))?,
        None => serde_json::Value::Null,
    };
    let limits = measure_limits(&device).await.map_err(failed)?;
    eprintln!(
        "{}: copies {:.1} GB/s, products {:.1} GFLOP/s",
        device.describe(),
        limits.copy_gb_per_sec,
        limits.gemm_gflops
    );
    let all: Vec<String> = NAMES.iter().map(|&name| name.to_owned()).collect();
    let chosen = if arguments.workloads.is_empty() { &all } else { &arguments.workloads };
    let mut rows = serde_json::Map::new();
    for name in chosen {
        let (weights, config) = checkpoint(name, &arguments.models)?;
        let row = match Workload::new(name, &weights, &config, &device) {
            Ok(mut workload) => match time(&mut workload, &device).await {
                Ok(timing) => {
                    let other = median(&beside["results"][name]["ms"]);
                    let ratio = other.map(|other| other / timing.median_ms());
                    let words = ratio.map_or(String::new(), |ratio| format!(", {ratio:.2} × PyTorch"));
                    eprintln!(
                        "{name}: {:.3} ms, {} kernels, {} bytes newly allocated, {} at the peak{words}",
                        timing.median_ms(),
                        timing.kernels,
                        timing.allocated_bytes,
                        timing.peak_bytes
                    );
                    serde_json::json!({
                        "medianMs": timing.median_ms(), "ms": timing.ms, "check": timing.check,
                        "kernels": timing.kernels, "allocatedBytes": timing.allocated_bytes,
                        "peakBytes": timing.peak_bytes, "pytorchMs": other, "ratio": ratio,
                    })
                }
                Err(error) => refused(name, &error),
            },
            Err(error @ bench::Error::Unknown(_)) => return Err(failed(error)),
            Err(error) => refused(name, &error),
        };
        rows.insert(name.clone(), row);
    }
    print_json(&serde_json::json!({
        "device": device.describe(),
        "copyGbPerSec": limits.copy_gb_per_sec,
        "gemmGflops": limits.gemm_gflops,
        "workloads": rows,
    }))
}

fn refused(name: &str, error: &bench::Error) -> serde_json::Value {
    eprintln!("{name}: {error}");
    serde_json::json!({ "refused": error.to_string() })
}

/// The weights and config of the workloads that have a model.
fn checkpoint(workload: &str, models: &Path) -> Result<(Vec<u8>, String), Failure> {
    let folder = match workload {
        "minilm-32x32" => "minilm-l6",
        "squeezenet-8" => "squeezenet1_1",
        "decode" => "smollm2-135m",
        _ => return Ok((Vec::new(), String::new())),
    };
    let config = read_file(&models.join(folder).join("config.json"))?;
    Ok((
        read_file(&models.join(folder).join("model.safetensors"))?,
        String::from_utf8_lossy(&config).into_owned(),
    ))
}

fn median(times: &serde_json::Value) -> Option<f64> {
    let mut times: Vec<f64> = times.as_array()?.iter().filter_map(serde_json::Value::as_f64).collect();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied()
}
