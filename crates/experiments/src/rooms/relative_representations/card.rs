//! What the experiment says of itself.

use super::anchors::Choice;
use super::exercises::exercises;
use super::space::Transform;
use super::study::{CLOTHES, TEXT};
use crate::{Diagram, ExperimentCard, Needs, Paper, Param, Wing};

/// The card.
pub fn card() -> ExperimentCard {
    ExperimentCard {
        slug: "relative-representations".to_owned(),
        title: "Strangers understand each other by angles".to_owned(),
        version: 1,
        earlier: Vec::new(),
        paper: Paper::new(
            "Relative representations enable zero-shot latent space communication",
            &[
                "Luca Moschella",
                "Valentino Maiorca",
                "Marco Fumero",
                "Antonio Norelli",
                "Francesco Locatello",
                "Emanuele Rodolà",
            ],
            2022,
            "ICLR 2023",
            "2209.15430",
        ),
        wing: Wing::Compare,
        claims: [
            "Networks that are trained apart have latent spaces that differ by little more than a rotation and a factor, so that angles between points are nearly the same in all of them.".to_owned(),
            "Told by its angles to the same anchors, a point means the same in each of these spaces, without any training that aligns them.".to_owned(),
            "So an encoder works with a decoder or classifier that never met it: zero-shot stitching.".to_owned(),
        ],
        system: Diagram::new(
            &[
                ("data", "the same items", 1, 0),
                ("one", "encoder 1", 0, 1),
                ("two", "encoder 2, trained apart", 2, 1),
                ("angles", "angles to the same anchors", 1, 2),
                ("head", "decoder or classifier of network 1", 1, 3),
            ],
            &[
                ("data", "one", ""),
                ("data", "two", ""),
                ("one", "angles", "cosines"),
                ("two", "angles", "cosines"),
                ("angles", "head", "stitched"),
            ],
        ),
        fake: "A fake would fit an alignment on pairs, or would let the networks share first weights or batches. Here every network has a seed of its own, nothing is trained after stitching, the same stitching on plain latent vectors must fail, and anchors in another order must end it. An alignment that is fitted (Procrustes on the same anchors) is shown beside it, under its name.".to_owned(),
        needs: Needs { gpu: false, model: None, files: vec![CLOTHES.to_owned(), TEXT.to_owned()], seconds_cpu: 20.0 },
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
            "anchors",
            "Anchors",
            "Anchors of the networks that are trained on angles.",
            [2, 256, 2, 64],
        ),
        Param::choice("choice", "Choice of anchors", "Which training pictures are anchors.", &Choice::TEXTS),
        Param::number(
            "mismatch",
            "Wrong anchors",
            "Share of the other spaces' anchors that are not the first one's.",
            [0.0, 1.0, 0.05, 0.0],
        ),
        Param::choice(
            "transform",
            "Second space",
            "What is done to the second table of words, and to the second space of the linear heads, after training.",
            &Transform::TEXTS,
        ),
        Param::integer("d", "Latent numbers", "Numbers of a latent vector of pictures.", [4, 64, 4, 32]),
        Param::integer(
            "nets",
            "Autoencoders",
            "Autoencoders of each kind, with seeds of their own.",
            [2, 4, 1, 3],
        ),
        Param::integer(
            "steps",
            "Steps",
            "Steps of each training of pictures, 64 pictures each.",
            [50, 600, 50, 250],
        )
        .in_unit("steps"),
        Param::integer(
            "words",
            "Words",
            "Words of the tables, the most frequent of two novels.",
            [700, 1500, 100, 800],
        ),
    ]
}
