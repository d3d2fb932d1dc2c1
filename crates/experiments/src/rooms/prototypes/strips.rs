//! Pictures: prototypes as the decoder shows them, and one test picture with what it resembles.

use recipe::{Caption, Figure, Panels};

use super::plan::{FULL, NEITHER, VARIANTS};
use super::study::Study;

/// How many of the nearest prototypes are shown beside a picture.
const N_NEAREST: usize = 4;

/// Names and titles of the networks that lack a term, in the order of the variants after the first.
const ABLATIONS: [[&str; 2]; NEITHER] = [
    ["prototypes_without_R1", "Prototypes without R1"],
    ["prototypes_without_R2", "Prototypes without R2"],
    ["prototypes_without_both", "Prototypes without both"],
];

/// Prototypes while they are learned.
pub fn growing(decoded: &[f32], side: usize) -> Figure {
    let m = decoded.len() / (side * side);
    panels(
        ["prototypes", "Prototypes, as the decoder shows them"],
        format!("{m} prototypes on their way."),
        "The network with all terms.".to_owned(),
        (1..=m).map(|j| j.to_string()).collect(),
        decoded,
        side,
    )
}

/// Prototypes of the full network.
pub fn prototypes(study: &Study) -> Figure {
    let found = &study.measured[FULL];
    let finding = format!(
        "The judge is sure of {:.0} % of the decoded prototypes, and for {:.0} % of those names the class that the network itself gives.",
        100.0 * found.sure(),
        100.0 * found.agreeing()
    );
    let about = format!(
        "Each prototype is a point of the code space, shown by the decoder; under it the class that the network gives that point. The judge is another network, which names {:.1} % of test pictures rightly and never saw a prototype; sure is a probability above 0.8.",
        100.0 * study.judge
    );
    panels(
        ["prototypes", "Prototypes, as the decoder shows them"],
        finding,
        about,
        names(study, FULL),
        &found.decoded,
        study.side,
    )
}

/// Prototypes of the networks that lack a term.
pub fn ablations(study: &Study) -> Vec<Figure> {
    let one = |variant: usize| {
        let found = &study.measured[variant];
        let name = VARIANTS[variant].name;
        panels(
            ABLATIONS[variant - 1],
            format!(
                "{}{}: the judge is sure of {:.0} % of the decoded prototypes; {:.1} % of test pictures are named rightly.",
                name[..1].to_uppercase(),
                &name[1..],
                100.0 * found.sure(),
                100.0 * found.accuracy
            ),
            "From the same first numbers and the same batches as the network with all terms.".to_owned(),
            names(study, variant),
            &found.decoded,
            study.side,
        )
    };
    (1..=NEITHER).map(one).collect()
}

/// The picture that is explained.
pub fn explained(study: &Study) -> Figure {
    let explained = &study.explained;
    let found = &study.measured[FULL];
    let area = study.side * study.side;
    let near: Vec<usize> = nearest_first(&explained.distances).into_iter().take(N_NEAREST).collect();
    let mut pixels = [explained.picture.clone(), explained.rebuilt.clone()].concat();
    let mut names =
        vec![format!("the picture ({})", study.class_names[explained.label]), "as it is rebuilt".to_owned()];
    for &j in &near {
        pixels.extend_from_slice(&found.decoded[j * area..][..area]);
        names.push(format!(
            "{}: {}, d = {:.2}",
            j + 1,
            study.class_names[found.own[j]],
            explained.distances[j]
        ));
    }
    let is_right = if explained.named == explained.label { "rightly" } else { "wrongly" };
    panels(
        ["explained", "A test picture and what it resembles"],
        format!(
            "Named {}, {is_right}; the nearest prototype is number {}.",
            study.class_names[explained.named],
            near[0] + 1
        ),
        "A test picture, what the autoencoder makes of it, and the prototypes nearest to it in the code space with their squared distances.".to_owned(),
        names,
        &pixels,
        study.side,
    )
}

/// Places in rising order.
pub fn nearest_first(distances: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..distances.len()).collect();
    order.sort_by(|&a, &b| distances[a].total_cmp(&distances[b]));
    order
}

fn names(study: &Study, variant: usize) -> Vec<String> {
    let own = study.measured[variant].own.iter().enumerate();
    own.map(|(j, &class)| format!("{}: {}", j + 1, study.class_names[class])).collect()
}

fn panels(
    [id, title]: [&str; 2],
    finding: String,
    about: String,
    names: Vec<String>,
    pixels: &[f32],
    side: usize,
) -> Figure {
    Figure::Panels(Panels {
        caption: Caption {
            id: id.to_owned(),
            alt: format!("{} pictures of {side} by {side} pixels. {finding}", names.len()),
            finding,
            about,
            unit: "brightness".to_owned(),
            n: names.len(),
        },
        title: title.to_owned(),
        names,
        labels: (1..=side).map(|row| row.to_string()).collect(),
        values: pixels.iter().map(|&v| f64::from(v).clamp(0.0, 1.0)).collect(),
        domain: [0.0, 1.0],
    })
}
