//! Films in a field whose own last code is a second source of input.

use draws::Draws;

use super::bits::{Bits, Synapses};
use super::field::{Code, Shape, Source, cells, code_bits, fits, overlap};
use super::memory::mean;
use super::selection::{Selection, Winners};
use super::sprites::{N_FRAMES, N_PIXELS, PAIRS, SHARED, SIDE};

/// A field that has seen films, each once.
pub struct Film {
    shape: Shape,
    selection: Selection,
    from_pixels: Synapses,
    /// From the code before; not used where there is no context.
    from_code: Synapses,
    /// From the code back to the pixels.
    to_pixels: Synapses,
    /// `[film, frame]`
    pub codes: Vec<Vec<Code>>,
    draws: Draws,
}

impl Film {
    /// Sees all films once, with its own last code as context or without.
    pub fn learn(
        films: &[Vec<Bits>],
        shape: Shape,
        selection: Selection,
        has_context: bool,
        draws: Draws,
    ) -> Self {
        let n_pixels = SIDE * SIDE;
        let mut film = Self {
            shape,
            selection,
            from_pixels: Synapses::new(shape.n_all(), n_pixels),
            from_code: Synapses::new(shape.n_all(), shape.n_all()),
            to_pixels: Synapses::new(n_pixels, shape.n_all()),
            codes: Vec::new(),
            draws,
        };
        for (number, frames) in films.iter().enumerate() {
            let mut codes: Vec<Code> = Vec::new();
            for (time, frame) in frames.iter().enumerate() {
                let before = codes.last().filter(|_| has_context).map(|code| code_bits(shape, code));
                let fits = film.fits(Some(frame), before.as_ref());
                let draws = draws.stream((number * N_FRAMES + time) as u64);
                let code = selection.winners(&fits, shape.n_cells, draws);
                film.from_pixels.connect(cells(shape, &code), frame);
                film.to_pixels.connect(frame.active(), &code_bits(shape, &code));
                // The next code follows this one, whether it was context or not.
                if let Some(last) = codes.last() {
                    film.from_code.connect(cells(shape, &code), &code_bits(shape, last));
                }
                codes.push(code);
            }
            film.codes.push(codes);
        }
        film
    }

    fn fits(&self, frame: Option<&Bits>, before: Option<&Bits>) -> Vec<f64> {
        let mut sources = Vec::new();
        sources.extend(frame.map(|active| Source { synapses: &self.from_pixels, active }));
        sources.extend(before.map(|active| Source { synapses: &self.from_code, active }));
        fits(self.shape.n_all(), &sources)
    }

    /// The codes of a film from its first frame alone: each next one follows from the code before.
    pub fn recalled(&self, first: &Bits, film: usize) -> Vec<Code> {
        let selection = Selection { winners: Winners::Best, ..self.selection };
        let draws = self.draws.stream(1 << 20).stream(film as u64);
        let mut codes = vec![selection.winners(&self.fits(Some(first), None), self.shape.n_cells, draws)];
        for time in 1..N_FRAMES {
            let before = code_bits(self.shape, &codes[time - 1]);
            let fits = self.fits(None, Some(&before));
            codes.push(selection.winners(&fits, self.shape.n_cells, draws.stream(time as u64)));
        }
        codes
    }

    /// Share of modules that are right at each frame of a film recalled from its first.
    pub fn recall(&self, frames: &[Bits], film: usize) -> Vec<f64> {
        let recalled = self.recalled(&frames[0], film);
        recalled.iter().zip(&self.codes[film]).map(|(recalled, stored)| overlap(recalled, stored)).collect()
    }

    /// The same for each frame after the first from the stored code before it, mean over all films.
    pub fn next_frame_recall(&self) -> f64 {
        let selection = Selection { winners: Winners::Best, ..self.selection };
        let mut found = Vec::new();
        for (number, codes) in self.codes.iter().enumerate() {
            for (time, pair) in codes.windows(2).enumerate() {
                let fits = self.fits(None, Some(&code_bits(self.shape, &pair[0])));
                let draws = self.draws.stream(1 << 21).stream((number * N_FRAMES + time) as u64);
                let code = selection.winners(&fits, self.shape.n_cells, draws);
                found.push(overlap(&code, &pair[1]));
            }
        }
        mean(&found)
    }

    /// Overlap of the codes of the shared frame in the two films of each pair, mean over pairs.
    pub fn shared_overlap(&self) -> f64 {
        mean(&PAIRS.map(|[a, b]| overlap(&self.codes[a][SHARED], &self.codes[b][SHARED])))
    }

    /// The pixels that a code brings back: those with the most of its cells, as many as a frame has, each from 0 to 1.
    pub fn pixels(&self, code: &[usize]) -> Vec<f64> {
        let sums = self.to_pixels.sums(&code_bits(self.shape, code));
        let mut sorted = sums.clone();
        sorted.sort_unstable_by(|a, b| b.cmp(a));
        let least = sorted[N_PIXELS - 1];
        sums.iter()
            .map(|&sum| if sum >= least.max(1) { sum as f64 / code.len() as f64 } else { 0.0 })
            .collect()
    }
}
