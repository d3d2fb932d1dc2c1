//! What the measures of single units are, and when they mislead.

use super::{
    auc_best_class, class_selectivity_index, d_prime_preferred_class, lifetime_sparseness,
    population_sparseness,
};
use crate::card::{Card, Direction};
use crate::registry::{Summary, SummaryKind};

pub(crate) static SUMMARIES: &[Summary] = &[
    Summary {
        name: "class_selectivity_index",
        about: "Mean over units that are not dead of (μ_max − μ_rest) / (μ_max + μ_rest) of class means (Morcos et al. 2018); 0 to 1, higher is choosier; takes activations [n_stimuli, n_units] from 0 up and labels (at least 2 classes).",
        kind: SummaryKind::Labelled(|x, labels| Ok(class_selectivity_index(x, labels)?.mean)),
    },
    Summary {
        name: "d_prime_preferred_class",
        about: "Mean over units that vary within classes of d′ between the class of the largest mean answer and all other stimuli; 0 up, higher is choosier; takes activations [n_stimuli, n_units] and labels (at least 2 classes of 2 stimuli).",
        kind: SummaryKind::Labelled(|x, labels| Ok(d_prime_preferred_class(x, labels)?.mean)),
    },
    Summary {
        name: "auc_best_class",
        about: "Mean over units that are not constant of the largest area under the ROC curve of one class against the rest; ½ to 1, higher is choosier; takes activations [n_stimuli, n_units] and labels (at least 2 classes).",
        kind: SummaryKind::Labelled(|x, labels| Ok(auc_best_class(x, labels)?.mean)),
    },
    Summary {
        name: "lifetime_sparseness",
        about: "Mean over units that are not dead of Vinje & Gallant's sparseness over stimuli; 0 to 1, higher answers fewer stimuli; takes activations [n_stimuli, n_units] from 0 up (at least 2 stimuli).",
        kind: SummaryKind::Activations(|x| Ok(lifetime_sparseness(x)?.mean)),
    },
    Summary {
        name: "population_sparseness",
        about: "Mean over stimuli that some unit answers of Vinje & Gallant's sparseness over units; 0 to 1, higher has fewer units answer; takes activations [n_stimuli, n_units] from 0 up (at least 2 units).",
        kind: SummaryKind::Activations(|x| Ok(population_sparseness(x)?.mean)),
    },
];

const FACTOR: &str = "a positive factor on the layer";
const UNIT_FACTOR: &str = "a positive factor on any unit";
const SHIFT: &str = "a constant added to any unit";
const ORDER: &str = "a reordering of the stimuli and their labels";
const NAMES: &str = "other numbers for the classes";
const SPARSENESS: &str = r"\frac{1-\big(\sum r/n\big)^2\big/\big(\sum r^2/n\big)}{1-1/n}";

pub(crate) static CARDS: &[Card] = &[
    Card {
        name: "class_selectivity_index",
        title: "Class selectivity index",
        formula: r"\frac{\mu_{\max}-\mu_{-\max}}{\mu_{\max}+\mu_{-\max}}",
        source: "Morcos, Barrett, Rabinowitz & Botvinick 2018, On the importance of single directions for generalization, ICLR, equation 1; mean over units that are not dead",
        range: "0 to 1",
        direction: Direction::Amount,
        unchanged_by: &[FACTOR, UNIT_FACTOR, ORDER, NAMES],
        fails: "With few stimuli in a class the largest mean is large by chance; it is for answers from 0 up, and says nothing of units choosy for several classes.",
    },
    Card {
        name: "d_prime_preferred_class",
        title: "d′ of the preferred class",
        formula: r"\frac{\mu_{\mathrm{best}}-\mu_{\mathrm{rest}}}{\sqrt{\frac12(s^2_{\mathrm{best}}+s^2_{\mathrm{rest}})}}",
        source: "Green & Swets 1966, Signal detection theory and psychophysics; with the mean of two variances, Simpson & Fitter 1973, Psychological Bulletin 80(6); mean over units that vary within classes",
        range: "0 up",
        direction: Direction::Amount,
        unchanged_by: &[FACTOR, UNIT_FACTOR, SHIFT, ORDER, NAMES],
        fails: "The preferred class is chosen on the same stimuli, so that it is above 0 by chance; a unit nearly constant within classes makes the mean huge.",
    },
    Card {
        name: "auc_best_class",
        title: "Area under the ROC curve of the best class",
        formula: r"\max_k\Pr(x_k>x_{-k})+\tfrac12\Pr(x_k=x_{-k})",
        source: "Hanley & McNeil 1982, The meaning and use of the area under a receiver operating characteristic (ROC) curve, Radiology 143; mean over units that are not constant",
        range: "½ to 1",
        direction: Direction::Amount,
        unchanged_by: &[FACTOR, UNIT_FACTOR, SHIFT, "an increasing function on any unit", ORDER, NAMES],
        fails: "The best class is chosen on the same stimuli, so that it is above ½ by chance, the more so the fewer stimuli a class has.",
    },
    Card {
        name: "lifetime_sparseness",
        title: "Lifetime sparseness",
        formula: SPARSENESS,
        source: "Vinje & Gallant 2000, Sparse coding and decorrelation in primary visual cortex during natural vision, Science 287; r over stimuli; mean over units that are not dead",
        range: "0 to 1",
        direction: Direction::Amount,
        unchanged_by: &[FACTOR, UNIT_FACTOR, "a reordering of the stimuli"],
        fails: "It depends on the stimuli chosen and on where 0 lies: a constant added to a unit brings it to 0. Dead units are not in the mean.",
    },
    Card {
        name: "population_sparseness",
        title: "Population sparseness",
        formula: SPARSENESS,
        source: "Vinje & Gallant 2000, Science 287, over units as in Willmore & Tolhurst 2001, Characterizing the sparseness of neural codes, Network 12; mean over stimuli that some unit answers",
        range: "0 to 1",
        direction: Direction::Amount,
        unchanged_by: &[FACTOR, "a positive factor on a stimulus's answers", "a reordering of the stimuli"],
        fails: "Units of large scale decide it, and each dead unit raises it; normalise the units first if their scales differ.",
    },
];
