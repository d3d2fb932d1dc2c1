//! What the measures of classes are, and when they mislead.

use super::{class_separation_r2, gdv, nc1, nearest_class_mean_accuracy, silhouette, within_between_ratio};
use crate::card::{Card, Direction};
use crate::registry::{Summary, SummaryKind};

pub(crate) static SUMMARIES: &[Summary] = &[
    Summary {
        name: "gdv",
        about: "Generalized discrimination value (Schilling et al. 2021) of units z-scored and halved, mean distance within classes less that between them over √n_units; about −1 (apart) to 0 (not apart); takes activations [n_stimuli, n_units] and labels (at least 2 classes of 2 stimuli).",
        kind: SummaryKind::Labelled(gdv),
    },
    Summary {
        name: "class_separation_r2",
        about: "One minus the mean cosine distance within classes over that between any two stimuli, classes counting alike (Kornblith et al. 2021); 0 to 1, higher is further apart; takes activations [n_stimuli, n_units] and labels (at least 2 classes).",
        kind: SummaryKind::Labelled(class_separation_r2),
    },
    Summary {
        name: "silhouette",
        about: "Mean silhouette of the stimuli with Euclidean distances, as scikit-learn's silhouette_score; −1 to 1, higher is further apart; takes activations [n_stimuli, n_units] and labels (2 to n_stimuli − 1 classes).",
        kind: SummaryKind::Labelled(|x, labels| Ok(silhouette(x, labels)?.mean)),
    },
    Summary {
        name: "within_between_ratio",
        about: "Trace of the scatter within classes over that of the scatter between class means; 0 up, higher is less apart; takes activations [n_stimuli, n_units] and labels (at least 2 classes).",
        kind: SummaryKind::Labelled(within_between_ratio),
    },
    Summary {
        name: "nc1",
        about: "Neural collapse's tr(Σ_W Σ_B⁺) / K (Papyan et al. 2020), scatter within classes measured by that between class means; 0 (collapsed) up; takes activations [n_stimuli, n_units] and labels (at least 2 classes).",
        kind: SummaryKind::Labelled(nc1),
    },
    Summary {
        name: "nearest_class_mean_accuracy",
        about: "Share of stimuli nearest (Euclidean) to the mean of their own class, from which they are left out; 0 to 1, higher is further apart; takes activations [n_stimuli, n_units] and labels (at least 2 classes of 2 stimuli).",
        kind: SummaryKind::Labelled(nearest_class_mean_accuracy),
    },
];

const ROTATION: &str = "a rotation or reflection of the units";
const FACTOR: &str = "a positive factor on the layer";
const SHIFT: &str = "a constant added to any unit";
const ORDER: &str = "a reordering of the stimuli and their labels";
const NAMES: &str = "other numbers for the classes";
const GEOMETRY: &[&str] = &[ROTATION, FACTOR, SHIFT, ORDER, NAMES];

pub(crate) static CARDS: &[Card] = &[
    Card {
        name: "gdv",
        title: "Generalized discrimination value",
        formula: r"\frac1{\sqrt D}\Big[\frac1L\sum_l\bar d(C_l)-\frac2{L(L-1)}\sum_{l<m}\bar d(C_l,C_m)\Big],\quad s=\frac12\frac{x-\mu}{\sigma}",
        source: "Schilling, Maier, Gerum, Metzner & Krauss 2021, Quantifying the separability of data classes in neural networks, Neural Networks 139; constant units left out",
        range: "about −1 to 0, rarely above",
        direction: Direction::Likeness,
        unchanged_by: &[FACTOR, "a positive factor on any unit", SHIFT, ORDER, NAMES],
        fails: "Lower is further apart; units of noise count as much as those that tell classes, so that it nears 0 in wide layers.",
    },
    Card {
        name: "class_separation_r2",
        title: "Class separation R²",
        formula: r"1-\frac{\bar d_{\mathrm{within}}}{\bar d_{\mathrm{all}}},\quad d(x,y)=1-\cos(x,y)",
        source: "Kornblith, Chen, Lee & Norouzi 2021, Why do better loss functions lead to less transferable features?, NeurIPS",
        range: "0 to 1",
        direction: Direction::Amount,
        unchanged_by: &[ROTATION, FACTOR, "a positive factor on a stimulus's answers", ORDER, NAMES],
        fails: "With few stimuli in a class it is biased up, since a stimulus is compared with itself; it depends on where 0 lies for each unit.",
    },
    Card {
        name: "silhouette",
        title: "Silhouette",
        formula: r"\frac1n\sum_i\frac{b_i-a_i}{\max(a_i,b_i)}",
        source: "Rousseeuw 1987, Silhouettes, Journal of Computational and Applied Mathematics 20, section 2",
        range: "−1 to 1",
        direction: Direction::Amount,
        unchanged_by: GEOMETRY,
        fails: "It expects round classes: long or nested ones that a line separates can have 0; in many dimensions all distances are alike and it nears 0.",
    },
    Card {
        name: "within_between_ratio",
        title: "Within over between scatter",
        formula: r"\frac{\operatorname{tr}\Sigma_W}{\operatorname{tr}\Sigma_B}",
        source: "Fukunaga 1990, Introduction to Statistical Pattern Recognition, section 10.2; scatters as in Papyan et al. 2020",
        range: "0 up",
        direction: Direction::Amount,
        unchanged_by: GEOMETRY,
        fails: "Larger is less apart; scatter in directions that tell no classes counts too, and one unit of huge variance decides it.",
    },
    Card {
        name: "nc1",
        title: "Neural collapse, NC1",
        formula: r"\frac1K\operatorname{tr}\big(\Sigma_W\Sigma_B^{+}\big)",
        source: "Papyan, Han & Donoho 2020, Prevalence of neural collapse during the terminal phase of deep learning training, PNAS 117(40), NC1",
        range: "0 up",
        direction: Direction::Amount,
        unchanged_by: GEOMETRY,
        fails: "Larger is less apart; two classes with nearly the same mean make it huge whatever the others do.",
    },
    Card {
        name: "nearest_class_mean_accuracy",
        title: "Nearest-class-mean accuracy, leave one out",
        formula: r"\frac1n\sum_i\Big[\,y_i=\arg\min_k\lVert x_i-\bar x_k^{(-i)}\rVert\Big]",
        source: "Mensink et al. 2013, Distance-based image classification, TPAMI 35(11), equation 1, with Euclidean distance, leave one out",
        range: "0 to 1; 1 / n_classes by chance if classes are equally large",
        direction: Direction::Amount,
        unchanged_by: GEOMETRY,
        fails: "Without class information it falls below chance, since leaving a stimulus out moves its own mean away from it; units of large variance decide it.",
    },
];
