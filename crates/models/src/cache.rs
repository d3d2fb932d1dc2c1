//! What a decoder keeps of the tokens that it has read, so that a text that goes on is not read anew: each block's keys
//! (rotated) and values.

use tensor::{AttentionMask, AttentionOptions, Tensor};

use crate::Result;

/// Room grows by so many tokens at a time. Within it every token has the same shapes, so that the engine plans once.
const ROOM: usize = 64;

/// The keys and values of a text. Numbers are shared, so that a copy from which a text goes on in another way is cheap.
#[derive(Clone, Debug, Default)]
pub struct Cache {
    /// A block's keys and values, `[kv_head, room, d_head]` each; zeros after the last token.
    blocks: Vec<[Tensor; 2]>,
    n_tokens: usize,
}

impl Cache {
    /// A cache of no token, for [`crate::Hooks::after`].
    pub fn new() -> Self {
        Self::default()
    }

    /// How many tokens it holds.
    pub fn n_tokens(&self) -> usize {
        self.n_tokens
    }

    /// Bytes of its numbers: 8 a block, key head, unit of a head, and token, with the tokens rounded up to 64.
    pub fn bytes(&self) -> usize {
        self.tensors().map(|tensor| 4 * tensor.count()).sum()
    }

    /// Its tensors, to be computed together with what a pass was asked for.
    pub fn tensors(&self) -> impl Iterator<Item = &Tensor> {
        self.blocks.iter().flatten()
    }

    /// How queries see all keys so far, when `n_new` tokens are read: `None` at the beginning of a text, where attention is
    /// causal within what is read; else 1 where a key of the room is not after the query, `[query, room]`.
    fn seen(&self, n_new: usize, like: &Tensor) -> Result<Option<Tensor>> {
        if self.n_tokens == 0 {
            return Ok(None);
        }
        let device = like.device();
        // Which token is the first is no part of the plan, so that the next one runs the same.
        let first = Tensor::scalar(self.n_tokens as f32, &device)?;
        let query = Tensor::index(&[n_new, 1], &device)?.add(&first)?;
        Ok(Some(Tensor::index(&[1, room(self.n_tokens + n_new)], &device)?.less_equal(&query)?))
    }

    /// Where the queries of a block look, `[head, query, room]`, and the values there. Keeps the new keys and values
    /// `[kv_head, pos, d_head]`.
    pub(crate) fn attend(
        &mut self,
        block: usize,
        q: &Tensor,
        new: [&Tensor; 2],
        options: &AttentionOptions<'_>,
    ) -> Result<[Tensor; 2]> {
        let n_new = q.shape()[1];
        let seen = self.seen(n_new, q)?;
        let before = self.blocks.get(block).cloned();
        let mut kept = Vec::new();
        for (part, new) in new.into_iter().enumerate() {
            kept.push(self.joined(before.as_ref().map(|both| &both[part]), new)?);
        }
        let both = [kept.remove(0), kept.remove(0)];
        let found = match &seen {
            None => [q.attention_pattern(new[0], options)?, new[1].clone()],
            Some(seen) => {
                let mask = Some(AttentionMask::Boolean(seen));
                let options = AttentionOptions { mask, is_causal: false, ..*options };
                [q.attention_pattern(&both[0], &options)?, both[1].clone()]
            }
        };
        match self.blocks.get_mut(block) {
            Some(place) => *place = both,
            None => self.blocks.push(both),
        }
        Ok(found)
    }

    /// Counts the tokens of a pass that has ended.
    pub(crate) fn has_read(&mut self, n_new: usize) {
        self.n_tokens += n_new;
    }

    /// What was kept with what is new after it, and zeros up to the room's end.
    fn joined(&self, before: Option<&Tensor>, new: &Tensor) -> Result<Tensor> {
        let (start, n_new) = (self.n_tokens, new.shape()[1]);
        let n_room = room(start + n_new);
        let Some(before) = before else { return Ok(new.pad(1, 0, n_room - n_new)?) };
        let n_before = before.shape()[1];
        let before = if n_room > n_before { before.pad(1, 0, n_room - n_before)? } else { before.clone() };
        if n_new == 1 {
            let device = new.device();
            let here =
                Tensor::index(&[n_room, 1], &device)?.equal(&Tensor::scalar(start as f32, &device)?)?;
            return Ok(here.select(new, &before)?);
        }
        let end = start + n_new;
        let parts = [&before.slice(1, 0, start)?, new, &before.slice(1, end, n_room - end)?];
        Ok(Tensor::concat(&parts, 1)?)
    }
}

/// Tokens for which there is room when there are so many.
fn room(n_tokens: usize) -> usize {
    n_tokens.next_multiple_of(ROOM)
}
