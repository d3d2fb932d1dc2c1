//! An older table of SqueezeNet against human IT (.105 .114 .160 .219 .307 for pixels, conv1, fire3, fire5, fire9) is not
//! what the sites of those names give: see `human_it`, which has the numbers of the published network. How the table was
//! made is not known. The forward pass here comes within .01 of all five: pools whose last window may hang over the edge,
//! "fire3" and "fire5" taken after their pools, and a pool between fire8 and fire9 that SqueezeNet 1.1 does not have. It was
//! found by trying dozens of variants against those numbers, and others come as near at fire9 (its 7 × 7 average pool has
//! .310, fire8 and fire9 together .310, its expand1x1 half .316), so it explains nothing by itself.

use std::collections::BTreeMap;

use analysis::{Activations, Distance, Rdm, RdmComparison, compare_rdms, rdm};
use formats::npy;
use inscape_models::{Hooks, Input, InputKind, preprocess, read_config};
use pollster::block_on;
use tensor::{Device, Padding2d, Tensor};

use super::files::{File, is_here, model_folder, root};
use super::human_it::{N_IMAGES, TOLERANCE, picture_paths, read_png};

const TABLE: &[(&str, f64)] = &[
    ("pixels", 0.105),
    ("conv1", 0.114),
    ("pool3", 0.160),
    ("pool5", 0.219),
    ("fire9 of pooled fire8", 0.307),
];

/// The fire module `features.12` by hand, on the pooled output of the module before it.
fn fire9(x: &Tensor, file: &File) -> Tensor {
    let convolve = |x: &Tensor, part: &str, padding| {
        let read = |what: &str| {
            let (shape, values) = file.read(&format!("features.12.{part}.{what}"));
            Tensor::from_vec(values, &shape, &Device::Cpu).unwrap()
        };
        x.conv2d(&read("weight"), &read("bias"), 1, padding).unwrap().relu().unwrap()
    };
    let squeezed = convolve(x, "squeeze", Padding2d::default());
    let narrow = convolve(&squeezed, "expand1x1", Padding2d::default());
    let wide = convolve(&squeezed, "expand3x3", Padding2d::all(1));
    Tensor::concat(&[&narrow, &wide], 1).unwrap()
}

#[test]
fn one_pool_more_than_squeezenet_has_gives_the_older_table() {
    let human = root().join("../shared/data/92images/hIT_mean_rdm.npy");
    let folder = model_folder("squeezenet1_1");
    if !is_here(&root().join(".cache/92images")) || !is_here(&human) || !is_here(&folder) {
        return;
    }
    let mut config: serde_json::Value =
        serde_json::from_slice(&std::fs::read(folder.join("config.json")).unwrap()).unwrap();
    config["pool_ceil_mode"] = true.into();
    let plan = read_config(&serde_json::to_vec(&config).unwrap()).unwrap();
    let file = File::open(&folder.join("model.safetensors"));
    let InputKind::Image(spec) = plan.input() else { panic!("a squeezenet takes images") };
    let sites = ["input", "conv1", "pool3", "pool5", "fire8"];
    let weights = file.weights(&plan.weights_for(&sites).unwrap(), &Device::Cpu);
    let model = plan.build(weights, &Device::Cpu).unwrap();

    let mut rows: BTreeMap<&str, Vec<f32>> = BTreeMap::new();
    for batch in picture_paths().chunks(23) {
        let pixels: Vec<f32> =
            batch.iter().flat_map(|path| preprocess(&read_png(path), &spec).unwrap()).collect();
        let images = Tensor::from_vec(pixels, &[batch.len(), 3, spec.side, spec.side], &Device::Cpu).unwrap();
        let mut hooks = Hooks::keeping(&sites);
        model.forward(&Input::Images(images), &mut hooks).unwrap();
        let kept = hooks.take();
        let last = fire9(&kept["fire8"].max_pool2d(3, 2, false).unwrap(), &file);
        let mean = Tensor::from_vec(spec.mean.to_vec(), &[3, 1, 1], &Device::Cpu).unwrap();
        let pixels = kept["input"].add(&mean).unwrap();
        let mut keep = |name, value: &Tensor| {
            rows.entry(name).or_default().extend(block_on(value.to_vec()).unwrap());
        };
        keep("pixels", &pixels);
        keep("fire9 of pooled fire8", &last);
        for site in ["conv1", "pool3", "pool5"] {
            keep(site, &kept[site]);
        }
    }
    let human = npy::read(&std::fs::read(human).unwrap()).unwrap();
    let human = Rdm::from_square(&human.to_f64().unwrap(), N_IMAGES).unwrap();
    for (name, stated) in TABLE {
        let n_units = rows[name].len() / N_IMAGES;
        let activations = Activations::new(rows[name].clone(), N_IMAGES, n_units).unwrap();
        let model = rdm(&activations, Distance::Correlation).unwrap();
        let found = compare_rdms(&model, &human, RdmComparison::Spearman).unwrap();
        println!("{name}: {found:.4}");
        assert!((found - stated).abs() <= TOLERANCE, "{name}: {found} against {stated}");
    }
}
