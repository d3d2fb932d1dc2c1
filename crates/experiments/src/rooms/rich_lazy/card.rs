//! What the experiment says of itself.

use super::exercises::exercises;
use super::task::Task;
use crate::{Diagram, ExperimentCard, Needs, Paper, Param, Wing};

/// The card.
pub fn card() -> ExperimentCard {
    ExperimentCard {
        slug: "rich-lazy".to_owned(),
        title: "Thin connectivity learns richly".to_owned(),
        version: 1,
        earlier: Vec::new(),
        paper: Paper::new(
            "How connectivity structure shapes rich and lazy learning in neural circuits",
            &[
                "Yuhan Helena Liu",
                "Aristide Baratin",
                "Jonathan Cornford",
                "Stefan Mihalas",
                "Eric Shea-Brown",
                "Guillaume Lajoie",
            ],
            2023,
            "ICLR 2024",
            "2310.08513",
        ),
        wing: Wing::Learning,
        claims: [
            "Networks can learn a task lazily, hardly changing what they compute with, or richly, by building features of their own; the effective rank of their first weights helps to decide which.".to_owned(),
            "At equal norm, weights of low rank change more, and so do the network’s representation and its tangent kernel; weights of high rank stay lazier.".to_owned(),
            "There is an exception: low-rank weights that already point at the task stay lazy.".to_owned(),
        ],
        system: Diagram::new(
            &[
                ("input", "noisy evidence over time", 1, 0),
                ("low", "64 neurons, first weights of rank 1", 0, 1),
                ("high", "64 neurons, full rank, same norm", 2, 1),
                ("out", "decision", 1, 2),
                ("measure", "kernel before against after", 1, 1),
            ],
            &[
                ("input", "low", "trained"),
                ("input", "high", "trained"),
                ("low", "out", ""),
                ("high", "out", ""),
                ("low", "measure", "compare"),
                ("high", "measure", "compare"),
            ],
        ),
        fake: "A fake would let low-rank weights be smaller, or train them for longer, or draw a rising curve. Here all first weights have one norm to five digits, all networks see the same trials in the same number of steps and must end at the same loss, the kernels are computed anew from weights before and after, and a linear network whose kernel has a formula shows the same and its exception.".to_owned(),
        needs: Needs { gpu: false, model: None, files: Vec::new(), seconds_cpu: 35.0 },
        seed: 1,
        verify_seeds: vec![1, 2, 3, 4, 5],
        params: params(),
        exercises: exercises(),
        lesson: include_str!("lesson.md").to_owned(),
    }
}

fn params() -> Vec<Param> {
    let tasks = Task::ALL.map(|(_, texts)| texts);
    vec![
        Param::choice("task", "Task", "What the networks learn to decide.", &tasks),
        Param::number(
            "gain",
            "Gain",
            "Norm of the first recurrent weights over the root of the number of neurons, for all ranks.",
            [0.8, 1.6, 0.05, 1.25],
        ),
        Param::log_number("rate", "Learning rate", "The same for all networks.", [1e-3, 1e-2, 0.1, 3e-3]),
        Param::integer(
            "steps",
            "Steps",
            "Steps of training, each on 32 fresh trials.",
            [100, 10_000, 100, 1200],
        )
        .in_unit("steps"),
        Param::integer(
            "nets",
            "Networks",
            "Networks of each kind, from weights of their own.",
            [2, 16, 1, 10],
        ),
        Param::flag(
            "brainlike",
            "Weights as in brains",
            "Whether to train networks too whose first weights follow Dale’s law or have types of cells.",
            false,
        ),
    ]
}
