//! Models whose weights lie in several files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use formats::safetensors::{self, PREFIX_BYTES};

const SHARDS: [&str; 2] = ["model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"];

fn list(folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_inscape")).args(["list", "--model"]).arg(folder).output().unwrap()
}

fn sentence(output: &Output) -> String {
    assert!(!output.status.success());
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(text.trim().lines().count(), 1, "{text}");
    text
}

fn tiny_llama() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../models/tests/golden/tiny/llama")
}

/// The tiny Llama with every second tensor in another file, and its index.
fn sharded(name: &str) -> (PathBuf, BTreeMap<String, String>) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::copy(tiny_llama().join("config.json"), folder.join("config.json")).unwrap();
    let bytes = std::fs::read(tiny_llama().join("model.safetensors")).unwrap();
    let end = PREFIX_BYTES + safetensors::header_len(&bytes, None).unwrap();
    let header = safetensors::parse_header(&bytes[PREFIX_BYTES..end], Some(bytes.len() as u64)).unwrap();
    let values: Vec<Vec<f32>> = header
        .tensors
        .iter()
        .map(|info| safetensors::decode_f32(info, &bytes[info.start as usize..info.end as usize]).unwrap())
        .collect();
    let mut index = BTreeMap::new();
    for (at, shard) in SHARDS.iter().enumerate() {
        let of_shard = header.tensors.iter().zip(&values).skip(at).step_by(2);
        let tensors: Vec<_> = of_shard
            .map(|(info, values)| (info.name.clone(), info.shape.clone(), values.as_slice()))
            .collect();
        index.extend(tensors.iter().map(|(name, ..)| (name.clone(), (*shard).to_owned())));
        std::fs::write(folder.join(shard), safetensors::write(&tensors, &BTreeMap::new()).unwrap()).unwrap();
    }
    (folder, index)
}

fn write_index(folder: &Path, index: &BTreeMap<String, String>) {
    let json = serde_json::json!({"metadata": {"total_size": 1}, "weight_map": index});
    std::fs::write(folder.join("model.safetensors.index.json"), json.to_string()).unwrap();
}

#[test]
fn two_files_are_one_model() {
    let (folder, index) = sharded("two");
    write_index(&folder, &index);
    let card = |folder: &Path| -> serde_json::Value {
        let output = list(folder);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap()["model"].take()
    };
    let (found, expected) = (card(&folder), card(&tiny_llama()));
    for key in ["n_parameters", "weights_bytes", "sites"] {
        assert_eq!(found[key], expected[key], "{key}");
    }
}

#[test]
fn what_is_missing_or_leads_elsewhere_is_named() {
    let (folder, index) = sharded("missing");
    assert!(sentence(&list(&folder)).contains("model.safetensors"), "without an index one file is expected");
    let (name, _) = index.first_key_value().unwrap();

    let mut wrong = index.clone();
    wrong.insert(name.clone(), "../model.safetensors".to_owned());
    write_index(&folder, &wrong);
    assert!(sentence(&list(&folder)).contains("../model.safetensors"));

    let other = SHARDS.into_iter().find(|shard| *shard != index[name]).unwrap();
    wrong.insert(name.clone(), other.to_owned());
    write_index(&folder, &wrong);
    let told = sentence(&list(&folder));
    assert!(told.contains(name.as_str()) && told.contains(other), "{told}");

    write_index(&folder, &index);
    std::fs::remove_file(folder.join(SHARDS[1])).unwrap();
    assert!(sentence(&list(&folder)).contains(SHARDS[1]));
}
