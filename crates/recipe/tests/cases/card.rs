//! What a model's card says, and whether its sites are what they are called.

use inscape_recipe::*;
use tensor::Device;

use crate::support::tiny::{folder, open};

fn sizes(card: &ModelCard) -> Vec<(&str, usize)> {
    card.shape.iter().map(|fact| (fact.name.as_str(), fact.value)).collect()
}

#[test]
fn a_card_tells_shape_formats_and_files() {
    let card = open(&folder("llama"), Device::Cpu).card();
    let expected = [
        ("blocks", 2),
        ("d_model", 24),
        ("heads", 4),
        ("d_head", 6),
        ("key heads", 2),
        ("d_mlp", 20),
        ("vocab", 30),
        ("positions", 16),
    ];
    assert_eq!(sizes(&card), expected);
    assert_eq!(card.is_tied, Some(false));
    let [format] = card.formats.as_slice() else { panic!("one format: {:?}", card.formats) };
    assert_eq!((format.dtype.as_str(), format.bytes), ("F32", card.weights_bytes));
    assert_eq!(format.n_numbers, card.n_parameters);
    let [file] = card.files.as_slice() else { panic!("one file") };
    assert!(file.name == "model.safetensors" && file.bytes > card.weights_bytes);

    assert_eq!(open(&folder("qwen2_tied"), Device::Cpu).card().is_tied, Some(true));
    assert_eq!(open(&folder("bert"), Device::Cpu).card().is_tied, None);
    let resnet = open(&folder("resnet-basic"), Device::Cpu).card();
    assert!(sizes(&resnet).iter().any(|(name, _)| *name == "class"), "{:?}", resnet.shape);
}

#[test]
fn the_work_of_stimuli_is_known_before_they_are_run() {
    let session = open(&folder("llama"), Device::Cpu);
    let of = |sites: &[&str], lengths: &[usize]| {
        let sites: Vec<String> = sites.iter().map(|site| (*site).to_owned()).collect();
        session.multiply_adds(&sites, lengths).unwrap()
    };
    assert_eq!(of(&["embed"], &[5]), 0);
    // q, k and v of 4 and twice 2 heads of 6, from d_model 24.
    assert_eq!(of(&["v.0"], &[5]), 5 * 24 * (24 + 12 + 12));
    assert_eq!(of(&["v.0"], &[5, 1]), 6 * 24 * (24 + 12 + 12));
    assert!(of(&["logits"], &[5]) > of(&["resid_post.1"], &[5]));
}

#[test]
fn every_tiny_model_keeps_the_identities_of_its_sites() {
    let models = std::fs::read_dir(folder("")).unwrap().map(|entry| entry.unwrap().path());
    let mut n_checked = 0;
    for model in models {
        let mut session = open(&model, Device::Cpu);
        let check = pollster::block_on(session.check_sites(&mut SilentHost));
        let check = check.unwrap_or_else(|error| panic!("{}: {error}", model.display()));
        for one in &check.identities {
            assert!(one.holds, "{}: {one:?}", model.display());
        }
        n_checked += check.identities.len();
        let is_parallel = ["gpt-neox", "gpt-neox-tied"].iter().any(|name| model.ends_with(name));
        assert_eq!(check.absent.is_empty(), !is_parallel, "{}: {:?}", model.display(), check.absent);
        assert!(check.absent.iter().all(|why| why.contains("parallel")), "{:?}", check.absent);
    }
    assert!(n_checked > 200, "{n_checked}");
}
