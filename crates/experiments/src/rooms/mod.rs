//! The list: a folder and a line an experiment, in the order of the gallery.

use crate::committed::Committed;
use crate::experiment::Experiment;

/// The modules, and what each has to say and to run: `card` and `run`.
macro_rules! rooms {
    ($($(#[$when:meta])* $room:ident,)*) => {
        $($(#[$when])* mod $room;)*

        /// All experiments.
        pub(crate) static ALL: &[Experiment] = &[$(
            $(#[$when])*
            Experiment {
                card: $room::card,
                run: |lab, settings, seed, watch| Box::pin($room::run(lab, settings, seed, watch)),
            },
        )*];
    };
}

rooms! {
    task_structure_nonlinearity,
    sparsey,
    feature_biases,
    convergent_learning,
    rich_lazy,
    information_plane,
    relative_representations,
    topology_geometry,
    retrieval_heads,
    matryoshka,
    verbatim_memory,
    prototypes,
    // What `scripts/new_experiment` copies; in tests alone, so that it is known to run and to pass its own.
    #[cfg(test)]
    template,
}

/// Weights that rooms read and this repository carries.
pub(crate) static COMMITTED: &[Committed] = &[
    Committed {
        name: "needle-llama",
        files: &retrieval_heads::training::FILES,
        train: |lab, seed, n_steps, say| Box::pin(retrieval_heads::training::train(lab, seed, n_steps, say)),
    },
    Committed {
        name: "list-readers",
        files: &[],
        train: |lab, seed, n_steps, say| Box::pin(verbatim_memory::training::train(lab, seed, n_steps, say)),
    },
];
