//! Why a measure was refused: one kind of error for the crate, each a whole sentence.

use std::fmt;

/// A result with this crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Which of two compared inputs is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operand {
    /// The first argument.
    First,
    /// The second argument.
    Second,
}

impl fmt::Display for Operand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::First => "first",
            Self::Second => "second",
        })
    }
}

/// What was attempted, what was expected, what was found, and what to do next. Stimuli and units
/// are counted from 0.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
#[allow(missing_docs, reason = "each variant's sentence says what its fields are")]
pub enum Error {
    #[error(
        "activations of shape [{n_stimuli} stimuli, {n_units} units] hold nothing to measure; give at least one stimulus and one unit"
    )]
    NoActivations { n_stimuli: usize, n_units: usize },

    #[error(
        "activations of shape [{n_stimuli} stimuli, {n_units} units] need one number for each stimulus and unit, but {found} numbers were given; check the shape (stimuli come first)"
    )]
    WrongLength { found: usize, n_stimuli: usize, n_units: usize },

    #[error(
        "{count} of {total} activations are NaN or infinite, the first ({value}) at stimulus {stimulus}, unit {unit} (counted from 0); check the weights and inputs that made them"
    )]
    ActivationsNotFinite { count: usize, total: usize, stimulus: usize, unit: usize, value: f64 },

    #[error("{measure} needs at least {needs} stimuli ({why}), but there {}; add stimuli", is_are(*found))]
    TooFewStimuli { measure: &'static str, needs: usize, found: usize, why: &'static str },

    #[error(
        "{measure} of {n_stimuli} stimuli would need a {n_stimuli} × {n_stimuli} matrix, more than this machine is asked to hold; use at most {most} stimuli"
    )]
    TooManyStimuli { measure: &'static str, n_stimuli: usize, most: usize },

    #[error(
        "{measure} compares answers to the same stimuli, but the first input has {first} stimuli and the second {second}; use the same stimuli, in the same order, for both"
    )]
    DifferentStimuli { measure: &'static str, first: usize, second: usize },

    #[error(
        "correlation distance is undefined for stimulus {stimulus} (counted from 0): all units answer {value}, so there is no variance to correlate; leave that stimulus out or take squared_euclidean_per_unit"
    )]
    ConstantStimulus { stimulus: usize, value: f64 },

    #[error(
        "cosine distance is undefined for stimulus {stimulus} (counted from 0): all units answer 0, so it has no direction; leave that stimulus out or take squared_euclidean_per_unit"
    )]
    ZeroStimulus { stimulus: usize },

    #[error(
        "{measure} is undefined: all entries of the {which} RDM equal {value}, so there is nothing to correlate; take another site or distance"
    )]
    ConstantRdm { measure: &'static str, which: Operand, value: f64 },

    #[error(
        "{measure} is undefined: all entries of the {which} RDM are 0, so it has no direction; take another site or other stimuli"
    )]
    ZeroRdm { measure: &'static str, which: Operand },

    #[error(
        "{measure} is undefined: no unit of the {which} input answers differently to any two stimuli (a dead layer); take another site or other stimuli"
    )]
    DeadLayer { measure: &'static str, which: Operand },

    #[error(
        "{measure} is undefined: after its correction for chance nothing is left of the {which} input, as when all stimuli are equally far apart; take another site or more stimuli"
    )]
    NothingBeyondChance { measure: &'static str, which: Operand },

    #[error(
        "{measure} is undefined: every unit answers the same to all {n_stimuli} stimuli, so there is no variance; take another site or other stimuli"
    )]
    NoVariance { measure: &'static str, n_stimuli: usize },

    #[error(
        "PCA was asked for {asked} components, but {n_stimuli} stimuli × {n_units} units have between 1 and {most} (the smaller of n_stimuli − 1 and n_units); ask for a number in that range"
    )]
    ImpossibleComponents { asked: usize, most: usize, n_stimuli: usize, n_units: usize },

    #[error(
        "an RDM of {n_stimuli} stimuli has {} entries above its diagonal, but {found} were given; check the number of stimuli", pairs(*n_stimuli)
    )]
    WrongUpperLength { found: usize, n_stimuli: usize },

    #[error(
        "a square RDM of {n_stimuli} stimuli has {n_stimuli} × {n_stimuli} entries, but {found} were given; check that the array is square"
    )]
    NotSquare { found: usize, n_stimuli: usize },

    #[error(
        "an RDM needs at least 2 stimuli, because its entries are distances between two, but there {}", is_are(*found)
    )]
    RdmTooSmall { found: usize },

    #[error(
        "{count} of {total} RDM entries are NaN or infinite, the first ({value}) between stimuli {i} and {j} (counted from 0); leave those stimuli out"
    )]
    RdmNotFinite { count: usize, total: usize, i: usize, j: usize, value: f64 },

    #[error(
        "an RDM must be symmetric, but its entry ({i}, {j}) is {upper} and ({j}, {i}) is {lower} (counted from 0); if these are activations, make an RDM of them first"
    )]
    NotSymmetric { i: usize, j: usize, upper: f64, lower: f64 },

    #[error(
        "an RDM's diagonal must be 0, but stimulus {stimulus} (counted from 0) is {value} from itself; if this is a similarity matrix, turn it into distances first"
    )]
    DiagonalNotZero { stimulus: usize, value: f64 },

    #[error("there is no {kind} named \"{name}\"{}; the known ones are {}", did_you_mean(near), known.join(", "))]
    UnknownName { kind: &'static str, name: String, near: Vec<&'static str>, known: Vec<&'static str> },

    #[error(
        "an attention pattern [head, query, key] of {n_tokens} tokens has a multiple of {n_tokens} × {n_tokens} numbers, but {found} were given; take it from the run that had these tokens"
    )]
    WrongPattern { found: usize, n_tokens: usize },

    #[error(
        "{score} is undefined on these {n_tokens} tokens: none of them has an earlier place to look at; take a text in which tokens come again"
    )]
    NothingToScore { score: &'static str, n_tokens: usize },

    #[error(
        "labels are needed, one whole number a stimulus, but there are none; give a list as long as the stimuli"
    )]
    NoLabels,

    #[error(
        "{measure} needs a label for each stimulus, but there are {n_labels} labels for {n_stimuli} stimuli; give one each, in the same order"
    )]
    DifferentLabels { measure: &'static str, n_labels: usize, n_stimuli: usize },

    #[error("{measure} compares two RDMs, but the {which} input is activations; make them first with `rdm`")]
    NeedsRdms { measure: &'static str, which: Operand },

    #[error(
        "{measure} compares activations [n_stimuli, n_units], but the {which} input is an RDM; give the activations that it was made from, or take one of the rdm_ measures"
    )]
    NeedsActivations { measure: &'static str, which: Operand },

    #[error(
        "the eigenvalues for {measure} did not converge, which finite activations of ordinary size do not cause; rescale the activations and try again"
    )]
    NoConvergence { measure: &'static str },

    // Likeness of two representations.
    #[error(
        "{measure} is out of f64's range for the {which} input, whose answers are too large or too small to be squared and summed; bring them nearer to 1 by a common factor and try again"
    )]
    LayerOutOfRange { measure: &'static str, which: Operand },

    #[error(
        "{measure} of {first} and {second} units would need a {first} × {second} matrix, more than this machine is asked to hold; leave units out"
    )]
    TooManyUnits { measure: &'static str, first: usize, second: usize },

    #[error("{measure} needs {parameter} to be {needs}, but it is {found}; give one in that range")]
    WrongParameter { measure: &'static str, parameter: &'static str, needs: &'static str, found: f64 },

    #[error(
        "{measure} is undefined for the {which} input: all units answer 0 to every stimulus, so it has no direction; take another site or other stimuli"
    )]
    SilentLayer { measure: &'static str, which: Operand },

    #[error(
        "{measure} is undefined for the {which} input: at least half of all pairs of stimuli have the same answers, so their median distance is 0 and the kernel has no width; leave repeated stimuli out or take cka_linear_debiased"
    )]
    NoKernelWidth { measure: &'static str, which: Operand },

    #[error(
        "a relative representation needs anchors, the numbers of some of its stimuli, but there are none; give at least one"
    )]
    NoAnchors,

    #[error(
        "anchor {anchor} of a relative representation is none of its {n_stimuli} stimuli (counted from 0); give numbers below {n_stimuli}"
    )]
    UnknownAnchor { anchor: usize, n_stimuli: usize },

    #[error(
        "the relative cosine is undefined for stimulus {stimulus} (counted from 0): its answers in the {which} input are at right angles to all anchors; take more anchors"
    )]
    UnrelatedToAnchors { stimulus: usize, which: Operand },

    #[error(
        "{measure} is undefined: the answers of no unit of the second input vary enough to be explained; take another site or other stimuli"
    )]
    NothingToPredict { measure: &'static str },

    #[error(
        "the sparse regression on unit {unit} of the second input (counted from 0) did not settle in {rounds} rounds, as happens with very many nearly equal units; take a larger penalty"
    )]
    Unsettled { unit: usize, rounds: usize },
    // RDMs and statistics.
    #[error(
        "stimulus {stimulus} was chosen, but there are {n_stimuli} stimuli, counted from 0; choose among those"
    )]
    NoSuchStimulus { stimulus: usize, n_stimuli: usize },

    #[error(
        "{measure} is undefined on the chosen stimuli, because nothing is left to compare or to correlate there; choose more or other stimuli"
    )]
    UndefinedOnChoice { measure: &'static str },

    #[error("{what} needs at least {needs} random draws ({why}), but {found} were asked for; ask for more")]
    TooFewDraws { what: &'static str, needs: usize, found: usize, why: &'static str },

    #[error(
        "{measure} is undefined on {undefined} of {total} bootstrap samples, so that the rest would not stand for all; use more stimuli"
    )]
    UndefinedOnSamples { measure: &'static str, undefined: usize, total: usize },

    #[error("{what} needs at least {needs} subjects ({why}), but there {}; add subjects", is_are(*found))]
    TooFewSubjects { what: &'static str, needs: usize, found: usize, why: &'static str },

    #[error(
        "{what} needs at least {needs} values ({why}), but there {}; add values", is_are(*found)
    )]
    TooFewValues { what: &'static str, needs: usize, found: usize, why: &'static str },

    #[error(
        "{what} pairs each value with the one in the same place, but there are {first} values and {second} values; give as many of both"
    )]
    NotPaired { what: &'static str, first: usize, second: usize },

    #[error(
        "{what} needs finite numbers, but the one in place {place} (counted from 0) is {value}; leave it out or find what made it"
    )]
    ValueNotFinite { what: &'static str, place: usize, value: f64 },

    #[error(
        "{what} is undefined: all differences are {value}, so there is no spread to judge them by; check that the two inputs are not the same or moved copies"
    )]
    DifferencesAlike { what: &'static str, value: f64 },

    #[error(
        "p-values lie between 0 and 1, but the one in place {place} (counted from 0) is {value}; give p-values"
    )]
    NotAPValue { place: usize, value: f64 },

    #[error(
        "{asked} of {n_stimuli} stimuli cannot be drawn without replacement; ask for a number from 1 to {n_stimuli}"
    )]
    ImpossibleChoice { asked: usize, n_stimuli: usize },

    #[error(
        "a covariance of {n_units} units is a square of {n_units} × {n_units} numbers, but {found} were given; check the number of units"
    )]
    WrongCovarianceLength { found: usize, n_units: usize },

    #[error(
        "the noise covariance has {covariance} units and the activations {activations}; take both of the same site"
    )]
    CovarianceOfOtherUnits { covariance: usize, activations: usize },

    #[error(
        "the noise covariance of {n_units} units is not symmetric and positive definite, so it cannot be inverted; shrink it, or leave out units without noise"
    )]
    NotPositiveDefinite { n_units: usize },

    #[error(
        "the noise of unit {unit} (counted from 0) is 0 in all residuals, so it cannot be scaled by it; leave that unit out"
    )]
    UnitWithoutNoise { unit: usize },

    #[error(
        "crossnobis needs each condition in each partition, but condition {condition} is not in partition {partition} (both numbered in order from 0); leave that condition out or join partitions"
    )]
    ConditionNotInPartition { condition: usize, partition: usize },

    #[error(
        "crossnobis multiplies estimates of different partitions, so it needs at least 2, but there {}; label independent measurements as partitions", is_are(*found)
    )]
    TooFewPartitions { found: usize },

    #[error(
        "{what} needs quantiles with 0 ≤ lower < upper ≤ 1, but they are {lower} and {upper}; swap or change them"
    )]
    WrongQuantiles { what: &'static str, lower: f64, upper: f64 },

    #[error(
        "the geo-topological transform is undefined: the entries at the quantiles {lower} and {upper} are both {value}; take quantiles further apart, or an RDM with fewer equal entries"
    )]
    QuantilesCoincide { lower: f64, upper: f64, value: f64 },

    #[error(
        "a barcode of {n_stimuli} stimuli has too many triangles to hold; use at most {most} stimuli, drawn with `choose_stimuli`"
    )]
    TooManyForTopology { n_stimuli: usize, most: usize },

    #[error(
        "{what} needs distances of at least 0, but that between stimuli {i} and {j} (counted from 0) is {value}; cut negative estimates to 0 first"
    )]
    NegativeDistance { what: &'static str, i: usize, j: usize, value: f64 },

    #[error(
        "stimuli {i} and {j} (counted from 0) are not joined by any path of the graph, so they are no finite distance apart; join more neighbours or use a larger threshold"
    )]
    NotConnected { i: usize, j: usize },

    #[error(
        "a graph of nearest neighbours of {n_stimuli} stimuli joins each to 1 to {} others, but {asked} were asked for; ask for a number in that range", n_stimuli - 1
    )]
    ImpossibleNeighbours { asked: usize, n_stimuli: usize },

    #[error(
        "a Betti curve needs thresholds that rise and are finite, but the one in place {place} (counted from 0) is {value}; sort them"
    )]
    ThresholdsNotRising { place: usize, value: f64 },
    // Numbers for one representation.
    #[error("{measure} is undefined: {because}; {next}")]
    Undefined { measure: &'static str, because: String, next: &'static str },

    #[error("{measure} was asked for {asked}, but {expected}; ask for a number in that range")]
    SettingOutOfRange { measure: &'static str, asked: String, expected: String },

    #[error(
        "{measure} is undefined for stimulus {stimulus} (counted from 0): all units answer 0, so it has no direction; leave that stimulus out"
    )]
    NoDirection { measure: &'static str, stimulus: usize },

    #[error(
        "{measure} is undefined: stimuli {first} and {second} (counted from 0) have the same answers, and it takes logarithms of their distance; leave one of the two out"
    )]
    SameAnswers { measure: &'static str, first: usize, second: usize },

    #[error(
        "{measure} tells classes apart, but all {n_stimuli} stimuli have the same label; give labels of at least 2 classes"
    )]
    OneClass { measure: &'static str, n_stimuli: usize },

    #[error(
        "{measure} needs at least {needs} stimuli of each class, but class {class} (counted from 0) has {found}; add stimuli of it or leave it out"
    )]
    TooFewOfClass { measure: &'static str, class: usize, needs: usize, found: usize },

    #[error(
        "{measure} is a measure of answers from 0 up, but unit {unit} answers {value} to stimulus {stimulus} (counted from 0); rectify the activations first or take d_prime_preferred_class or auc_best_class"
    )]
    NegativeAnswer { measure: &'static str, stimulus: usize, unit: usize, value: f64 },
    // Decoding and encoding.
    #[error(
        "{n} {things} cannot be parted into {asked} folds; ask for at least 2 and at most {n}, so that every fold tests one and trains on others"
    )]
    ImpossibleFolds { asked: usize, n: usize, things: &'static str },

    #[error(
        "class {class} has {found} stimuli, too few for {asked} stratified folds, each of which should test one; ask for fewer folds or leave that class out"
    )]
    ClassTooSmall { class: usize, found: usize, asked: usize },

    #[error(
        "{measure} was given folds of {n_folded} stimuli for {n_stimuli} stimuli; make the folds for the same stimuli"
    )]
    DifferentFolds { measure: &'static str, n_folded: usize, n_stimuli: usize },

    #[error("{measure} needs at least {needs} folds ({why}), but there are {found}; make more folds")]
    TooFewFolds { measure: &'static str, needs: usize, found: usize, why: &'static str },

    #[error(
        "{measure} needs at least one {what} to try, but the list is empty; give one or more numbers above 0"
    )]
    NoPenalties { measure: &'static str, what: &'static str },

    #[error(
        "{measure} needs each {what} to be finite and above 0, but number {place} (counted from 0) is {value}; leave it out"
    )]
    ImpossiblePenalty { measure: &'static str, what: &'static str, place: usize, value: f64 },

    #[error(
        "{measure} is undefined for target {target} (counted from 0): it has the same value for all stimuli, so there is no variance to explain; leave that target out"
    )]
    ConstantTarget { measure: &'static str, target: usize },

    #[error(
        "{measure} is undefined for target {target} (counted from 0): its predictions are the same for all stimuli, so there is nothing to correlate; try smaller alphas or other activations"
    )]
    ConstantPredictions { measure: &'static str, target: usize },

    #[error(
        "{measure} left the range of numbers (its squares reach 1e308); divide the activations and targets by a common factor"
    )]
    OutOfRange { measure: &'static str },

    #[error(
        "a model of {expected} units was given activations of {found} units to predict from; take the layer that it was fitted to"
    )]
    DifferentUnits { expected: usize, found: usize },

    #[error("{measure} needs at least 2 classes, but all stimuli have one; give labels that differ")]
    NothingToTellApart { measure: &'static str },

    #[error(
        "{measure} cannot learn class {class} (counted from 0): no stimulus of it is left to train on when fold {fold} is left out; take stratified folds, or leave that class out"
    )]
    ClassNotTrained { measure: &'static str, class: usize, fold: usize },

    #[error(
        "{measure} did not settle in {steps} Newton steps, which happens when activations are of very different size or C is very large; standardise the units or take a smaller C"
    )]
    NotSettled { measure: &'static str, steps: usize },

    #[error(
        "the correlation classifier is undefined for {what} {place} (counted from 0): all units have the same value, so there is no pattern to correlate; leave it out or take the nearest centroid"
    )]
    FlatPattern { what: &'static str, place: usize },

    #[error("{measure} needs at least {needs} units ({why}), but there {}; take another site", is_are(*found))]
    TooFewUnits { measure: &'static str, needs: usize, found: usize, why: &'static str },

    #[error("{measure} was asked for a p-value from no permutation; ask for some hundred")]
    NoPermutations { measure: &'static str },
    // Maps and groups.
    #[error(
        "{measure} was asked for {asked} groups, but there can be between 1 and {most} ({why}); ask for a number in that range"
    )]
    ImpossibleGroups { measure: &'static str, asked: usize, most: usize, why: &'static str },

    #[error("{measure} takes {setting} {expected}, but it is {found}; change that setting")]
    WrongSetting { measure: &'static str, setting: &'static str, expected: String, found: f64 },

    #[error(
        "{measure} takes {what} of {rows} × {columns} numbers, all finite, but {found} were given, {not_finite} of them NaN or infinite; give one row for each, row after row"
    )]
    WrongStart {
        measure: &'static str,
        what: &'static str,
        rows: usize,
        columns: usize,
        found: usize,
        not_finite: usize,
    },

    #[error(
        "{measure} needs distances from 0 to 1e150, so that they can be squared, but stimuli {i} and {j} (counted from 0) are {value} apart; take a distance that cannot be negative, or rescale the activations"
    )]
    DistanceOutOfRange { measure: &'static str, i: usize, j: usize, value: f64 },

    #[error(
        "{measure} is undefined: the answers lie so far apart that their squared distances are infinite; rescale the activations"
    )]
    AnswersTooFarApart { measure: &'static str },

    #[error(
        "{measure} is undefined: all {n_stimuli} stimuli are 0 apart, so there is nothing to lay out; take another site or other stimuli"
    )]
    NothingToMap { measure: &'static str, n_stimuli: usize },

    #[error(
        "affinities of {n_stimuli} stimuli are a symmetric {n_stimuli} × {n_stimuli} matrix of finite numbers from 0 up, but {found}; make them of an RDM by nearest neighbours or by an RBF"
    )]
    WrongAffinities { n_stimuli: usize, found: String },

    #[error(
        "{measure} compares two groupings of the same stimuli, but the first has {first} stimuli and the second {second}; use the same stimuli, in the same order, for both"
    )]
    DifferentGroupings { measure: &'static str, first: usize, second: usize },

    #[error(
        "edge {place} from stimulus {from} to stimulus {to} with weight {weight} (all counted from 0) is none of a graph of {n_stimuli} stimuli: {why}; correct it or leave it out"
    )]
    WrongEdge { place: usize, from: usize, to: usize, weight: f64, n_stimuli: usize, why: &'static str },

    #[error(
        "a control task gives each type of stimulus a label to be learnt by heart, but none of the {n_stimuli} stimuli shares its type with another; give types that come again, such as words"
    )]
    NothingRecurs { n_stimuli: usize },

    #[error("seed {seed} gave all types of the control task the same label; take another seed or more types")]
    OneControlLabel { seed: u64 },

    #[error(
        "an online code needs fractions that rise from above 0 to exactly 1, the parts of the stimuli after which blocks end; give such a list, as VOITA_FRACTIONS"
    )]
    ImpossibleFractions,

    #[error(
        "the online codelength is infinite: class {class} (counted from 0) is not among the first {first} stimuli, so a probe trained on them cannot expect it; take a larger first fraction or another order"
    )]
    ClassNotSeen { class: usize, first: usize },

    #[error(
        "{measure} needs one or more feature spaces and a penalty or weight for each, but there are {n_spaces} spaces and {found} penalties or weights; give one each, in the same order"
    )]
    DifferentSpaces { measure: &'static str, n_spaces: usize, found: usize },

    #[error(
        "{measure} needs lists of weights, each with numbers from 0 that are not all 0; give such lists, as simplex_weights makes them"
    )]
    ImpossibleWeights { measure: &'static str },

    #[error("a noise ceiling needs at least 2 repeats of the same stimuli, but there {}; give each repeat", is_are(*found))]
    TooFewRepeats { found: usize },

    #[error(
        "variance is parted among 2 or 3 feature spaces, but there {}; give 2 or 3", is_are(*n_spaces)
    )]
    ImpossiblePartition { n_spaces: usize },

    #[error(
        "{measure} is undefined: stimulus {stimulus} (counted from 0) of the {which} input is 0 for all targets, so it has no direction; leave that stimulus out"
    )]
    StimulusWithoutDirection { measure: &'static str, which: Operand, stimulus: usize },

    #[error("{measure} needs at least one model RDM, but there are none; give one or more")]
    NoModels { measure: &'static str },
}

fn is_are(n: usize) -> String {
    match n {
        0 => "are none".into(),
        1 => "is 1".into(),
        n => format!("are {n}"),
    }
}

fn pairs(n_stimuli: usize) -> u128 {
    let n = n_stimuli as u128;
    n * n.saturating_sub(1) / 2
}

fn did_you_mean(near: &[&str]) -> String {
    match near {
        [] => String::new(),
        near => format!(", did you mean {}?", near.join(" or ")),
    }
}
