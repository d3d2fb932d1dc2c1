//! What the groupings are, and when they mislead.

use crate::card::{Card, Direction};

const MULLNER: &str = "Lance & Williams 1967, A general theory of classificatory sorting strategies; Müllner 2011, Modern hierarchical, agglomerative clustering algorithms, figure 2";
const ORDER: &str = "a reordering of the stimuli, when no two distances are equal";
const FACTOR: &str = "a positive factor on the distances, but for the unit of the heights";
const RISING: &str = "a rising function of the distances, but for the heights";
const ROTATION: &str = "a rotation or reflection of the units";
const SHIFT: &str = "a constant added to any unit";
const NAMES: &str = "other numbers for the same groups";
const SWAP: &str = "an exchange of the two groupings";

pub(crate) static CARDS: &[Card] = &[
    Card {
        name: "linkage_single",
        title: "Hierarchical clustering, single linkage",
        formula: r"d(A,B)=\min_{a\in A,\,b\in B} d(a,b)",
        source: MULLNER,
        range: "heights from 0 up, in the RDM's unit",
        direction: Direction::Distance,
        unchanged_by: &[ORDER, FACTOR, RISING],
        fails: "It chains: a few stimuli between two groups make them one.",
    },
    Card {
        name: "linkage_complete",
        title: "Hierarchical clustering, complete linkage",
        formula: r"d(A,B)=\max_{a\in A,\,b\in B} d(a,b)",
        source: MULLNER,
        range: "heights from 0 up, in the RDM's unit",
        direction: Direction::Distance,
        unchanged_by: &[ORDER, FACTOR, RISING],
        fails: "One far stimulus keeps a group apart; it finds groups in noise too.",
    },
    Card {
        name: "linkage_average",
        title: "Hierarchical clustering, average linkage (UPGMA)",
        formula: r"d(A,B)=\frac1{|A||B|}\sum_{a\in A}\sum_{b\in B} d(a,b)",
        source: MULLNER,
        range: "heights from 0 up, in the RDM's unit",
        direction: Direction::Distance,
        unchanged_by: &[ORDER, FACTOR],
        fails: "It finds groups in noise too; compare the heights with those of shuffled activations.",
    },
    Card {
        name: "linkage_ward",
        title: "Hierarchical clustering, Ward's criterion",
        formula: r"d(A,B)=\sqrt{\frac{2|A||B|}{|A|+|B|}}\,\lVert \bar a-\bar b\rVert",
        source: "Ward 1963, Hierarchical grouping to optimize an objective function; Müllner 2011, figure 2",
        range: "heights from 0 up, in the RDM's unit",
        direction: Direction::Distance,
        unchanged_by: &[ORDER, FACTOR],
        fails: "It prefers round groups of like size, and its criterion has no meaning for distances that are not Euclidean.",
    },
    Card {
        name: "k_means",
        title: "k-means",
        formula: r"\min\sum_i\lVert x_i-\mu_{g(i)}\rVert^2",
        source: "Lloyd 1982, Least squares quantization in PCM; Arthur & Vassilvitskii 2007, k-means++, section 2.2",
        range: "inertia from 0 up, in activation²",
        direction: Direction::Distance,
        unchanged_by: &[ROTATION, SHIFT, "a positive factor on the layer, but for the unit of the inertia"],
        fails: "It prefers round groups of like size, finds as many as it is asked for, also in noise, and may end in a local optimum.",
    },
    Card {
        name: "spectral_embedding",
        title: "Spectral embedding (Laplacian eigenmap)",
        formula: r"(I-D^{-1/2}AD^{-1/2})\,u=\lambda u,\quad y=D^{-1/2}u",
        source: "Belkin & Niyogi 2003, Laplacian eigenmaps for dimensionality reduction, section 2",
        range: "coordinates without a unit; eigenvalues from 0 to 2",
        direction: Direction::Distance,
        unchanged_by: &[
            "a reordering of the stimuli",
            "a positive factor on the affinities, but for the coordinates' scale",
        ],
        fails: "With parts that have no affinity to each other its columns only tell the parts apart; equal eigenvalues leave a rotation open.",
    },
    Card {
        name: "spectral_clustering",
        title: "Spectral clustering",
        formula: r"\text{k-means on the first } k \text{ columns of the spectral embedding}",
        source: "Shi & Malik 2000, Normalized cuts and image segmentation; von Luxburg 2007, A tutorial on spectral clustering, section 4",
        range: "groups, numbered by their first stimulus",
        direction: Direction::Distance,
        unchanged_by: &["a positive factor on the affinities"],
        fails: "The groups hang on the number of neighbours or on gamma; groups are found in noise too.",
    },
    Card {
        name: "adjusted_rand_index",
        title: "Adjusted Rand index",
        formula: r"\frac{\sum\binom{n_{ij}}2-E}{\frac12\left(\sum\binom{a_i}2+\sum\binom{b_j}2\right)-E},\quad E=\frac{\sum\binom{a_i}2\sum\binom{b_j}2}{\binom n2}",
        source: "Hubert & Arabie 1985, Comparing partitions, equation 5",
        range: "−0.5 to 1; 0 is chance",
        direction: Direction::Likeness,
        unchanged_by: &[NAMES, SWAP],
        fails: "Large groups decide it: a small one may be torn apart and hardly be seen.",
    },
    Card {
        name: "adjusted_mutual_information",
        title: "Adjusted mutual information",
        formula: r"\frac{I(A;B)-E}{\frac12\left(H(A)+H(B)\right)-E}",
        source: "Vinh, Epps & Bailey 2010, Information theoretic measures for clusterings comparison, equations 15 and 24a",
        range: "about −1 to 1; 0 is chance",
        direction: Direction::Likeness,
        unchanged_by: &[NAMES, SWAP],
        fails: "Chance means that the sizes of both groupings are kept, which is not every kind of chance.",
    },
];
