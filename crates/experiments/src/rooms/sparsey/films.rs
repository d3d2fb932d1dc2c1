//! The figures of films.

use recipe::{Caption, CellKind, Figure, Grid, Panels};

use super::bits::Bits;
use super::field::overlap;
use super::memory::mean;
use super::sprites::{N_FILMS, N_FRAMES, PAIRS, SHARED, SIDE};
use super::study::Films;

/// Likeness of all frames of the first pair: of their pixels, of their codes with context, and without.
pub fn overlaps(films: &Films) -> Figure {
    let pair = PAIRS[0];
    let places: Vec<[usize; 2]> =
        pair.iter().flat_map(|&film| (0..N_FRAMES).map(move |frame| [film, frame])).collect();
    let matrix = |alike: &dyn Fn([usize; 2], [usize; 2]) -> f64| -> Vec<f64> {
        places.iter().flat_map(|&a| places.iter().map(move |&b| alike(a, b))).collect()
    };
    let frame = |[film, frame]: [usize; 2]| -> &Bits { &films.frames[film][frame] };
    let pixels = |a, b| frame(a).shared(frame(b)) as f64 / frame(a).count().max(1) as f64;
    let mut values = matrix(&pixels);
    for shown in &films.shown {
        values.extend(matrix(&|[a, i], [b, j]| overlap(&shown.codes[a][i], &shown.codes[b][j])));
    }
    let [with, without] = [0, 1].map(|which| mean(&films.shared[which]));
    let finding = format!(
        "The frame that two films share has codes that overlap by {with:.2} with context, by {without:.2} without."
    );
    Figure::Panels(Panels {
        caption: Caption {
            id: "films".to_owned(),
            alt: format!("Three matrices of {0} by {0} frames side by side. {finding}", 2 * N_FRAMES),
            finding,
            about: format!(
                "Two films of one sprite, which goes across in film A and down in film B, and is in one place in frame {}. Likeness of every frame with every other: share of pixels, and share of modules with the same winner.",
                SHARED + 1
            ),
            unit: "share".to_owned(),
            n: 2 * N_FRAMES,
        },
        title: "The same picture in another film".to_owned(),
        names: ["pixels", "codes with context", "codes without context"].map(str::to_owned).to_vec(),
        labels: places.iter().map(|[film, frame]| format!("{}{}", ["A", "B"][film % 2], frame + 1)).collect(),
        values,
        domain: [0.0, 1.0],
    })
}

/// Recall of every film from its first frame.
pub fn recall(films: &Films) -> Figure {
    let cell = |film: usize, frame: usize| {
        mean(&films.recall.iter().map(|repeat| repeat[film][frame]).collect::<Vec<_>>())
    };
    let values: Vec<f64> =
        (0..N_FILMS).flat_map(|film| (0..N_FRAMES).map(move |frame| cell(film, frame))).collect();
    let finding = format!(
        "From its first frame alone a film is played back with {:.2} of the winners right on average, {:.2} in its last frame.",
        mean(&values),
        mean(&values.chunks_exact(N_FRAMES).map(|film| film[N_FRAMES - 1]).collect::<Vec<_>>())
    );
    Figure::Grid(Grid {
        caption: Caption {
            id: "film_recall".to_owned(),
            alt: format!("A grid of {N_FILMS} films by {N_FRAMES} frames. {finding}"),
            finding,
            about: format!(
                "Share of modules whose winner is the stored one. The first frame is shown; every later code follows from the code before it alone. Mean over {} fields.",
                films.recall.len()
            ),
            unit: "share of modules".to_owned(),
            n: films.recall.len(),
        },
        title: "Played back from the first frame".to_owned(),
        rows: (1..=N_FILMS).map(|film| format!("film {film}")).collect(),
        columns: (1..=N_FRAMES).map(|frame| format!("{frame}")).collect(),
        row_axis: "film".to_owned(),
        column_axis: "frame".to_owned(),
        values: values.into_iter().map(Some).collect(),
        domain: [0.0, 1.0],
        is_diverging: false,
        cell: CellKind::Other,
    })
}

/// The first film as it was seen, and as it is played back.
pub fn frames(films: &Films) -> Figure {
    const SHOWN: [usize; 4] = [0, 2, 4, 7];
    let film = &films.shown[0];
    let recalled = film.recalled(&films.frames[0][0], 0);
    let (mut names, mut values, mut right) = (Vec::new(), Vec::new(), Vec::new());
    for frame in SHOWN {
        let seen = films.frames[0][frame].active();
        let picture = (0..SIDE * SIDE).map(|pixel| if seen.contains(&pixel) { 1.0 } else { 0.0 });
        names.push(format!("seen, frame {}", frame + 1));
        values.extend(picture);
        let back = film.pixels(&recalled[frame]);
        right.push(seen.iter().filter(|&&pixel| back[pixel] > 0.0).count() as f64 / seen.len() as f64);
        names.push(format!("played back, frame {}", frame + 1));
        values.extend(back);
    }
    let finding = format!("{:.0} % of the pixels that were seen come back.", 100.0 * mean(&right));
    Figure::Panels(Panels {
        caption: Caption {
            id: "frames".to_owned(),
            alt: format!("Pairs of {SIDE} by {SIDE} pictures. {finding}"),
            finding,
            about: "Frames of the first film, and the pixels that its recalled codes bring back: those that the most active cells are wired to, as many as a frame has (more where equal).".to_owned(),
            unit: "share of cells".to_owned(),
            n: SHOWN.len(),
        },
        title: "What comes back".to_owned(),
        names,
        labels: (1..=SIDE).map(|pixel| format!("{pixel}")).collect(),
        values,
        domain: [0.0, 1.0],
    })
}
