//! What the experiment says of itself.

use super::exercises::exercises;
use crate::{Diagram, ExperimentCard, Needs, Paper, Param, Wing};

/// The card.
pub fn card() -> ExperimentCard {
    ExperimentCard {
        slug: "retrieval-heads".to_owned(),
        title: "Few heads look things up".to_owned(),
        version: 1,
        earlier: Vec::new(),
        paper: Paper::new(
            "Retrieval Head Mechanistically Explains Long-Context Factuality",
            &["Wenhao Wu", "Yizhong Wang", "Guangxuan Xiao", "Hao Peng", "Yao Fu"],
            2024,
            "ICLR 2025",
            "2404.15574",
        ),
        wing: Wing::Language,
        claims: [
            "When a language model answers from a long text, a few of its attention heads look at the very words that it is about to write, and copy them.".to_owned(),
            "Without these heads it no longer finds what stands in the text; without as many others it hardly notices.".to_owned(),
            "The same heads do it for short and long texts, were there before the model was trained on longer ones, and are not needed for what it knows by heart.".to_owned(),
        ],
        system: Diagram::new(
            &[
                ("prose", "prose", 0, 0),
                ("needle", "needle mQXBT", 0, 1),
                ("text", "text, and at its end: m", 1, 0),
                ("model", "language model", 2, 0),
                ("answer", "QXBT?", 3, 0),
                ("heads", "where each head looks", 2, 1),
                ("mask", "heads taken out", 3, 1),
            ],
            &[
                ("prose", "text", ""),
                ("needle", "text", "at some depth"),
                ("text", "model", ""),
                ("model", "answer", "word by word"),
                ("model", "heads", "score"),
                ("heads", "mask", "best or random"),
                ("mask", "answer", "what is left"),
            ],
        ),
        fake: "A fake would name heads by their place, or would quietly drop the needle from the text when it claims to take heads out. Here heads are ranked by what they were seen to copy, the ranking follows them when they change places in the file, random heads and heads that are strong elsewhere are taken out in the same way, and the text stays as it is.".to_owned(),
        needs: Needs { gpu: false, model: None, files: Vec::new(), seconds_cpu: 15.0 },
        seed: 1,
        verify_seeds: vec![1, 2, 3],
        params: params(),
        exercises: exercises(),
        lesson: include_str!("lesson.md").to_owned(),
    }
}

fn params() -> Vec<Param> {
    vec![
        Param::choice(
            "model",
            "Model",
            "The language model whose heads are looked at.",
            &[
                ("needle-llama", "small Llama", "4 layers of 4 heads, reads characters; 3 MB."),
                ("smollm2-135m", "SmolLM2-135M", "30 layers of 9 heads; 269 MB, and minutes to run."),
            ],
        )
        .with_files(
            "needle-llama",
            &[
                "needle-llama/config.json",
                "needle-llama/model.safetensors",
                "tiny-llama/config.json",
                "tiny-llama/model.safetensors",
            ],
        )
        .with_files("smollm2-135m", &["smollm2-135m/config.json", "smollm2-135m/model.safetensors"]),
        Param::integer(
            "longest",
            "Longest text",
            "Length of the longest of four lengths; the others are a quarter, half and three quarters of it. Cut to what the model reads.",
            [160, 1600, 8, 248],
        )
        .in_unit("tokens"),
        Param::integer("needles", "Needles a cell", "Needles for each length and depth.", [1, 10, 1, 2]),
        Param::integer(
            "masked",
            "Heads taken out",
            "How many heads are taken out at once; half and double of it are tried too. 0: as many as suit the model, 2 of the small Llama's 16 or 8 of SmolLM2's 270 (3 %, as in the paper).",
            [0, 40, 1, 0],
        ),
        Param::choice(
            "masking",
            "Taken out how",
            "What is done to a head that is taken out.",
            &[
                ("zero", "adds nothing", "Its output is set to 0."),
                ("uniform", "looks everywhere", "It looks at all places alike."),
            ],
        ),
        Param::choice(
            "score",
            "Score",
            "How it is counted what a head copies.",
            &[
                ("set", "each token once", "The share of the needle's tokens that the head copied, as the paper defines it."),
                ("steps", "every step", "One over the needle's tokens for every step in which it copied, as the paper's code counts."),
                ("mass", "attention", "The share of its attention on the token that is written."),
            ],
        ),
        Param::integer(
            "top",
            "Strongest weights",
            "How many of its strongest attention weights count as where a head looks.",
            [1, 10, 1, 1],
        ),
    ]
}
