//! What the scalings are, and when they mislead.

use crate::card::{Card, Direction};

const ORDER: &str = "a reordering of the stimuli";
const FACTOR: &str = "a positive factor on the distances, but for the map's scale";

pub(crate) static CARDS: &[Card] = &[
    Card {
        name: "classical_mds",
        title: "Classical multidimensional scaling",
        formula: r"-\tfrac12 J D^{(2)} J=U\Lambda U^\top,\quad Y=U_k\Lambda_k^{1/2}",
        source: "Torgerson 1952, Multidimensional scaling: I; Borg & Groenen 2005, Modern multidimensional scaling, section 12.1",
        range: "coordinates in the RDM's unit",
        direction: Direction::Distance,
        unchanged_by: &[ORDER, FACTOR],
        fails: "Large distances decide it; distances that are not Euclidean have negative eigenvalues, which no map can show.",
    },
    Card {
        name: "metric_mds",
        title: "Metric multidimensional scaling (SMACOF)",
        formula: r"\min_Y\sum_{i<j}\left(\delta_{ij}-\lVert y_i-y_j\rVert\right)^2",
        source: "De Leeuw 1977, Applications of convex analysis to multidimensional scaling; Borg & Groenen 2005, equation 8.29",
        range: "coordinates in the RDM's unit; raw stress from 0 up, stress-1 from 0 to about 1",
        direction: Direction::Distance,
        unchanged_by: &[ORDER, FACTOR],
        fails: "It may end in a local optimum; with a stress-1 above about 0.2 the map says little of the distances.",
    },
    Card {
        name: "nonmetric_mds",
        title: "Non-metric multidimensional scaling (SMACOF)",
        formula: r"\min_{Y,\,\hat d\text{ rising with }\delta}\sqrt{\frac{\sum_{i<j}(\hat d_{ij}-\lVert y_i-y_j\rVert)^2}{\sum_{i<j}\lVert y_i-y_j\rVert^2}}",
        source: "Kruskal 1964, Multidimensional scaling by optimizing goodness of fit to a nonmetric hypothesis; Borg & Groenen 2005, section 9.2",
        range: "coordinates without a unit; stress-1 from 0 to about 1",
        direction: Direction::Distance,
        unchanged_by: &[ORDER, FACTOR],
        fails: "Stimuli in clear groups collapse to a few places of stress 0; it may end in a local optimum.",
    },
];
