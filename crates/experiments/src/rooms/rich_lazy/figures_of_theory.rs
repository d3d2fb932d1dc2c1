//! The figures about singular values and about linear networks.

use recipe::{Caption, Figure, Line, Lines};

use super::initial::RANKS;
use super::linear::Trained;
use super::measure::mean;
use super::study::{ANGLES, N_LINEAR, Plan, Study};

/// Singular values that are drawn.
const N_SHOWN: usize = 40;
/// Places in [`RANKS`] whose spectra are drawn.
const SHOWN: [usize; 3] = [0, 2, 4];

/// Singular values before and after.
pub fn spectra(plan: &Plan, study: &Study) -> Figure {
    let mut lines = Vec::new();
    for family in SHOWN {
        for (values, when) in study.spectra[family].iter().zip(["before", "after"]) {
            lines.push(Line {
                name: format!("{}, {when}", plan.families[family].label()),
                values: values.iter().take(N_SHOWN).map(|&value| Some(value)).collect(),
                band: Vec::new(),
            });
        }
    }
    let second = |when: usize| study.spectra[0][when].get(1).copied().unwrap_or(0.0);
    let finding = format!(
        "Training adds to weights of rank 1 a second singular value of {:.2}, where there was {:.2}.",
        second(1),
        second(0)
    );
    Figure::Lines(Lines {
        caption: Caption {
            id: "spectra".to_owned(),
            alt: format!("Falling lines of singular values, before and after training. {finding}"),
            finding,
            about: format!(
                "The first {N_SHOWN} singular values of the recurrent weights of the first network of ranks {}, {} and {}.",
                RANKS[SHOWN[0]], RANKS[SHOWN[1]], RANKS[SHOWN[2]]
            ),
            unit: "singular value".to_owned(),
            n: 1,
        },
        title: "What training adds to the weights".to_owned(),
        x_name: "number of the singular value".to_owned(),
        y_name: "singular value".to_owned(),
        x: (1..=N_SHOWN).map(|place| place as f64).collect(),
        lines,
    })
}

/// Kernel alignment of linear networks by the angle of their first weights.
pub fn angles(study: &Study) -> Figure {
    let kept = |nets: &[Trained]| -> Vec<f64> { nets.iter().map(|net| net.kernel).collect() };
    let flat = |name: &str, nets: &[Trained]| Line {
        name: name.to_owned(),
        values: vec![Some(mean(&kept(nets))); ANGLES.len()],
        band: Vec::new(),
    };
    let rows: Vec<Vec<f64>> = study.linear_angles.iter().map(|nets| kept(nets)).collect();
    let [along, across] = [0, ANGLES.len() - 1].map(|angle| mean(&rows[angle]));
    let finding = format!(
        "Weights of rank 1 that point at the task keep {along:.3} of the kernel, those across it {across:.2}, random ones {:.2} and full rank {:.2}.",
        mean(&kept(&study.linear_random)),
        mean(&kept(&study.linear_full))
    );
    Figure::Lines(Lines {
        caption: Caption {
            id: "angles".to_owned(),
            alt: format!("A line over angles, beside two flat ones. {finding}"),
            finding,
            about: format!(
                "Linear networks f(x) = aᵀWx with 20 inputs and 40 hidden units, gradient descent on 200 samples to a loss of 0.0001. The angle is that between the input direction of first weights of rank 1 and the task. Means over {N_LINEAR} networks, the band is their range."
            ),
            unit: "kernel alignment".to_owned(),
            n: N_LINEAR,
        },
        title: "The exception: thin weights that already point at the task".to_owned(),
        x_name: "angle to the task in degrees".to_owned(),
        y_name: "kernel alignment".to_owned(),
        x: ANGLES.to_vec(),
        lines: vec![
            Line {
                name: "rank 1 at this angle".to_owned(),
                values: rows.iter().map(|row| Some(mean(row))).collect(),
                band: rows.iter().map(|row| super::measure::range(row)).collect(),
            },
            flat("rank 1, random", &study.linear_random),
            flat("full rank", &study.linear_full),
        ],
    })
}
