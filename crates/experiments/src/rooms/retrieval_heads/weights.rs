//! Weights of a Llama from its file: as they are, with the heads of every layer in another order, or drawn at random.

use std::collections::BTreeMap;

use formats::safetensors::{Header, PREFIX_BYTES, decode_f32, header_len, parse_header};
use models::{Plan, Weights};
use recipe::Result;
use tensor::{Device, Random, Tensor};

/// Numbers by the names of a file.
pub type Numbers = BTreeMap<String, Vec<f32>>;

/// Standard deviation of the weights of a model that has learned nothing.
const RANDOM_STD: f64 = 0.05;

/// The tensors of a safetensors file as f32.
pub fn read(bytes: &[u8]) -> Result<Numbers> {
    let header = header(bytes)?;
    let names = header.tensors.iter().map(|tensor| tensor.name.clone());
    names.map(|name| Ok((name.clone(), decoded(&header, bytes, &name)?))).collect()
}

fn header(bytes: &[u8]) -> Result<Header> {
    let size = Some(bytes.len() as u64);
    let n_header = header_len(bytes, size)?;
    Ok(parse_header(bytes.get(PREFIX_BYTES..PREFIX_BYTES + n_header).unwrap_or_default(), size)?)
}

/// A tensor's numbers.
fn decoded(header: &Header, bytes: &[u8], name: &str) -> Result<Vec<f32>> {
    let info = header.find(name)?;
    Ok(decode_f32(info, bytes.get(info.start as usize..info.end as usize).unwrap_or_default())?)
}

/// What becomes of the weights on their way from the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// They stay as they are.
    Same,
    /// In every layer each head moves on by `by` places of `n_heads`, the last ones to the front; heads that share keys and
    /// values move together where `by` is a multiple of their number.
    Moved {
        /// Heads of a layer.
        n_heads: usize,
        /// Places.
        by: usize,
    },
}

/// All weights of a plan.
pub fn load(plan: &dyn Plan, bytes: &[u8], order: Order, device: &Device) -> Result<Weights> {
    let header = header(bytes)?;
    let present: Vec<&str> = header.tensors.iter().map(|tensor| tensor.name.as_str()).collect();
    let mut weights = Weights::default();
    for request in requests(plan)? {
        let Some(name) = request.locate(&present)? else { continue };
        let mut numbers = decoded(&header, bytes, name)?;
        if let Order::Moved { n_heads, by } = order {
            move_heads(name, &request.shape, &mut numbers, [n_heads, by]);
        }
        weights.insert(&request.name, Tensor::from_vec(numbers, &request.shape, device)?);
    }
    Ok(weights)
}

/// Queries, keys and values lie in rows, head after head; the output weights take the heads in columns.
fn move_heads(name: &str, shape: &[usize], numbers: &mut [f32], [n_heads, by]: [usize; 2]) {
    let is_of = |part: &str| name.contains(&format!("self_attn.{part}_proj"));
    if ["q", "k", "v"].into_iter().any(is_of) {
        numbers.rotate_right(numbers.len() / n_heads * by);
    } else if is_of("o") && shape.len() == 2 {
        numbers.chunks_exact_mut(shape[1]).for_each(|row| row.rotate_right(shape[1] / n_heads * by));
    }
}

/// Weights of the same model before any training: normal numbers, gains of 1.
pub fn untrained(plan: &dyn Plan, seed: u32, device: &Device) -> Result<Weights> {
    let random = Random::new(u64::from(seed)).split_named("untrained");
    let mut weights = Weights::default();
    for request in requests(plan)? {
        let mut own = random.split_named(&request.name);
        let mut one = || if request.shape.len() == 1 { 1.0 } else { (RANDOM_STD * own.normal()) as f32 };
        let numbers = (0..request.count()).map(|_| one()).collect();
        weights.insert(&request.name, Tensor::from_vec(numbers, &request.shape, device)?);
    }
    Ok(weights)
}

fn requests(plan: &dyn Plan) -> Result<Vec<models::WeightRequest>> {
    let sites: Vec<&str> = plan.sites().iter().map(|site| site.name.as_str()).collect();
    Ok(plan.weights_for(&sites)?)
}
