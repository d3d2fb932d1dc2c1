//! A character-sized decoder: 4 layers, d 128, 4 heads, pre-norm, causal.

use tensor::{Device, Result, Tensor};

use super::update::Update;
use super::{Loss, Training, cross_entropy, weight};
use crate::seeded::{fill, ints};

const N_LAYERS: usize = 4;
const D_MODEL: usize = 128;
const N_HEADS: usize = 4;
const D_MLP: usize = 512;
const VOCAB: usize = 512;
const BATCH: usize = 8;
const POS: usize = 64;
const EPS: f32 = 1e-5;
/// Parameters of a layer: two norms and four dense layers, each with its bias.
const PER_LAYER: usize = 12;

/// Next-token prediction on 8 × 64 tokens, Adam.
pub(crate) fn transformer(device: &Device) -> Result<Training> {
    let table = |rows, seed| Tensor::from_vec(fill(rows * D_MODEL, seed, 0.2), &[rows, D_MODEL], device);
    let norm = || Ok([Tensor::full(1.0, &[D_MODEL], device)?, Tensor::full(0.0, &[D_MODEL], device)?]);
    let dense = |n_in: usize, n_out: usize, seed: usize| {
        Ok([weight(&[n_in, n_out], n_in, seed as u32, device)?, Tensor::full(0.0, &[n_out], device)?])
    };
    let mut parameters =
        vec![table(VOCAB, 10)?, table(POS, 11)?, weight(&[D_MODEL, VOCAB], D_MODEL, 12, device)?];
    let push = |all: &mut Vec<Tensor>, pair: Result<[Tensor; 2]>| pair.map(|pair| all.extend(pair));
    push(&mut parameters, norm())?;
    for l in 0..N_LAYERS {
        push(&mut parameters, norm())?;
        push(&mut parameters, dense(D_MODEL, 3 * D_MODEL, 20 + 4 * l))?;
        push(&mut parameters, dense(D_MODEL, D_MODEL, 21 + 4 * l))?;
        push(&mut parameters, norm())?;
        push(&mut parameters, dense(D_MODEL, D_MLP, 22 + 4 * l))?;
        push(&mut parameters, dense(D_MLP, D_MODEL, 23 + 4 * l))?;
    }
    let tokens = ints(BATCH * (POS + 1), 1, VOCAB as u32);
    let shifted = |by: usize| {
        let rows = tokens.chunks_exact(POS + 1).flat_map(|row| row[by..by + POS].to_vec()).collect();
        Tensor::from_vec(rows, &[BATCH * POS], device)
    };
    let (x, y) = (shifted(0)?, shifted(1)?);
    let loss: Loss = Box::new(move |p| {
        let words = p[0].take_rows(&x)?.reshape(&[BATCH, POS, D_MODEL])?;
        let mut h = words.add(&p[1])?.reshape(&[BATCH * POS, D_MODEL])?;
        for layer in p[5..].chunks_exact(PER_LAYER) {
            h = block(&h, layer)?;
        }
        let loss = cross_entropy(&h.layer_norm(&p[3], &p[4], EPS)?.matmul(&p[2])?, &y)?;
        Ok((loss.clone(), loss))
    });
    let update = Update::adam(&parameters)?;
    Training::new(parameters, loss, update)
}

fn block(h: &Tensor, p: &[Tensor]) -> Result<Tensor> {
    let d_head = D_MODEL / N_HEADS;
    let qkv = h.layer_norm(&p[0], &p[1], EPS)?.matmul(&p[2])?.add(&p[3])?;
    let part = |i: usize| {
        let part = qkv.slice(1, i * D_MODEL, D_MODEL)?.reshape(&[BATCH, POS, N_HEADS, d_head])?;
        part.permute(&[0, 2, 1, 3])?.reshape(&[BATCH * N_HEADS, POS, d_head])
    };
    let z = part(0)?.attention(&part(1)?, &part(2)?, true)?.z;
    let z = z
        .reshape(&[BATCH, N_HEADS, POS, d_head])?
        .permute(&[0, 2, 1, 3])?
        .reshape(&[BATCH * POS, D_MODEL])?;
    let h = h.add(&z.matmul(&p[4])?.add(&p[5])?)?;
    let mid = h.layer_norm(&p[6], &p[7], EPS)?.matmul(&p[8])?.add(&p[9])?.gelu_tanh()?;
    h.add(&mid.matmul(&p[10])?.add(&p[11])?)
}
