//! What the distances of shapes are, and when they mislead.

use super::{
    procrustes_orthogonal_distance, procrustes_orthogonal_distance_normalised, shape_angular,
    shape_angular_whitened,
};
use crate::card::{Card, Direction};
use crate::registry::{Ends, Measure, MeasureKind};

pub(crate) static MEASURES: &[Measure] = &[
    Measure {
        name: "procrustes_orthogonal_distance",
        ends: Ends::At0,
        about: "Frobenius distance of two centred layers after the best rotation of the units, sizes left as they are; from 0 (same shape and size) up, in activation; takes activations [n_stimuli, n_units] of the same stimuli (at least 2).",
        kind: MeasureKind::Activations(procrustes_orthogonal_distance),
    },
    Measure {
        name: "procrustes_orthogonal_distance_normalised",
        ends: Ends::At0,
        about: "Frobenius distance of two layers centred and divided by their norms, after the best rotation of the units (Ding et al. 2021 report its square); 0 (same shape) to √2; takes activations [n_stimuli, n_units] of the same stimuli (at least 2).",
        kind: MeasureKind::Activations(procrustes_orthogonal_distance_normalised),
    },
    Measure {
        name: "shape_angular",
        ends: Ends::At0,
        about: "Angle between two centred layers after the best rotation of the units (Williams et al. 2021, α = 1); 0 (same shape) to π/2, in radians; takes activations [n_stimuli, n_units] of the same stimuli (at least 2).",
        kind: MeasureKind::Activations(shape_angular),
    },
    Measure {
        name: "shape_angular_whitened",
        ends: Ends::At0,
        about: "Angle between two centred and whitened layers after the best rotation of the units (Williams et al. 2021, α = 0); 0 (a linear map leads from each to the other) to π/2, in radians, and always 0 if both have n_stimuli − 1 units or more; takes activations [n_stimuli, n_units] of the same stimuli (at least 2).",
        kind: MeasureKind::Activations(shape_angular_whitened),
    },
];

const DING: &str = "Ding, Denain & Steinhardt 2021, Grounding representation similarity with statistical testing, NeurIPS, section 2; Schönemann 1966, A generalized solution of the orthogonal Procrustes problem, Psychometrika 31";
const WILLIAMS: &str = "Williams, Kunz, Kornblith & Linderman 2021, Generalized shape metrics on neural representations, NeurIPS, section 2";
const ROTATION: &str = "a rotation or reflection of either layer's units";
const SCALE: &str = "a positive factor on either layer";
const SHIFT: &str = "a constant added to any unit";
const SAME_ORDER: &str = "the same reordering of the stimuli of both";

pub(crate) static CARDS: &[Card] = &[
    Card {
        name: "procrustes_orthogonal_distance",
        title: "Orthogonal Procrustes distance",
        formula: r"\min_{Q^\top Q=I}\lVert XQ-Y\rVert_F=\sqrt{\lVert X\rVert_F^2+\lVert Y\rVert_F^2-2\lVert X^\top Y\rVert_*}",
        source: DING,
        range: "0 up, in activation",
        direction: Direction::Distance,
        unchanged_by: &[ROTATION, SHIFT, SAME_ORDER],
        fails: "It grows with the size of the answers and the number of stimuli, and a small layer is near to any other small one; take the normalised one to compare layers of different scale.",
    },
    Card {
        name: "procrustes_orthogonal_distance_normalised",
        title: "Orthogonal Procrustes distance, normalised",
        formula: r"\sqrt{2-2\,\frac{\lVert X^\top Y\rVert_*}{\lVert X\rVert_F\lVert Y\rVert_F}}",
        source: DING,
        range: "0 to √2",
        direction: Direction::Distance,
        unchanged_by: &[ROTATION, SCALE, SHIFT, SAME_ORDER],
        fails: "With more units than stimuli a rotation is found that makes unrelated layers look alike; directions of large variance decide it.",
    },
    Card {
        name: "shape_angular",
        title: "Angular shape distance",
        formula: r"\arccos\frac{\lVert X^\top Y\rVert_*}{\lVert X\rVert_F\lVert Y\rVert_F}",
        source: WILLIAMS,
        range: "0 to π/2, in radians",
        direction: Direction::Distance,
        unchanged_by: &[ROTATION, SCALE, SHIFT, SAME_ORDER],
        fails: "With more units than stimuli a rotation is found that makes unrelated layers look alike; directions of large variance decide it.",
    },
    Card {
        name: "shape_angular_whitened",
        title: "Angular shape distance, whitened",
        formula: r"\arccos\frac{\sum_k\rho_k}{\sqrt{\operatorname{rank}X\,\operatorname{rank}Y}}",
        source: WILLIAMS,
        range: "0 to π/2, in radians",
        direction: Direction::Distance,
        unchanged_by: &[
            "an invertible linear map of either layer's units",
            ROTATION,
            SCALE,
            SHIFT,
            SAME_ORDER,
        ],
        fails: "Directions of hardly any variance count as much as the largest, and with n_stimuli − 1 units or more in both layers it is 0 whatever they answer; use it only with many more stimuli than units.",
    },
];
