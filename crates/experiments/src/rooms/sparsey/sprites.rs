//! Short films: a sprite that moves over a small torus.

use draws::Draws;

use super::bits::Bits;

/// Rows and columns of a frame.
pub const SIDE: usize = 12;
/// Films.
pub const N_FILMS: usize = 12;
/// Frames of a film.
pub const N_FRAMES: usize = 8;
/// The frame that two films of a pair share.
pub const SHARED: usize = 4;
/// Pairs of films with one sprite that meet in a frame: films 0 and 1, 2 and 3.
pub const PAIRS: [[usize; 2]; 2] = [[0, 1], [2, 3]];
/// Rows and columns of a sprite.
const SPRITE: usize = 5;
/// Pixels of a sprite.
pub const N_PIXELS: usize = 14;
/// Ways to move, two pixels a frame.
const WAYS: [[usize; 2]; 4] = [[0, 2], [2, 0], [0, SIDE - 2], [SIDE - 2, 0]];

/// The frames of all films, `[N_FILMS, N_FRAMES]`. The two films of a pair show one sprite that goes across in one and
/// down in the other, and is in one place at [`SHARED`].
pub fn films(draws: Draws) -> Vec<Vec<Bits>> {
    (0..N_FILMS).map(|film| frames(film, draws)).collect()
}

fn frames(film: usize, draws: Draws) -> Vec<Bits> {
    let pair = PAIRS.iter().position(|pair| pair.contains(&film));
    let (own, way) = match pair {
        Some(pair) => (draws.stream(PAIRS[pair][0] as u64), film % 2),
        None => (draws.stream(film as u64), draws.stream(film as u64).below(0, WAYS.len())),
    };
    let sprite: Vec<usize> = own.stream(1).permutation(SPRITE * SPRITE).into_iter().take(N_PIXELS).collect();
    let [row, column] = [own.below(1, SIDE), own.below(2, SIDE)];
    let frame = |time: usize| {
        // Where the sprite is, counted from where it is at the shared frame.
        let steps = time + SIDE - SHARED;
        let [top, left] = [row + steps * WAYS[way][0], column + steps * WAYS[way][1]];
        let active =
            sprite.iter().map(|pixel| (top + pixel / SPRITE) % SIDE * SIDE + (left + pixel % SPRITE) % SIDE);
        Bits::of(SIDE * SIDE, &active.collect::<Vec<_>>())
    };
    (0..N_FRAMES).map(frame).collect()
}
