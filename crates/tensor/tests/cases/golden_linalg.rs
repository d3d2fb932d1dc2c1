//! Golden numbers for linear algebra: results and gradients of torch in f64, made by
//! `scripts/golden/make_linalg.py`.

use inscape_tensor::{Device, Result, Tensor, Triangle, gradients};
use serde_json::Value;

use super::agreement::deviation;
use super::golden::tensor;

/// f32 results of f64 work; gradients also sum f32 products.
const TOLERANCE: f64 = 1e-5;

fn compute(op: &str, x: &[Tensor]) -> Result<Vec<Tensor>> {
    Ok(match op {
        "svd" => {
            let svd = x[0].svd()?;
            vec![svd.u, svd.s, svd.vt]
        }
        "eigh" => {
            let eigen = x[0].eigh()?;
            vec![eigen.values, eigen.vectors]
        }
        "qr" => {
            let qr = x[0].qr()?;
            vec![qr.q, qr.r]
        }
        "cholesky" => vec![x[0].cholesky()?],
        "solve" => vec![x[0].solve(&x[1])?],
        "solve_lower" => vec![x[0].solve_triangular(&x[1], Triangle::Lower)?],
        "solve_upper" => vec![x[0].solve_triangular(&x[1], Triangle::Upper)?],
        "inverse" => vec![x[0].inverse()?],
        "log_determinant" => {
            let determinant = x[0].log_determinant()?;
            vec![determinant.sign, determinant.log_abs]
        }
        "least_squares" => vec![x[0].least_squares(&x[1])?],
        "pseudo_inverse" => vec![x[0].pseudo_inverse()?],
        other => panic!("the golden file names the op {other}, which this test does not know"),
    })
}

pub async fn decompositions_and_their_gradients_match_torch(device: &Device) {
    let file: Value = serde_json::from_str(include_str!("../golden/linalg.json")).unwrap();
    let cases = file["cases"].as_array().unwrap();
    assert!(cases.len() >= 15, "the golden file holds only {} cases", cases.len());
    for case in cases {
        let name = case["name"].as_str().unwrap();
        let list = |key: &str| -> Vec<Tensor> {
            case[key].as_array().unwrap().iter().map(|value| tensor(value, device)).collect()
        };
        let inputs: Vec<Tensor> = list("inputs").iter().map(|x| x.parameter().unwrap()).collect();
        let found =
            compute(case["op"].as_str().unwrap(), &inputs).unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut loss = Tensor::full(0.0, &[], device).unwrap();
        for (output, weight) in found.iter().zip(list("weights")) {
            loss = loss.add(&output.mul(&weight).unwrap().sum_all().unwrap()).unwrap();
        }
        let of_inputs = gradients(&loss, &inputs.iter().collect::<Vec<_>>()).unwrap();
        for (what, found, expected) in
            [("result", found, list("outputs")), ("gradient", of_inputs, list("gradients"))]
        {
            assert_eq!(found.len(), expected.len(), "{name}, {what}");
            for (found, expected) in found.iter().zip(expected) {
                assert_eq!(found.shape(), expected.shape(), "{name}, {what}");
                let deviation = deviation(&expected.to_vec().await.unwrap(), &found.to_vec().await.unwrap());
                assert!(deviation <= TOLERANCE, "{name}: the {what} deviates by {deviation:e}");
            }
        }
    }
}
