//! What the experiment says of itself.

use super::exercises::exercises;
use super::nets::FILE;
use crate::{Diagram, ExperimentCard, Needs, Paper, Param, Wing};

/// The card.
pub fn card() -> ExperimentCard {
    ExperimentCard {
        slug: "topology-geometry".to_owned(),
        title: "Near and far is most of it".to_owned(),
        version: 1,
        earlier: Vec::new(),
        paper: Paper::new(
            "The Topology and Geometry of Neural Representations",
            &["Baihan Lin", "Nikolaus Kriegeskorte"],
            2023,
            "PNAS 2024",
            "2309.11028",
        ),
        wing: Wing::Compare,
        claims: [
            "A representation's distances can be cut off below and above, so that only near and far are left, and a layer or region is still told from others as well as before.".to_owned(),
            "The best cut lies between pure geometry and pure topology, and depends on the noise.".to_owned(),
            "Distances along neighbours follow a shape through distortions that straight distances do not survive.".to_owned(),
        ],
        system: Diagram::new(
            &[
                ("stimuli", "pictures of clothes", 0, 0),
                ("nets", "eight networks, five layers each", 0, 1),
                ("rdm", "distances between stimuli, with noise", 0, 2),
                ("cut", "below l: near; above u: far", 1, 1),
                ("name", "which layer is it?", 1, 2),
            ],
            &[
                ("stimuli", "nets", ""),
                ("nets", "rdm", "each layer"),
                ("rdm", "cut", "ranked"),
                ("cut", "name", "nearest mean of other networks"),
            ],
        ),
        fake: "A fake would choose the thresholds that name the tested networks best, which finds something even in noise. Here they are chosen for each network on the others alone, and both ways of choosing are held against matrices whose entries were shuffled: the fair one must find nothing there, and the unfair one is shown to find something.".to_owned(),
        needs: Needs { gpu: false, model: None, files: vec![FILE.to_owned()], seconds_cpu: 10.0 },
        seed: 1,
        verify_seeds: vec![1, 2, 3, 4, 5],
        params: params(),
        exercises: exercises(),
        lesson: include_str!("lesson.md").to_owned(),
    }
}

fn params() -> Vec<Param> {
    vec![
        Param::number(
            "noise",
            "Noise shown",
            "Noise of the map and the scatter, in standard deviations; the nearest of those tried.",
            [0.0, 3.0, 0.1, 1.0],
        ),
        Param::choice(
            "noise_on",
            "Noise on",
            "What noise is added to.",
            &[
                ("distances", "distances", "Every distance on its own."),
                ("voxels", "simulated voxels", "Random mixtures of units, as a scanner would measure them."),
            ],
        ),
        Param::integer("voxels", "Voxels", "Random mixtures of a layer's units.", [20, 200, 10, 100]),
        Param::choice(
            "distance",
            "Distance",
            "How far apart the answers to two stimuli are.",
            &[("correlation", "1 − correlation", ""), ("euclidean", "Euclidean", "")],
        ),
        Param::integer(
            "stimuli",
            "Stimuli",
            "Pictures whose distances are compared, drawn anew each time from 120.",
            [20, 100, 4, 48],
        ),
        Param::integer("nets", "Networks", "Networks, from first weights of their own.", [4, 10, 1, 8]),
        Param::integer("draws", "Draws", "Draws of stimuli and noise.", [3, 40, 1, 20]),
        Param::integer(
            "neighbours",
            "Neighbours",
            "Neighbours along which ways go; more where not all are joined.",
            [2, 12, 1, 3],
        ),
        Param::number(
            "distortion",
            "Distortion",
            "Strength of the waves that bend the shapes.",
            [0.0, 2.0, 0.1, 0.6],
        ),
    ]
}
