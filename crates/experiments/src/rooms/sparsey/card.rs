//! What the experiment says of itself.

use super::exercises::exercises;
use super::study::DIGITS;
use crate::{Diagram, ExperimentCard, Needs, Paper, Param, Wing};

/// The card.
pub fn card() -> ExperimentCard {
    ExperimentCard {
        slug: "sparsey".to_owned(),
        title: "Seen once, stored among its like".to_owned(),
        version: 1,
        earlier: Vec::new(),
        paper: Paper::new(
            "Superposed Episodic and Semantic Memory via Sparse Distributed Representation",
            &["Rod Rinkus", "Jasmin Leveille"],
            2017,
            "arXiv 2017",
            "1710.07829",
        ),
        wing: Wing::Learning,
        claims: [
            "A memory of binary cells and binary synapses stores an item in one presentation, without any search and without gradients.".to_owned(),
            "How familiar an input is decides how much chance enters its code: alike inputs get overlapping codes, so that single memories together are a memory of likeness.".to_owned(),
            "An item takes as long however many are stored, and the last code as context makes sequences of items.".to_owned(),
        ],
        system: Diagram::new(
            &[
                ("input", "144 inputs, 24 active", 1, 0),
                ("fits", "how well each cell's input fits", 1, 1),
                ("familiarity", "familiarity G", 0, 2),
                ("draw", "one winner a module", 1, 3),
                ("code", "code: 24 of 384 cells", 1, 4),
                ("synapses", "binary synapses", 2, 2),
            ],
            &[
                ("input", "fits", "sum"),
                ("fits", "familiarity", "best of each module"),
                ("familiarity", "draw", "how sharp"),
                ("fits", "draw", "which cells"),
                ("draw", "code", ""),
                ("code", "synapses", "switch on"),
                ("synapses", "fits", ""),
            ],
        ),
        fake: "A fake would keep a list of all items and look codes up in it. Such a table finds nothing alike in an input that was changed by one bit, so that the first claim fails; and searching it for the nearest item takes longer the more there are, so that the fourth does.".to_owned(),
        needs: Needs { gpu: false, model: None, files: vec![DIGITS.to_owned()], seconds_cpu: 5.0 },
        seed: 1,
        verify_seeds: vec![1, 2, 3, 4, 5],
        params: params(),
        exercises: exercises(),
        lesson: include_str!("lesson.md").to_owned(),
    }
}

fn params() -> Vec<Param> {
    vec![
        Param::integer("modules", "Modules Q", "Winner-take-all modules of the field.", [4, 64, 4, 24]),
        Param::integer("cells", "Cells K", "Cells of a module, one of which wins.", [4, 64, 4, 16]),
        Param::integer(
            "items",
            "Patterns",
            "Random patterns that are stored, each in one presentation.",
            [5, 200, 5, 20],
        )
        .in_unit("patterns"),
        Param::number(
            "floor",
            "Floor of familiarity G⁻",
            "Familiarity up to which a code is drawn as if nothing was known.",
            [0.0, 0.9, 0.05, 0.4],
        ),
        Param::number(
            "gamma",
            "Bend γ",
            "How late the draw becomes sharp as familiarity rises.",
            [0.5, 6.0, 0.5, 2.0],
        ),
        Param::log_number(
            "chi",
            "Expansivity χ",
            "How sharp the draw is at full familiarity, in multiples of K.",
            [0.1, 1000.0, 0.25, 100.0],
        ),
        Param::number(
            "centre",
            "Centre c",
            "Fit at which the preference for a cell rises most.",
            [0.1, 0.95, 0.05, 0.7],
        ),
        Param::number("slope", "Slope s", "How steeply it rises there.", [2.0, 40.0, 1.0, 20.0]),
        Param::integer(
            "moved",
            "Moved inputs",
            "How many of a pattern's 24 active inputs are moved before recall.",
            [0, 12, 1, 3],
        )
        .in_unit("inputs"),
        Param::choice(
            "selection",
            "Winners of probes",
            "How a probe's code is found once all is stored.",
            &[
                ("drawn", "drawn", "As in storing: the sharper the more familiar."),
                ("best", "best-fitting", "The cell whose input fits best."),
            ],
        ),
        Param::number(
            "freeze",
            "End of learning",
            "Share of synapses that are on when learning ends for good (the critical period).",
            [0.05, 1.0, 0.05, 1.0],
        ),
        Param::integer("repeats", "Fields", "Fields, each with patterns of its own.", [1, 10, 1, 5]),
        Param::flag("digits", "Digits", "Whether to store and name digits too.", true),
        Param::integer(
            "digit_cells",
            "Cells K for digits",
            "Cells of each of the 24 modules of the field for digits.",
            [18, 800, 1, 400],
        ),
    ]
}
