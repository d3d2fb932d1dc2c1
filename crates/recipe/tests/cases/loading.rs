//! What is read of a model's files, how it is held, and what is told when the files are not right.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::support::counting::{Asked, Counting, Stored, folder, write_sparse};
use inscape_recipe::{
    Captured, Error, Host, ModelRef, Pool, Progress, Result, Session, ShardIndex, SilentHost, Stimuli,
    TokenText,
};
use pollster::block_on;
use tensor::{Device, gpu::Gpu, memory_counters, reset_peak};

const D_MODEL: usize = 32;
const D_MLP: usize = 48;
const VOCAB: usize = 4000;
const N_BLOCKS: usize = 3;

fn config(is_tied: bool) -> String {
    format!(
        r#"{{"model_type": "llama", "vocab_size": {VOCAB}, "hidden_size": {D_MODEL}, "num_hidden_layers": {N_BLOCKS},
        "num_attention_heads": 4, "num_key_value_heads": 2, "intermediate_size": {D_MLP},
        "max_position_embeddings": 64, "hidden_act": "silu", "tie_word_embeddings": {is_tied}}}"#
    )
}

fn stored(name: &str, shape: &[usize]) -> Stored {
    let width = *shape.last().unwrap();
    let n_rows = if shape.len() == 2 { shape[0] } else { 1 };
    let number = |row: usize, i: usize| {
        let hash = ((name.len() * 977 + row * 131 + i) as u32).wrapping_mul(2_654_435_761) >> 8;
        f32::from_bits((0.3 * (hash as f32 / 8_388_608.0 - 1.0)).to_bits() & 0xffff_0000)
    };
    let rows = (0..n_rows).map(|row| (row, (0..width).map(|i| number(row, i)).collect())).collect();
    Stored { name: name.to_owned(), shape: shape.to_vec(), rows }
}

fn block(at: usize) -> Vec<Stored> {
    let part = |part: &str, shape: &[usize]| stored(&format!("model.layers.{at}.{part}.weight"), shape);
    vec![
        part("input_layernorm", &[D_MODEL]),
        part("self_attn.q_proj", &[D_MODEL, D_MODEL]),
        part("self_attn.k_proj", &[D_MODEL / 2, D_MODEL]),
        part("self_attn.v_proj", &[D_MODEL / 2, D_MODEL]),
        part("self_attn.o_proj", &[D_MODEL, D_MODEL]),
        part("post_attention_layernorm", &[D_MODEL]),
        part("mlp.gate_proj", &[D_MLP, D_MODEL]),
        part("mlp.up_proj", &[D_MLP, D_MODEL]),
        part("mlp.down_proj", &[D_MODEL, D_MLP]),
    ]
}

fn tensors() -> Vec<Stored> {
    let mut all = vec![stored("model.embed_tokens.weight", &[VOCAB, D_MODEL])];
    (0..N_BLOCKS).for_each(|at| all.extend(block(at)));
    all.push(stored("model.norm.weight", &[D_MODEL]));
    all
}

type Shared = Rc<RefCell<Asked>>;

fn open(paths: &[PathBuf], config: &str, device: &Device) -> (Session<Counting>, Shared) {
    let asked = Shared::default();
    let sources = paths.iter().map(|path| Counting::open(path, &asked)).collect();
    let model = ModelRef { id: "tiny".to_owned(), revision: "test".to_owned(), sha256: "0".to_owned() };
    let session = block_on(Session::open(model, config.as_bytes(), sources, device.clone())).unwrap();
    asked.borrow_mut().lens.clear();
    (session, asked)
}

/// The tiny model in one file.
fn tiny(name: &str) -> PathBuf {
    let path = folder(name).join("model.safetensors");
    write_sparse(&path, &tensors());
    path
}

fn text(ids: &[u32]) -> Stimuli {
    Stimuli::Texts(vec![TokenText { text: "a text".to_owned(), ids: ids.to_vec() }])
}

fn capture(session: &mut Session<Counting>, site: &str, ids: &[u32]) -> Captured {
    let (sites, stimuli) = ([site.to_owned()], text(ids));
    block_on(session.capture(&sites, Pool::None, &stimuli, &mut SilentHost)).unwrap().remove(0)
}

