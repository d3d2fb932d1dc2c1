//! From a model's values at a site to one vector a stimulus.

use analysis::Activations;
use models::{Axis, Site};
use serde::{Deserialize, Serialize};
use tensor::Tensor;
use ts_rs::TS;

use crate::{Error, Result};

/// How each stimulus's activations become one vector.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Pool {
    /// All values, flattened.
    None,
    /// Mean over positions (text) or over space (images).
    Mean,
    /// The last position of a text.
    Last,
    /// The first position of a text, where BERT keeps `[CLS]`.
    Cls,
}

/// Activations of all stimuli at one site.
#[derive(Clone, Debug)]
pub struct Captured {
    /// The site's full name.
    pub site: String,
    /// `[n_stimuli, n_units]` when pooled; `[n_stimuli, …axes]` otherwise, where texts shorter
    /// than the longest end in zeros.
    pub shape: Vec<usize>,
    /// Row-major.
    pub values: Vec<f32>,
    /// Tokens of each text; empty for images.
    pub n_positions: Vec<usize>,
}

/// The value of one stimulus at one site, pooled.
pub(crate) struct Row {
    pub shape: Vec<usize>,
    pub values: Vec<f32>,
}

/// Pools `value` of a batch of images, `[batch, …axes]` → `[batch, n_units]` or `[batch, …axes]`. A mean is over space, or
/// over the tokens that an image is read as.
pub(crate) fn pool_images(site: &Site, value: &Tensor, pool: Pool) -> Result<Tensor> {
    let batch = value.shape()[0];
    let flat = |x: Tensor| Ok(x.reshape(&[batch, x.count() / batch.max(1)])?);
    let is_tokens = matches!(site.axes.first(), Some(Axis::Unit { name: "token", .. }));
    match (pool, site.axes.as_slice()) {
        (Pool::None, _) => Ok(value.clone()),
        (Pool::Mean, [Axis::Channel(channels), Axis::Height(height), Axis::Width(width)]) => {
            Ok(value.reshape(&[batch, *channels, height * width])?.mean(2)?)
        }
        (Pool::Mean, _) if is_tokens => flat(value.mean(1)?),
        (Pool::Cls, _) if is_tokens => flat(value.slice(1, 0, 1)?),
        (Pool::Mean | Pool::Cls, [Axis::Head(_), ..]) => Err(matrix_of_positions(site)),
        // One vector an image, as logits are.
        (Pool::Mean, _) => Ok(value.clone()),
        (Pool::Cls, [_]) => Ok(value.clone()),
        (Pool::Last | Pool::Cls, _) => Err(Error::Recipe(format!(
            "pooling `{}` chooses a token, and {} of these images has none; choose `none` or `mean`",
            if pool == Pool::Last { "last" } else { "cls" },
            site.name
        ))),
    }
}

fn matrix_of_positions(site: &Site) -> Error {
    Error::Recipe(format!(
        "{} holds a matrix of positions for each head, so it has no one vector a position to pool; capture it with pooling `none`",
        site.name
    ))
}

/// Pools `value` of one text, `[pos, …]` → `[n_units]` or `[pos, …]`.
pub(crate) fn pool_text(site: &Site, value: &Tensor, pool: Pool) -> Result<Tensor> {
    if pool == Pool::None {
        return Ok(value.clone());
    }
    if !matches!(site.axes.first(), Some(Axis::Pos)) || site.axes.contains(&Axis::Key) {
        return Err(matrix_of_positions(site));
    }
    let n_pos = value.shape()[0];
    if n_pos == 0 {
        return Err(Error::Recipe(
            "a text has no tokens, so there is nothing to pool; remove empty lines".to_owned(),
        ));
    }
    let rows = value.reshape(&[n_pos, value.count() / n_pos])?;
    Ok(match pool {
        Pool::Mean => rows.mean(0)?,
        Pool::Last => rows.slice(0, n_pos - 1, 1)?.reshape(&[rows.shape()[1]])?,
        Pool::Cls | Pool::None => rows.slice(0, 0, 1)?.reshape(&[rows.shape()[1]])?,
    })
}

