//! What a training ends in opens as a model, and gives the numbers that the training's own network gives: each task makes a
//! step or two, and the loss by the folder is the loss that was reported.

use std::path::PathBuf;

use data::{Images, Mixture, Scale, Text, Windows};
use formats::safetensors::{PREFIX_BYTES, Precision, decode_f32, header_len, parse_header};
use inscape_recipe::{
    DataFile, Error, ModelFolder, TrainHost, TrainOptions, TrainPoint, TrainProgress, TrainReport,
    list_tasks, run_training,
};
use models::{Hooks, Input, InputKind, Model, Plan, Weights, read_config};
use pollster::block_on;
use tensor::{Device, Tensor};

struct Silent;

impl TrainHost for Silent {
    fn progress(&mut self, _: TrainProgress) {}
    fn point(&mut self, _: TrainPoint) {}
    fn kept(&mut self, _: Vec<u8>, _: usize) {}
    async fn breathe(&mut self) -> Result<(), Error> {
        Ok(())
    }
}

/// A text that has every character of the novel, and is long enough.
fn novel() -> Vec<u8> {
    "It is a truth; 1813: acknowledged? \"That a single man!\"\n".repeat(160).into_bytes()
}

fn train(task: &str, train: Vec<DataFile>, test: Vec<DataFile>) -> TrainReport {
    let options = TrainOptions { task: task.to_owned(), seed: 3, n_train_files: None, n_steps: Some(2) };
    let report = block_on(run_training(&options, train, test, None, &Device::Cpu, &mut Silent)).unwrap();
    let card = list_tasks().into_iter().find(|card| card.id == task).unwrap();
    let parameters = nn::Snapshot::from_bytes(&report.weights).unwrap().parameters;
    let n: usize = parameters.iter().map(|(.., data)| data.len()).sum();
    // The decoder's vocabulary is that of its text, which is another one here.
    assert!(card.n_parameters == n || task == "austen-decoder", "{task} has {n} parameters");
    report
}

fn file(folder: &ModelFolder, name: &str) -> Option<Vec<u8>> {
    folder.files(Precision::Full).unwrap().into_iter().find(|file| file.name == name).map(|file| file.bytes)
}

fn open(folder: &ModelFolder) -> (Box<dyn Plan>, Box<dyn Model>) {
    let plan = read_config(&file(folder, "config.json").unwrap()).unwrap();
    let bytes = file(folder, "model.safetensors").unwrap();
    let n_header = header_len(&bytes, Some(bytes.len() as u64)).unwrap();
    let header = parse_header(&bytes[PREFIX_BYTES..PREFIX_BYTES + n_header], None).unwrap();
    let present: Vec<&str> = header.tensors.iter().map(|tensor| tensor.name.as_str()).collect();
    let mut weights = Weights::default();
    for request in plan.weights_for(&["logits"]).unwrap() {
        let Some(name) = request.locate(&present).unwrap() else { continue };
        let info = header.find(name).unwrap();
        let values = decode_f32(info, &bytes[info.start as usize..info.end as usize]).unwrap();
        weights.insert(&request.name, Tensor::from_vec(values, &info.shape, &Device::Cpu).unwrap());
    }
    let model = plan.build(weights, &Device::Cpu).unwrap();
    (plan, model)
}

/// Scores, one row a position or an image.
fn logits(model: &dyn Model, input: Input) -> Vec<Vec<f32>> {
    let mut hooks = Hooks::keeping(&["logits"]);
    model.forward(&input, &mut hooks).unwrap();
    let logits = &hooks.take()["logits"];
    let width = *logits.shape().last().unwrap();
    block_on(logits.to_vec()).unwrap().chunks_exact(width).map(<[f32]>::to_vec).collect()
}

fn nats(scores: &[f32], label: u32) -> f64 {
    let sum: f64 = scores.iter().map(|&x| f64::from(x).exp()).sum();
    sum.ln() - f64::from(scores[label as usize])
}

