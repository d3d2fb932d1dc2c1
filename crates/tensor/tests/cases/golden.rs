//! The third judge: numbers from torch and transformers, made by `scripts/golden/make_tensor.py`.

use inscape_tensor::{Device, Padding2d, Result, Tensor};
use serde_json::Value;

use super::agreement::deviation;

/// Largest deviation from the reference, relative to its largest number.
const TOLERANCE: f64 = 1e-5;

/// A stored tensor.
pub fn tensor(value: &Value, device: &Device) -> Tensor {
    let list = |key: &str| value[key].as_array().unwrap_or_else(|| panic!("{key} is missing")).iter();
    let shape: Vec<usize> = list("shape").map(|v| v.as_u64().unwrap() as usize).collect();
    let data = list("data").map(|v| v.as_f64().unwrap() as f32).collect();
    Tensor::from_vec(data, &shape, device).unwrap()
}

/// A whole number among the parameters of a case.
pub fn number(case: &Value, key: &str) -> usize {
    case["params"][key].as_u64().unwrap_or_else(|| panic!("{key} is missing")) as usize
}

/// What the case's op gives, in the order of its outputs.
fn compute(case: &Value, x: &[Tensor]) -> Result<Vec<Tensor>> {
    let eps = || case["params"]["eps"].as_f64().unwrap() as f32;
    let flag = |key: &str| case["params"][key].as_bool().unwrap();
    Ok(match case["op"].as_str().unwrap() {
        "conv2d" => {
            let [top, bottom, left, right] = ["top", "bottom", "left", "right"].map(|key| number(case, key));
            let padding = Padding2d { top, bottom, left, right };
            vec![x[0].conv2d(&x[1], &x[2], number(case, "stride"), padding)?]
        }
        "max_pool2d" => {
            vec![x[0].max_pool2d(number(case, "kernel"), number(case, "stride"), flag("ceil"))?]
        }
        "layer_norm" => vec![x[0].layer_norm(&x[1], &x[2], eps())?],
        "rms_norm" => vec![x[0].rms_norm(&x[1], eps())?],
        "softmax" => vec![x[0].softmax()?],
        "gelu_erf" => vec![x[0].gelu_erf()?],
        "silu" => vec![x[0].silu()?],
        "attention" => {
            let out = x[0].attention(&x[1], &x[2], flag("is_causal"))?;
            vec![out.pattern, out.z]
        }
        "rope" => vec![x[0].rope(case["params"]["theta"].as_f64().unwrap() as f32)?],
        other => panic!("the golden file names the op {other}, which this test does not know"),
    })
}

pub async fn results_match_torch_and_transformers(device: &Device) {
    let file: Value = serde_json::from_str(include_str!("../golden/tensor.json")).unwrap();
    let cases = file["cases"].as_array().unwrap();
    assert!(cases.len() >= 12, "the golden file holds only {} cases", cases.len());
    match_all(cases, device, compute).await;
}

/// Fails unless `compute` gives each case's outputs.
pub async fn match_all(
    cases: &[Value],
    device: &Device,
    compute: impl Fn(&Value, &[Tensor]) -> Result<Vec<Tensor>>,
) {
    for case in cases {
        let name = case["name"].as_str().unwrap();
        let inputs: Vec<Tensor> =
            case["inputs"].as_array().unwrap().iter().map(|value| tensor(value, device)).collect();
        let found = compute(case, &inputs).unwrap_or_else(|error| panic!("{name}: {error}"));
        let expected = case["outputs"].as_array().unwrap();
        assert_eq!(found.len(), expected.len(), "{name}");
        for (found, expected) in found.iter().zip(expected) {
            let expected = tensor(expected, &Device::Cpu);
            assert_eq!(found.shape(), expected.shape(), "{name}");
            let deviation = deviation(&expected.to_vec().await.unwrap(), &found.to_vec().await.unwrap());
            assert!(deviation <= TOLERANCE, "{name} deviates by {deviation:e}");
        }
    }
}