#[test]
fn of_an_embedding_only_the_rows_of_the_texts_are_read_and_those_once() {
    let path = tiny("rows");
    let row = 2 * D_MODEL as u64;
    let (mut session, asked) = open(std::slice::from_ref(&path), &config(true), &Device::Cpu);
    let bytes = || std::mem::take(&mut *asked.borrow_mut()).bytes();
    let first = capture(&mut session, "embed", &[7, 3999, 7]);
    assert_eq!(bytes(), 2 * row);
    let second = capture(&mut session, "embed", &[3999, 12, 7]);
    assert_eq!(bytes(), row);
    assert_eq!(first.values[..D_MODEL], second.values[2 * D_MODEL..]);
    assert_eq!(first.values[D_MODEL..2 * D_MODEL], second.values[..D_MODEL]);
    // Near rows come in one read, together with what lies between them.
    capture(&mut session, "embed", &[20, 22, 24]);
    assert_eq!(std::mem::take(&mut *asked.borrow_mut()).lens, [5 * row]);
    // The head is tied to it: now it is needed whole.
    let logits = capture(&mut session, "logits", &[3999, 12, 7]);
    assert!(bytes() > VOCAB as u64 * row);
    let (mut whole, _) = open(&[path], &config(true), &Device::Cpu);
    assert_eq!(capture(&mut whole, "logits", &[3999, 12, 7]).values, logits.values);
    assert_eq!(capture(&mut whole, "embed", &[3999, 12, 7]).values, second.values);
}

#[test]
fn a_site_costs_what_is_then_read_for_it() {
    let path = tiny("cost");
    for site in ["embed", "mlp_pre.0", "resid_post.1", "logits"] {
        let (mut session, asked) = open(std::slice::from_ref(&path), &config(true), &Device::Cpu);
        let before = session.cost_of(&[site.to_owned()]).unwrap();
        capture(&mut session, site, &[1, 2, 3]);
        let read = asked.borrow().bytes();
        // Besides, the rows of the tokens, with what lies between them, and the gap before the blocks.
        assert!(
            (before.bytes_to_read..before.bytes_to_read + (64 << 10)).contains(&read),
            "{site}: {before:?}, {read}"
        );
        assert_eq!(before.bytes_to_read, 2 * before.n_weights, "{site}");
        let after = session.cost_of(&[site.to_owned()]).unwrap();
        assert_eq!((after.bytes_to_read, after.n_weights), (0, before.n_weights), "{site}");
    }
    let (session, _) = open(&[path], &config(true), &Device::Cpu);
    let unknown = session.cost_of(&["resid_post.9".to_owned()]).unwrap_err().to_string();
    assert!(unknown.contains("resid_post"), "{unknown}");
}

#[test]
fn neighbours_are_read_together() {
    let (mut session, asked) = open(&[tiny("together")], &config(true), &Device::Cpu);
    capture(&mut session, "logits", &[1]);
    assert_eq!(asked.borrow().lens.len(), 1, "{:?}", asked.borrow().lens);
}

/// One that stops at the n-th breath.
struct Impatient(usize);

impl Host for Impatient {
    fn report(&mut self, _: Progress) {}

    async fn breathe(&mut self) -> Result<()> {
        self.0 = self.0.checked_sub(1).ok_or(Error::Cancelled)?;
        Ok(())
    }
}

#[test]
fn what_a_cancelled_load_has_read_stays() {
    let folder = folder("cancelled");
    let (first, second) = (folder.join("a.safetensors"), folder.join("b.safetensors"));
    let (mut head, tail) = (tensors(), Vec::from_iter(block(2)));
    head.retain(|tensor| !tensor.name.starts_with("model.layers.2"));
    write_sparse(&first, &head);
    write_sparse(&second, &tail);
    let (mut session, asked) = open(&[first, second], &config(true), &Device::Cpu);
    let site = ["resid_post.2".to_owned()];
    let all = session.cost_of(&site).unwrap().bytes_to_read;
    let stimuli = text(&[1]);
    let stopped = block_on(session.capture(&site, Pool::None, &stimuli, &mut Impatient(2)));
    assert!(matches!(stopped, Err(Error::Cancelled)));
    assert_eq!(asked.borrow().lens.len(), 2);
    let left = session.cost_of(&site).unwrap().bytes_to_read;
    assert!(left > 0 && left < all / 2, "{left} of {all}");
    capture(&mut session, "resid_post.2", &[1]);
    assert_eq!(asked.borrow().lens.len(), 3);
}

