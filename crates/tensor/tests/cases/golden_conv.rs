//! The third judge of convolutions, poolings, their norms and resizing: numbers from torch, made by
//! `scripts/golden/make_conv.py`.

use inscape_tensor::{Conv, Conv1d, Conv3d, Device, Padding2d, Pool, Resize, Result, Tensor, gradients};
use serde_json::Value;

use super::golden::{match_all, number};

fn numbers<const N: usize>(case: &Value, key: &str) -> [usize; N] {
    let list = case["params"][key].as_array().unwrap_or_else(|| panic!("{key} is missing"));
    let list: Vec<usize> = list.iter().map(|v| v.as_u64().unwrap() as usize).collect();
    list.try_into().unwrap()
}

fn flag(case: &Value, key: &str) -> bool {
    case["params"][key].as_bool().unwrap_or_else(|| panic!("{key} is missing"))
}

fn conv(case: &Value) -> Conv {
    let [rows, columns] = numbers(case, "padding");
    Conv {
        stride: numbers(case, "stride"),
        padding: Padding2d { top: rows, bottom: rows, left: columns, right: columns },
        dilation: numbers(case, "dilation"),
        groups: number(case, "groups"),
    }
}

fn conv1d(case: &Value) -> Conv1d {
    let [stride, padding, dilation, groups] =
        ["stride", "padding", "dilation", "groups"].map(|key| number(case, key));
    Conv1d { stride, padding: [padding; 2], dilation, groups }
}

fn pool(case: &Value) -> Pool {
    Pool {
        kernel: numbers(case, "kernel"),
        stride: numbers(case, "stride"),
        padding: numbers(case, "padding"),
        ceil: flag(case, "ceil"),
        counts_padding: flag(case, "counts_padding"),
    }
}

/// The output, then the gradients of a third of its summed cubes with respect to the inputs.
fn with_gradients(x: &[Tensor], op: impl Fn(&[Tensor]) -> Result<Tensor>) -> Result<Vec<Tensor>> {
    let x: Vec<Tensor> = x.iter().map(Tensor::parameter).collect::<Result<_>>()?;
    let y = op(&x)?;
    let loss = y.square()?.mul(&y)?.sum_all()?.scale(1.0 / 3.0)?;
    let mut all = vec![y];
    all.extend(gradients(&loss, &x.iter().collect::<Vec<_>>())?);
    Ok(all)
}

/// What the case's op gives, in the order of its outputs.
fn compute(case: &Value, x: &[Tensor]) -> Result<Vec<Tensor>> {
    let size = || numbers::<2>(case, "size");
    match case["op"].as_str().unwrap() {
        "conv1d" => with_gradients(x, |x| x[0].conv1d(&x[1], Some(&x[2]), &conv1d(case))),
        "conv2d" => with_gradients(x, |x| x[0].conv2d_with(&x[1], Some(&x[2]), &conv(case))),
        "conv3d" => with_gradients(x, |x| {
            let [stride, padding, dilation] = ["stride", "padding", "dilation"].map(|key| numbers(case, key));
            let conv = Conv3d { stride, padding, dilation, groups: number(case, "groups") };
            x[0].conv3d(&x[1], Some(&x[2]), &conv)
        }),
        "conv_transpose1d" => with_gradients(x, |x| {
            x[0].conv_transpose1d(&x[1], Some(&x[2]), &conv1d(case), number(case, "output_padding"))
        }),
        "conv_transpose2d" => with_gradients(x, |x| {
            x[0].conv_transpose2d(&x[1], Some(&x[2]), &conv(case), numbers(case, "output_padding"))
        }),
        "max_pool2d" => with_gradients(x, |x| x[0].max_pool2d_with(&pool(case))),
        "avg_pool2d" => with_gradients(x, |x| x[0].avg_pool2d(&pool(case))),
        "adaptive_avg_pool2d" => with_gradients(x, |x| x[0].adaptive_avg_pool2d(size())),
        "adaptive_max_pool2d" => with_gradients(x, |x| x[0].adaptive_max_pool2d(size())),
        "batch_norm" => {
            let norm = x[0].batch_norm(Some(&x[1]), Some(&x[2]), 1e-5)?;
            Ok(vec![norm.y, norm.mean, norm.variance])
        }
        "batch_norm_with" => Ok(vec![x[0].batch_norm_with(&x[1], &x[2], Some(&x[3]), Some(&x[4]), 1e-5)?]),
        "instance_norm" => with_gradients(x, |x| x[0].instance_norm(Some(&x[1]), Some(&x[2]), 1e-5)),
        "group_norm" => {
            let groups = number(case, "groups");
            with_gradients(x, |x| x[0].group_norm(groups, Some(&x[1]), Some(&x[2]), 1e-5))
        }
        "pixel_shuffle" => Ok(vec![x[0].pixel_shuffle(number(case, "r"))?]),
        "pixel_unshuffle" => Ok(vec![x[0].pixel_unshuffle(number(case, "r"))?]),
        "nearest" => with_gradients(x, |x| x[0].resize2d(size(), Resize::Nearest)),
        "bilinear" => {
            let how = Resize::Bilinear { align_corners: flag(case, "align_corners") };
            with_gradients(x, |x| x[0].resize2d(size(), how))
        }
        other => panic!("the golden file names the op {other}, which this test does not know"),
    }
}

pub async fn convolutions_and_poolings_match_torch(device: &Device) {
    let file: Value = serde_json::from_str(include_str!("../golden/conv.json")).unwrap();
    let cases = file["cases"].as_array().unwrap();
    assert!(cases.len() >= 30, "the golden file holds only {} cases", cases.len());
    match_all(cases, device, compute).await;
}
