//! Numbers from torch for lookups, sorting, distances, attention, time and Fourier, made by
//! `scripts/golden/make_index.py`.

use inscape_tensor::{
    AttentionMask, AttentionOptions, Device, RecurrentFunction, RecurrentWeights, Result, Tensor, gradients,
};
use serde_json::Value;

use super::agreement::deviation;
use super::golden::{number, tensor};

/// Largest deviation from the reference, relative to its largest number.
const TOLERANCE: f64 = 1e-5;

/// Outputs, last states, and the gradient of Σ outputs² for the recurrent weights.
fn through_time(op: &str, x: &[Tensor]) -> Result<Vec<Tensor>> {
    let recurrent = x[2].parameter()?;
    let weights = RecurrentWeights { input: &x[1], recurrent: &recurrent, biases: Some([&x[3], &x[4]]) };
    let mut found = match op {
        "lstm" => {
            let out = x[0].lstm(&weights, Some([&x[5], &x[6]]))?;
            vec![out.outputs, out.hidden, out.cell]
        }
        _ => {
            let out = match op {
                "gru" => x[0].gru(&weights, Some(&x[5]))?,
                "rnn_tanh" => x[0].rnn(&weights, Some(&x[5]), RecurrentFunction::Tanh)?,
                _ => x[0].rnn(&weights, Some(&x[5]), RecurrentFunction::Relu)?,
            };
            vec![out.outputs, out.hidden]
        }
    };
    found.extend(gradients(&found[0].square()?.sum_all()?, &[&recurrent])?);
    Ok(found)
}

fn compute(case: &Value, x: &[Tensor]) -> Result<Vec<Tensor>> {
    let attention = |mask| -> Result<Vec<Tensor>> {
        let options = AttentionOptions { mask: Some(mask), scale: Some(0.3), ..AttentionOptions::default() };
        Ok(vec![x[0].attention_with(&x[1], &x[2], &options)?.z])
    };
    let dim = || number(case, "dim");
    Ok(match case["op"].as_str().unwrap() {
        "take" => vec![x[0].take(dim(), &x[1])?],
        "scatter_add" => vec![x[0].scatter_add(dim(), &x[1], number(case, "size"))?],
        "sort" => {
            let out = x[0].sort(dim(), case["params"]["is_descending"].as_bool().unwrap())?;
            vec![out.values, out.indices]
        }
        "top_k" => {
            let out = x[0].top_k(dim(), number(case, "k"))?;
            vec![out.values, out.indices]
        }
        "squared_distances" => vec![x[0].squared_distances(&x[1])?],
        "distances" => vec![x[0].distances(&x[1])?],
        "manhattan_distances" => vec![x[0].manhattan_distances(&x[1])?],
        "cosine_similarities" => vec![x[0].cosine_similarities(&x[1])?],
        "attention_boolean" => attention(AttentionMask::Boolean(&x[3]))?,
        "attention_additive" => attention(AttentionMask::Additive(&x[3]))?,
        op @ ("rnn_tanh" | "rnn_relu" | "gru" | "lstm") => through_time(op, x)?,
        "rfft" => vec![x[0].rfft()?],
        "irfft" => vec![x[0].irfft(number(case, "n"))?],
        "rfft2" => vec![x[0].rfft2()?],
        "irfft2" => vec![x[0].irfft2(number(case, "n"))?],
        other => panic!("the golden file names the op {other}, which this test does not know"),
    })
}

pub async fn lookups_orders_and_networks_through_time_match_torch(device: &Device) {
    let file: Value = serde_json::from_str(include_str!("../golden/index.json")).unwrap();
    let cases = file["cases"].as_array().unwrap();
    assert!(cases.len() >= 29, "the golden file holds only {} cases", cases.len());
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
