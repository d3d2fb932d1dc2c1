//! The models of Fashion-MNIST name most of the test images rightly.

use data::{Images, Scale};
use models::{Input, InputKind};
use serde_json::json;
use tensor::{Device, Tensor};

use super::card::{check, rounded};
use super::open::{Own, best};
use super::root;

/// Images at once.
const BATCH: usize = 500;

fn accuracy(own: &Own, images: &Images) -> f64 {
    let InputKind::Image(spec) = own.plan.input() else { panic!("a model of images") };
    assert_eq!((spec.side, images.height(), images.width()), (28, 28, 28));
    let scale = Scale::new(f64::from(spec.mean[0]), f64::from(spec.std[0]));
    let all: Vec<usize> = (0..images.len()).collect();
    let right = |part: &[usize]| {
        let batch = images.batch(part, &scale).unwrap();
        let pixels = batch.pixels.chunks_exact(28 * 28).flat_map(|image| image.repeat(3)).collect();
        let pixels = Tensor::from_vec(pixels, &[part.len(), 3, 28, 28], &Device::Cpu).unwrap();
        let scores = own.logits(Input::Images(pixels), &[]);
        scores.iter().zip(&batch.labels).filter(|(scores, label)| best(scores) == **label as usize).count()
    };
    all.chunks(BATCH).map(right).sum::<usize>() as f64 / all.len() as f64
}

#[test]
fn the_vision_models_name_garments() {
    let path = root().join("models/fashion-mnist/test.npz");
    if !path.exists() {
        println!("skipped, models/fashion-mnist/test.npz absent");
        assert!(std::env::var("CI").as_deref() != Ok("true"), "under CI no test is skipped");
        return;
    }
    let images = Images::read(&std::fs::read(path).unwrap()).unwrap();
    for (id, least) in [("tiny-cnn", 0.9), ("tiny-vit", 0.86)] {
        let own = Own::open(id);
        let found = accuracy(&own, &images);
        check(
            &own.folder,
            own.plan.n_parameters(),
            &json!({"test_accuracy": rounded(found), "test_images": images.len()}),
        );
        assert!(found >= least, "{id}: {found}");
    }
}