/// Stacks rows that may differ in size along each axis, with zeros at the end of shorter ones.
pub(crate) fn stack(site: String, rows: &[Row], n_positions: Vec<usize>) -> Captured {
    let rank = rows.first().map_or(0, |row| row.shape.len());
    let largest: Vec<usize> =
        (0..rank).map(|axis| rows.iter().map(|row| row.shape[axis]).max().unwrap_or(0)).collect();
    let size: usize = largest.iter().product();
    let mut values = vec![0.0; rows.len() * size];
    for (row, place) in rows.iter().zip(values.chunks_exact_mut(size.max(1))) {
        copy_padded(row, &largest, place);
    }
    Captured { site, shape: [&[rows.len()], largest.as_slice()].concat(), values, n_positions }
}

/// Copies `row` into the leading corner of `place`, which has shape `largest`.
fn copy_padded(row: &Row, largest: &[usize], place: &mut [f32]) {
    let Some((&width, lead)) = row.shape.split_last() else {
        place.copy_from_slice(&row.values);
        return;
    };
    for (i, line) in row.values.chunks_exact(width.max(1)).enumerate() {
        let (mut rest, mut at, mut stride) = (i, 0, largest[lead.len()]);
        for axis in (0..lead.len()).rev() {
            at += rest % lead[axis] * stride;
            rest /= lead[axis];
            stride *= largest[axis];
        }
        place[at..at + width].copy_from_slice(line);
    }
}

/// Captured activations as the analyses take them: one row a stimulus.
pub(crate) fn as_activations(captured: &Captured) -> Result<Activations> {
    let n_stimuli = captured.shape[0];
    let is_ragged = captured.n_positions.windows(2).any(|pair| pair[0] != pair[1]);
    if captured.shape.len() > 2 && is_ragged {
        return Err(Error::Recipe(format!(
            "the texts have different numbers of tokens, so their unpooled activations at {} cannot be compared; choose pooling `mean`, `last` or `cls`",
            captured.site
        )));
    }
    let n_units = captured.shape[1..].iter().product();
    Activations::new(captured.values.clone(), n_stimuli, n_units)
        .map_err(|source| Error::Analysis { site: captured.site.clone(), source })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_of_an_image_are_pooled_as_those_of_a_text() {
        let unit = |name, size| Axis::Unit { name, size };
        let site = |axes: &[Axis]| Site {
            name: "x".to_owned(),
            short: "x".to_owned(),
            axes: axes.to_vec(),
            about: String::new(),
        };
        let numbers: Vec<f32> = (0..12).map(|i| i as f32).collect();
        let value = Tensor::from_vec(numbers, &[2, 3, 2], &tensor::Device::Cpu).unwrap();
        let pooled = |pool, axes: &[Axis]| {
            let pooled = pool_images(&site(axes), &value, pool);
            pooled.map(|x| (x.shape().to_vec(), pollster::block_on(x.to_vec()).unwrap()))
        };
        let tokens = [unit("token", 3), unit("d_model", 2)];
        assert_eq!(pooled(Pool::Mean, &tokens).unwrap(), (vec![2, 2], vec![2.0, 3.0, 8.0, 9.0]));
        assert_eq!(pooled(Pool::Cls, &tokens).unwrap(), (vec![2, 2], vec![0.0, 1.0, 6.0, 7.0]));
        for (pool, axes, word) in [
            (Pool::Last, tokens.clone(), "`last` chooses a token"),
            (Pool::Cls, [Axis::Channel(3), Axis::Width(2)], "`cls` chooses a token"),
            (Pool::Mean, [Axis::Head(3), unit("token", 2)], "matrix of positions"),
        ] {
            let sentence = pooled(pool, &axes).unwrap_err().to_string();
            assert!(sentence.contains(word), "{sentence}");
        }
    }

    #[test]
    fn shorter_texts_end_in_zeros() {
        let row = |n: usize| Row { shape: vec![n, 2], values: (1..=2 * n).map(|v| v as f32).collect() };
        let captured = stack("x".to_owned(), &[row(1), row(2)], vec![1, 2]);
        assert_eq!(captured.shape, [2, 2, 2]);
        assert_eq!(captured.values, [1.0, 2.0, 0.0, 0.0, 1.0, 2.0, 3.0, 4.0]);
    }

    #[test]
    fn patterns_of_different_sizes_keep_their_rows() {
        let row = |n: usize| Row { shape: vec![1, n, n], values: vec![n as f32; n * n] };
        let captured = stack("pattern".to_owned(), &[row(1), row(2)], vec![1, 2]);
        assert_eq!(captured.values, [1.0, 0.0, 0.0, 0.0, 2.0, 2.0, 2.0, 2.0]);
    }
}