/// Only f32 can hold NaN here: the matrix is read once more, and all of its other numbers count.
#[test]
fn a_matrix_with_a_nan_leaves_the_others_right() {
    let folder = folder("numbers");
    let (clean, broken) = (folder.join("clean.safetensors"), folder.join("broken.safetensors"));
    let mut all = tensors();
    write_sparse(&clean, &all);
    let up = all.iter_mut().find(|tensor| tensor.name == "model.layers.1.mlp.up_proj.weight").unwrap();
    up.rows[5].1[3] = f32::NAN;
    write_sparse(&broken, &all);
    let [clean, broken] = [clean, broken].map(|path| {
        let (mut session, _) = open(&[path], &config(true), &Device::Cpu);
        capture(&mut session, "mlp_pre_linear.1", &[1, 2]).values
    });
    assert_eq!(clean.len(), 2 * D_MLP);
    for (i, (found, expected)) in broken.iter().zip(&clean).enumerate() {
        let is_right = if i % D_MLP == 5 { found.is_nan() } else { (found - expected).abs() <= 1e-5 };
        assert!(is_right, "{i}: {found} is not {expected}");
    }
}

#[test]
fn a_tensor_that_lies_elsewhere_than_the_index_says_is_named() {
    let folder = folder("shards");
    let (first, second) = (folder.join("m-1.safetensors"), folder.join("m-2.safetensors"));
    write_sparse(&first, &tensors());
    write_sparse(&second, &[stored("extra", &[4])]);
    let (session, _) = open(&[first.clone(), second], &config(true), &Device::Cpu);
    let index = |file: &str| {
        let json = format!(r#"{{"weight_map": {{"model.norm.weight": "{file}"}}}}"#);
        ShardIndex::read(json.as_bytes()).unwrap()
    };
    session.check_index(&index("m-1.safetensors")).unwrap();
    let sentence = session.check_index(&index("m-2.safetensors")).unwrap_err().to_string();
    assert!(sentence.contains("model.norm.weight") && sentence.contains("m-2.safetensors"), "{sentence}");
    let asked = Shared::default();
    let twice = vec![Counting::open(&first, &asked), Counting::open(&first, &asked)];
    let model = ModelRef { id: "tiny".to_owned(), revision: "test".to_owned(), sha256: "0".to_owned() };
    let sentence = block_on(Session::open(model, config(true).as_bytes(), twice, Device::Cpu))
        .err()
        .unwrap()
        .to_string();
    assert!(sentence.contains("lies in two files"), "{sentence}");
}

fn devices() -> Vec<Device> {
    let mut devices = vec![Device::Cpu];
    if std::env::var("REQUIRE_GPU").as_deref() == Ok("1") {
        devices.push(Device::Gpu(block_on(Gpu::request()).expect("a graphics device was asked for")));
    }
    devices
}

fn start_peak(device: &Device) {
    match device {
        Device::Cpu => reset_peak(),
        Device::Gpu(gpu) => gpu.reset_peak(),
    }
}

fn peak(device: &Device) -> u64 {
    match device {
        Device::Cpu => memory_counters().peak_bytes as u64,
        Device::Gpu(gpu) => gpu.counters().peak_bytes,
    }
}

/// SmolLM2, where this machine has it: the bytes that a site in block 3 needs, and the memory of that and of the logits.
#[test]
fn smollm2_reads_little_for_an_early_site_and_is_held_once() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models/smollm2-135m");
    let path = folder.join("model.safetensors");
    if !path.exists() {
        println!("skipped, models/smollm2-135m absent");
        assert!(std::env::var("CI").as_deref() != Ok("true"), "under CI no test is skipped");
        return;
    }
    let config = std::fs::read_to_string(folder.join("config.json")).unwrap();
    let len_bytes = std::fs::metadata(&path).unwrap().len();
    for device in devices() {
        for site in ["resid_post.3", "logits"] {
            start_peak(&device);
            let (mut session, asked) = open(std::slice::from_ref(&path), &config, &device);
            let in_use = session.cost_of(&[site.to_owned()]).unwrap().bytes_in_memory;
            capture(&mut session, site, &[504, 3575, 282, 4649, 314, 17, 8, 9]);
            let (read, n_reads) = (asked.borrow().bytes(), asked.borrow().lens.len());
            let (share, factor) = (read as f64 / len_bytes as f64, peak(&device) as f64 / in_use as f64);
            println!(
                "{site} on {device:?}: {read} bytes ({share:.3} of the file) in {n_reads} reads; peak {factor:.3} of {in_use} bytes in use"
            );
            assert!(site == "logits" || share <= 0.25, "{share}");
            assert!(factor <= 1.3, "{factor}");
        }
    }
}
