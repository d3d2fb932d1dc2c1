//! The card of a committed model, and what is compared with it.

use std::path::Path;

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// Processors differ in the last bits, which can turn a close call among thousands.
const TOLERANCE: f64 = 0.01;

/// Compares what was found with the card's `measured`, or writes it there with `UPDATE=1`, along with size and SHA-256 of
/// the weights, which must always agree.
pub fn check(folder: &Path, n_parameters: usize, found: &Value) {
    println!("{}: {found:#}", folder.file_name().unwrap().display());
    let path = folder.join("card.json");
    let mut card: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    let weights = std::fs::read(folder.join("model.safetensors")).unwrap();
    let sha256: String = Sha256::digest(&weights).iter().map(|byte| format!("{byte:02x}")).collect();
    let facts = json!({"parameters": n_parameters, "sha256": sha256, "bytes": weights.len()});
    if std::env::var_os("UPDATE").is_some() {
        card["measured"] = found.clone();
        for (name, value) in facts.as_object().unwrap() {
            card[name] = value.clone();
        }
        std::fs::write(&path, serde_json::to_string_pretty(&card).unwrap() + "\n").unwrap();
    }
    for (name, value) in facts.as_object().unwrap() {
        assert_eq!(&card[name], value, "{name} of {}", path.display());
    }
    compare("measured", &card["measured"], found);
}

fn compare(place: &str, card: &Value, found: &Value) {
    match (card, found) {
        (Value::Object(card), Value::Object(found)) => {
            assert!(card.keys().eq(found.keys()), "{place} has other fields than were measured");
            card.iter().for_each(|(name, value)| compare(&format!("{place}.{name}"), value, &found[name]));
        }
        (Value::Number(card), Value::Number(found)) => {
            let (card, found) = (card.as_f64().unwrap(), found.as_f64().unwrap());
            assert!(
                (card - found).abs() <= TOLERANCE * card.abs().max(1.0),
                "{place}: {found}, the card says {card}"
            );
        }
        (Value::Array(card), Value::Array(found)) if card.len() == found.len() => {
            card.iter().zip(found).for_each(|(card, found)| compare(place, card, found));
        }
        _ => assert_eq!(card, found, "{place}"),
    }
}

/// Three decimals, as the cards have them.
pub fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}
