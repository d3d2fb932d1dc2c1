//! A GGUF file opened as it is gives what the folder that was converted from it gives.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::support::counting::{Asked, Counting, folder};
use inscape_recipe::{Captured, Gguf, ModelRef, Pool, Session, SilentHost, Stimuli, TokenText};
use pollster::block_on;
use tensor::Device;
use tokens::Tokenizer;

/// The file that `scripts/models/gguf.py` puts there, and the folder that `scripts/models/fetch.py` makes of it.
fn smollm2() -> Option<(PathBuf, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let (file, folder) =
        (root.join(".cache/gguf/SmolLM2-135M-Instruct.Q4_1.gguf"), root.join("models/smollm2-135m"));
    if file.exists() && folder.join("model.safetensors").exists() {
        return Some((file, folder));
    }
    println!("skipped, .cache/gguf or models/smollm2-135m absent");
    assert!(std::env::var("CI").as_deref() != Ok("true"), "under CI no test is skipped");
    None
}

fn open(path: &Path, config: &[u8]) -> (Session<Counting>, Rc<RefCell<Asked>>) {
    let asked = Rc::new(RefCell::new(Asked::default()));
    let model = ModelRef { id: "smollm2".to_owned(), revision: "test".to_owned(), sha256: "0".to_owned() };
    let sources = vec![Counting::open(path, &asked)];
    (block_on(Session::open(model, config, sources, Device::Cpu)).unwrap(), asked)
}

fn capture(session: &mut Session<Counting>, sites: &[&str], ids: &[u32]) -> Vec<Captured> {
    let stimuli = Stimuli::Texts(vec![TokenText { text: "a text".to_owned(), ids: ids.to_vec() }]);
    let sites: Vec<String> = sites.iter().map(|site| (*site).to_owned()).collect();
    block_on(session.capture(&sites, Pool::None, &stimuli, &mut SilentHost)).unwrap()
}

#[test]
fn smollm2_from_its_gguf_file_is_smollm2_from_its_folder() {
    let Some((file, folder)) = smollm2() else { return };
    let asked = Rc::new(RefCell::new(Asked::default()));
    let gguf = block_on(Gguf::open(&Counting::open(&file, &asked))).unwrap();
    println!("header: {:?}", asked.borrow().lens);
    let (ours, theirs): (serde_json::Value, serde_json::Value) = (
        serde_json::from_slice(&gguf.config().unwrap()).unwrap(),
        serde_json::from_slice(&std::fs::read(folder.join("config.json")).unwrap()).unwrap(),
    );
    for (key, value) in ours.as_object().unwrap() {
        let is_same = value == &theirs[key] || (value.as_f64() == theirs[key].as_f64() && value.is_number());
        assert!(is_same, "{key}: {value} is not {}", theirs[key]);
    }
    let tokenizers = [gguf.tokenizer().unwrap(), std::fs::read(folder.join("tokenizer.json")).unwrap()];
    let [ours, theirs] = tokenizers.map(|json| Tokenizer::from_json(&json).unwrap());
    let text = "The capital of France is Paris, since 987. <|im_end|>\n\tÇa va? 🙂";
    let ids = ours.encode(text, true).unwrap();
    assert_eq!(ids, theirs.encode(text, true).unwrap());
    assert_eq!(ours.decode(&ids).unwrap(), theirs.decode(&ids).unwrap());

    let config = std::fs::read(folder.join("config.json")).unwrap();
    let (mut direct, asked) = open(&file, &[]);
    let (mut converted, _) = open(&folder.join("model.safetensors"), &config);
    asked.borrow_mut().lens.clear();
    let early = capture(&mut direct, &["q.0", "resid_post.3"], &ids);
    let len_bytes = std::fs::metadata(&file).unwrap().len();
    let share = asked.borrow().bytes() as f64 / len_bytes as f64;
    println!("resid_post.3 reads {share:.3} of the file");
    assert!(share <= 0.25);
    let sites = ["q.0", "resid_post.3", "logits"];
    let early = [early, capture(&mut direct, &["logits"], &ids)].concat();
    for (found, expected) in early.iter().zip(capture(&mut converted, &sites, &ids)) {
        let largest = |values: &mut dyn Iterator<Item = f32>| values.fold(0.0_f32, f32::max);
        let off = largest(&mut found.values.iter().zip(&expected.values).map(|(a, b)| (a - b).abs()));
        let off = off / largest(&mut expected.values.iter().map(|value| value.abs()));
        println!("{}: off by {off:e}", found.site);
        // Rows of the embedding are looked up as f32, which the folder holds as f16; all else, and so the logits with the
        // whole embedding, is the same to the bit.
        assert!(off <= 2e-3, "{}: {off:e}", found.site);
    }
}

/// A header of these values and no tensors.
fn header(values: &[(&str, &str)]) -> Vec<u8> {
    let text = |bytes: &mut Vec<u8>, text: &str| {
        bytes.extend((text.len() as u64).to_le_bytes());
        bytes.extend(text.as_bytes());
    };
    let mut bytes = b"GGUF".to_vec();
    bytes.extend(3_u32.to_le_bytes());
    bytes.extend(0_u64.to_le_bytes());
    bytes.extend((values.len() as u64).to_le_bytes());
    for (key, value) in values {
        text(&mut bytes, key);
        bytes.extend(8_u32.to_le_bytes());
        text(&mut bytes, value);
    }
    bytes.resize(bytes.len().next_multiple_of(32), 0);
    bytes
}

#[test]
fn what_cannot_be_read_is_told_in_a_sentence() {
    let folder = folder("gguf");
    let open = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        std::fs::write(&path, bytes).unwrap();
        let gguf = block_on(Gguf::open(&Counting::open(&path, &Rc::default())));
        gguf.map(|gguf| {
            (gguf.config().map_err(|e| e.to_string()), gguf.tokenizer().map_err(|e| e.to_string()))
        })
    };
    let (config, tokenizer) = open("a.gguf", &header(&[("general.architecture", "gemma")])).unwrap();
    let sentence = config.unwrap_err();
    assert!(
        sentence.contains("a.gguf") && sentence.contains("gemma") && sentence.contains("llama"),
        "{sentence}"
    );
    assert!(tokenizer.unwrap_err().contains("tokeniser is of the kind none"));
    let llama = header(&[("general.architecture", "llama"), ("tokenizer.ggml.model", "llama")]);
    let (config, tokenizer) = open("b.gguf", &llama).unwrap();
    assert!(config.unwrap_err().contains("llama.embedding_length"));
    assert!(tokenizer.unwrap_err().contains("byte-level BPE"));
    let stretched = header(&[("general.architecture", "llama"), ("llama.rope.scaling.type", "yarn")]);
    let wrong = open("c.gguf", &stretched).unwrap().0.unwrap_err();
    assert!(wrong.contains("embedding_length") || wrong.contains("stretched"), "{wrong}");
    let cut = open("d.gguf", &llama[..40]).err().unwrap().to_string();
    assert!(cut.contains("d.gguf cannot be opened"), "{cut}");
}
