//! What the experiment says of itself.

use super::exercises::exercises;
use super::pictures::{CLOTHES, DIGITS};
use crate::{Diagram, ExperimentCard, Needs, Paper, Param, Wing};

/// The card.
pub fn card() -> ExperimentCard {
    ExperimentCard {
        slug: "matryoshka".to_owned(),
        title: "One embedding, many lengths".to_owned(),
        version: 1,
        earlier: Vec::new(),
        paper: Paper::new(
            "Matryoshka Representation Learning",
            &[
                "Aditya Kusupati",
                "Gantavya Bhatt",
                "Aniket Rege",
                "Matthew Wallingford",
                "Aditya Sinha",
                "Vivek Ramanujan",
                "William Howard-Snyder",
                "Kaifeng Chen",
                "Sham Kakade",
                "Prateek Jain",
                "Ali Farhadi",
            ],
            2022,
            "NeurIPS 2022",
            "2205.13147",
        ),
        wing: Wing::Learning,
        claims: [
            "One embedding can be trained so that its first 2, 4, 8, … dimensions are each an embedding as good as one trained at that length alone.".to_owned(),
            "Embeddings that were not trained so lose far more when they are cut, whether by first or random dimensions or by principal components.".to_owned(),
            "Short prefixes for what is easy and longer ones for what is hard save most of the work of classification and of search.".to_owned(),
        ],
        system: Diagram::new(
            &[
                ("picture", "digit or piece of clothing, 14 × 14", 1, 0),
                ("hidden", "128 ReLU neurons", 1, 1),
                ("embedding", "embedding z, 64 dimensions", 1, 2),
                ("short", "first 2: a head", 0, 3),
                ("middle", "first 4, 8, 16, 32: a head each", 1, 3),
                ("whole", "all 64: a head", 2, 3),
                ("loss", "sum of all losses", 1, 4),
            ],
            &[
                ("picture", "hidden", ""),
                ("hidden", "embedding", ""),
                ("embedding", "short", ""),
                ("embedding", "middle", "prefixes"),
                ("embedding", "whole", ""),
                ("short", "loss", ""),
                ("middle", "loss", ""),
                ("whole", "loss", ""),
            ],
        ),
        fake: "A fake would show six networks as one: each length with a network of its own. Here the short embedding is read off the long one, bit for bit, and the table compares it with six networks that were trained at one length each.".to_owned(),
        needs: Needs {
            gpu: false,
            model: None,
            files: vec![DIGITS.to_owned(), CLOTHES.to_owned()],
            seconds_cpu: 13.0,
        },
        seed: 1,
        verify_seeds: vec![1, 2, 3],
        params: params(),
        exercises: exercises(),
        lesson: include_str!("lesson.md").to_owned(),
    }
}

fn params() -> Vec<Param> {
    vec![
        Param::integer(
            "width",
            "Dimensions",
            "Dimensions of the whole embedding; a power of 2 is taken. Its prefixes are all smaller powers of 2.",
            [16, 128, 16, 64],
        ),
        Param::choice(
            "weights",
            "Weights of the losses",
            "How much each length counts in training.",
            &[
                ("equal", "equal", "1 for each."),
                ("short", "short first", "4 divided by the length."),
                ("long", "long first", "The length divided by 16."),
            ],
        ),
        Param::integer("hidden", "Hidden neurons", "Neurons of the hidden layer.", [32, 512, 32, 128]),
        Param::integer("steps", "Steps", "Steps of Adam, each on 64 pictures.", [50, 3000, 50, 800])
            .in_unit("steps"),
        Param::log_number(
            "rate",
            "Learning rate",
            "At first; it falls along a half cosine.",
            [1e-4, 1e-2, 0.1, 2e-3],
        ),
        Param::integer("nets", "Networks", "Networks of each kind, from weights of their own.", [1, 5, 1, 2]),
        Param::integer(
            "first_length",
            "First length of the funnel",
            "Dimensions by which all stored pictures are compared; a power of 2 is taken.",
            [2, 32, 2, 4],
        ),
        Param::integer(
            "shortlist",
            "Shortlist",
            "Candidates after the first stage of the funnel; each further stage keeps half as many.",
            [20, 1000, 10, 100],
        )
        .in_unit("candidates"),
    ]
}
