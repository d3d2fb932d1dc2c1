// The random numbers of Inscape in Python, so that folds and orders are its own.

const DRAW = `def draw(seed, counter):
    """64 random bits as Inscape draws them: SplitMix64, the number in the place \`counter\`."""
    z = (seed + (counter + 1) * 0x9E3779B97F4A7C15) % 2**64
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB % 2**64
    return z ^ (z >> 31)`;

const SHUFFLED = `def shuffled(seed, n):
    """The numbers below n in Inscape's order of this seed."""
    order = list(range(n))
    for last in range(n - 1, 0, -1):
        other = draw(seed, last) * (last + 1) >> 64
        order[last], order[other] = order[other], order[last]
    return np.array(order)`;

/** Functions that give random orders. */
export const ORDERS: readonly string[] = [DRAW, SHUFFLED];

/** The fold of each stimulus in folds of equal size. */
export const EQUAL_FOLDS = `def equal_folds(n, n_folds, seed):
    """The fold of each stimulus."""
    folds = np.zeros(n, int)
    for fold, stimuli in enumerate(np.array_split(shuffled(seed, n), n_folds)):
        folds[stimuli] = fold
    return folds`;

/** The same with as many of each class in each fold as can be. */
export const STRATIFIED_FOLDS = `def stratified_folds(classes, n_folds, seed):
    """The fold of each stimulus, with as many of each class in each as can be."""
    folds, n_before = np.zeros(len(classes), int), 0
    for number, one in enumerate(np.unique(classes)):
        stimuli = np.flatnonzero(classes == one)
        stimuli = stimuli[shuffled(draw(seed, number), len(stimuli))]
        folds[stimuli] = np.sort((n_before + np.arange(len(stimuli))) % n_folds)
        n_before += len(stimuli)
    return folds`;