/// Mean loss over windows by the model.
fn loss(model: &dyn Model, windows: &Windows) -> f64 {
    let texts = windows.inputs.chunks_exact(windows.length).zip(windows.targets.chunks_exact(windows.length));
    let of = |(text, next): (&[u32], &[u32])| -> f64 {
        let rows = logits(model, Input::Tokens(text.to_vec()));
        rows.iter().zip(next).map(|(row, next)| nats(row, *next)).sum()
    };
    texts.map(of).sum::<f64>() / windows.targets.len() as f64
}

#[test]
fn each_language_model_that_was_trained_opens_with_the_loss_that_was_reported() {
    let novel = novel();
    let mixture = Mixture::read(&novel).unwrap();
    let text = Text::read(&novel).unwrap();
    let most = usize::MAX >> 32;
    for (task, windows) in [
        ("tiny-gpt2", mixture.validation_windows(most, 64)),
        ("tiny-llama", mixture.validation_windows(most, 128)),
        ("tiny-char-lstm", mixture.validation_windows(most, 64)),
        ("austen-decoder", text.validation_windows(most, 64)),
    ] {
        let data = vec![DataFile { name: "text.txt".to_owned(), bytes: novel.clone() }];
        let report = train(task, data, Vec::new());
        let (plan, model) = open(&report.folder);
        let found = loss(&*model, &windows.unwrap());
        println!("{task}: {found}, reported {}", report.metric);
        assert!((found - report.metric).abs() < 1e-5, "{task}: {found}, reported {}", report.metric);

        let tokenizer =
            tokens::Tokenizer::from_json(&file(&report.folder, "tokenizer.json").unwrap()).unwrap();
        let line = "a truth; \"That\"\n";
        let ids = tokenizer.encode(line, false).unwrap();
        assert_eq!((ids.len(), tokenizer.decode(&ids).unwrap()), (line.len(), line.to_owned()));
        assert!(tokenizer.vocab_size() <= 96 && plan.n_parameters() > 100_000);
    }
}

#[test]
fn each_classifier_that_was_trained_opens_and_is_right_as_often_as_was_reported() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../models/fashion-mnist/test.npz");
    if !path.exists() {
        println!("skipped, models/fashion-mnist/test.npz absent");
        assert!(std::env::var("CI").as_deref() != Ok("true"), "under CI no test is skipped");
        return;
    }
    // The test images serve as both.
    let bytes = std::fs::read(path).unwrap();
    let images = Images::read(&bytes).unwrap();
    for task in ["fashion-mlp", "fashion-cnn", "fashion-vit"] {
        let data = || vec![DataFile { name: "test.npz".to_owned(), bytes: bytes.clone() }];
        let report = train(task, data(), data());
        let (plan, model) = open(&report.folder);
        let InputKind::Image(spec) = plan.input() else { panic!("a model of images") };
        let scale = Scale::new(f64::from(spec.mean[0]), f64::from(spec.std[0]));
        let n = images.len();
        let batch = images.batch(&(0..n).collect::<Vec<_>>(), &scale).unwrap();
        let pixels = batch.pixels.chunks_exact(28 * 28).flat_map(|image| image.repeat(3)).collect();
        let pixels = Tensor::from_vec(pixels, &[n, 3, 28, 28], &Device::Cpu).unwrap();
        let rows = logits(&*model, Input::Images(pixels));
        let is_right =
            |(row, label): &(&Vec<f32>, &u32)| row.iter().all(|score| *score <= row[**label as usize]);
        let n_right = rows.iter().zip(&batch.labels).filter(is_right).count();
        let found = 100.0 * n_right as f64 / n as f64;
        println!("{task}: {found}, reported {}", report.metric);
        // A close call or two may turn with the last bits of the pixels' scale.
        assert!((found - report.metric).abs() < 0.05, "{task}: {found}, reported {}", report.metric);
    }
}
