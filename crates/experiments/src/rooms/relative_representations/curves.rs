//! Two latent spaces in one picture, also while they are learned.

use analysis::{Activations, pca};
use recipe::{Caption, Error, Figure, Result, Scatter};

use super::study::N_CLOUD;

/// Latent vectors, then angles, of the same pictures in two autoencoders.
pub fn clouds(both: &[[Activations<f64>; 2]; 2], labels: &[usize]) -> Result<Vec<Figure>> {
    Ok(vec![
        cloud("absolute_cloud", "latent vectors", &both[0], labels)?,
        cloud("relative_cloud", "angles to anchors", &both[1], labels)?,
    ])
}

fn cloud(id: &str, what: &str, spaces: &[Activations<f64>; 2], labels: &[usize]) -> Result<Figure> {
    let failed = |source| Error::Analysis { site: what.to_owned(), source };
    let joined = [spaces[0].data(), spaces[1].data()].concat();
    let joined = Activations::new(joined, 2 * N_CLOUD, spaces[0].n_units()).map_err(failed)?;
    let found = pca(&joined, 2).map_err(failed)?;
    let axis = |k: usize| found.scores.iter().skip(k).step_by(2).copied().collect::<Vec<f64>>();
    let (x, y) = (axis(0), axis(1));
    let spread = |values: &[f64]| {
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / values.len() as f64
    };
    let apart = |values: &[f64]| (0..N_CLOUD).map(|k| (values[k] - values[N_CLOUD + k]).powi(2)).sum::<f64>();
    // Twice the variance is what two points drawn at random are apart.
    let part = ((apart(&x) + apart(&y)) / N_CLOUD as f64 / (2.0 * (spread(&x) + spread(&y)))).sqrt();
    let finding = format!(
        "In {what} a picture lies {part:.2} times as far from itself in the other network as from any picture."
    );
    let share = |k: usize| {
        format!("component {} ({:.0} % of variance)", k + 1, 100.0 * found.explained_variance_ratio[k])
    };
    let label = |k: usize| format!("picture {}, class {}", k % N_CLOUD + 1, labels[k % N_CLOUD]);
    let title = match id.starts_with("relative") {
        true => "The same pictures in two networks, as angles",
        false => "The same pictures in two networks, as they are",
    };
    Ok(Figure::Scatter(Scatter {
        caption: Caption {
            id: id.to_owned(),
            alt: format!("{} points of two networks in a plane. {finding}", 2 * N_CLOUD),
            finding,
            about: format!(
                "The same {N_CLOUD} test pictures in two autoencoders that were trained apart, as {what}: first two principal components of both together. Distances are roots of mean squares."
            ),
            unit: if id.starts_with("relative") { "cosine" } else { "activation" }.to_owned(),
            n: N_CLOUD,
        },
        labels: (0..2 * N_CLOUD).map(label).collect(),
        x,
        y,
        x_name: share(0),
        y_name: share(1),
        groups: Some((0..2 * N_CLOUD).map(|k| format!("network {}", k / N_CLOUD + 1)).collect()),
        title: Some(title.to_owned()),
    }))
}
