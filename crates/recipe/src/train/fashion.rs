//! Ten kinds of garments from 28 × 28 grey pixels (Fashion-MNIST; Xiao et al. 2017, arXiv:1708.07747).

use nn::{
    Activation, Layer, LayerSpec, Optimiser, Outcome, ParameterList, Schedule, Settings, VisionSpec,
    cross_entropy, is_right, sequential, vision_transformer,
};

use super::folder::{ToFolder, stack_folder, vision_folder};
use super::garments::Garments;
use super::task::{Data, Network, Task};
use super::{DataFile, Metric, TaskCard};
use crate::Result;

/// Learning rate of all; found on the training images only.
const RATE: f64 = 2e-3;
const WARM_UP: u64 = 50;

/// A perceptron of one hidden layer.
pub(super) struct Mlp;

/// Two convolutions.
pub(super) struct Cnn;

/// A vision transformer.
pub(super) struct Vit;

/// Pixels along a side.
const SIDE: usize = 28;

impl Task for Mlp {
    fn card(&self) -> TaskCard {
        TaskCard {
            id: "fashion-mlp".into(),
            title: "Garments by a perceptron".into(),
            about:
                "Names ten kinds of garments from 28 × 28 grey pixels, which it sees as one list of numbers."
                    .into(),
            network: "784–256–10, ReLU".into(),
            n_parameters: 784 * 256 + 256 + 256 * 10 + 10,
            optimiser: "AdamW, rate 0.002, 50 steps of warm-up, then cosine to 0".into(),
            batch: 128,
            n_steps: 3744,
            steps_per_epoch: 468,
            budget_secs: 60.0,
            ..common(88.0)
        }
    }

    fn read(&self, train: Vec<DataFile>, test: Vec<DataFile>, seed: u64) -> Result<Box<dyn Data>> {
        Garments::read(train, test, self.card().batch, seed)
    }

    fn build(&self, data: &dyn Data) -> Result<Network> {
        let relu = LayerSpec::Activation { function: Activation::Relu };
        let layers = [LayerSpec::Flatten, linear(256), relu, linear(10)];
        stack(layers.to_vec(), data, self.card().n_steps)
    }
}

impl Task for Cnn {
    fn card(&self) -> TaskCard {
        TaskCard {
            id: "fashion-cnn".into(),
            title: "Garments by a convolutional network".into(),
            about: "The same garments, by a network that looks at small patches everywhere alike.".into(),
            network: "conv 3 × 3, 1–16–32, each with ReLU and 2 × 2 max-pool; 1568–64–10".into(),
            n_parameters: 160 + 4640 + 1568 * 64 + 64 + 640 + 10,
            optimiser: "AdamW, rate 0.002, 50 steps of warm-up, then cosine to 0".into(),
            batch: 64,
            n_steps: 4685,
            steps_per_epoch: 937,
            budget_secs: 300.0,
            ..common(90.5)
        }
    }

    fn read(&self, train: Vec<DataFile>, test: Vec<DataFile>, seed: u64) -> Result<Box<dyn Data>> {
        Garments::read(train, test, self.card().batch, seed)
    }

    fn build(&self, data: &dyn Data) -> Result<Network> {
        let conv = |n_out| LayerSpec::Conv2d { n_out, kernel: 3, stride: 1, padding: 1 };
        let relu = || LayerSpec::Activation { function: Activation::Relu };
        let pool = || LayerSpec::MaxPool2d { kernel: 2 };
        let layers = [
            conv(16),
            relu(),
            pool(),
            conv(32),
            relu(),
            pool(),
            LayerSpec::Flatten,
            linear(64),
            relu(),
            linear(10),
        ];
        stack(layers.to_vec(), data, self.card().n_steps)
    }
}

impl Task for Vit {
    fn card(&self) -> TaskCard {
        TaskCard {
            id: "fashion-vit".into(),
            title: "Garments by a vision transformer".into(),
            about: "The same garments, by a network that reads an image as sixteen patches which look at each other.".into(),
            network: "ViT, patches 7 × 7, 3 layers, d 64, 4 heads, MLP 256 with GELU".into(),
            n_parameters: 155_082,
            optimiser: "AdamW, rate 0.002, 50 steps of warm-up, then cosine to 0".into(),
            batch: 64,
            n_steps: 4685,
            steps_per_epoch: 937,
            budget_secs: 600.0,
            ..common(88.0)
        }
    }

    fn read(&self, train: Vec<DataFile>, test: Vec<DataFile>, seed: u64) -> Result<Box<dyn Data>> {
        Garments::read(train, test, self.card().batch, seed)
    }

    fn build(&self, data: &dyn Data) -> Result<Network> {
        let names = data.names();
        let spec = VisionSpec {
            side: SIDE,
            patch: 7,
            n_channels: 1,
            n_layers: 3,
            n_heads: 4,
            d_model: 64,
            n_classes: names.len(),
        };
        let mut list = ParameterList::new();
        let net = vision_transformer(&mut list, &spec)?;
        let scale = data.scale();
        let folder = Box::new(move |tensors| vision_folder(&spec, &scale, &names, tensors));
        Ok(network(list, net, folder, self.card().n_steps))
    }
}

fn linear(n_out: usize) -> LayerSpec {
    LayerSpec::Linear { n_out }
}

/// What both cards share.
fn common(target: f64) -> TaskCard {
    TaskCard {
        id: String::new(),
        title: String::new(),
        about: String::new(),
        data: "fashion-mnist".into(),
        train_files: (1..=5).map(|part| format!("train-{part}.npz")).collect(),
        test_files: vec!["test.npz".into()],
        network: String::new(),
        n_parameters: 0,
        optimiser: String::new(),
        batch: 0,
        n_steps: 0,
        steps_per_epoch: 0,
        metric: Metric { name: "test accuracy".into(), unit: "%".into(), target, is_higher_better: true },
        budget_secs: 0.0,
    }
}

fn stack(layers: Vec<LayerSpec>, data: &dyn Data, n_steps: usize) -> Result<Network> {
    let mut list = ParameterList::new();
    let net = sequential(&mut list, "net", &[1, SIDE, SIDE], &layers)?;
    let (scale, names) = (data.scale(), data.names());
    let folder = Box::new(move |tensors| stack_folder(&layers, SIDE, &scale, &names, tensors));
    Ok(network(list, net, folder, n_steps))
}

/// A classifier of images.
fn network(list: ParameterList, net: impl Layer + 'static, folder: ToFolder, n_steps: usize) -> Network {
    Network {
        list,
        settings: Settings {
            optimiser: Optimiser::adam_w(0.0),
            rate: RATE,
            schedule: Schedule::Cosine { warm_up: WARM_UP, n_steps: n_steps as u64, floor: 0.0 },
            ..Settings::default()
        },
        model: Box::new(move |p, (x, labels)| {
            let scores = net.forward(p, x)?;
            let right = is_right(&scores, labels)?.mean_all()?;
            Ok(Outcome::of(cross_entropy(&scores, labels, 0.0)?.mean_all()?).with("right", right))
        }),
        score: |values, (_, labels)| {
            let right = values.iter().find(|(name, _)| name == "right").map_or(0.0, |(_, v)| f64::from(v[0]));
            let n = labels.count() as f64;
            (100.0 * right * n, n)
        },
        folder,
    }
}
