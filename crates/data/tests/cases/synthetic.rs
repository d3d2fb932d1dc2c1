//! Made-up data.

use inscape_data::synthetic::{gaussian_clusters, random_teacher, two_spirals};

#[test]
fn clusters_lie_around_their_centres() {
    let points = gaussian_clusters(3, 400, 2, 0.1, 5);
    assert_eq!((points.features.len(), points.n_features, points.labels.len()), (2400, 2, 1200));
    for (class, cluster) in points.features.chunks(800).enumerate() {
        assert!(
            points.labels[400 * class..400 * (class + 1)].iter().all(|label| usize::from(*label) == class)
        );
        for feature in 0..2 {
            let values = || cluster.iter().skip(feature).step_by(2).map(|value| f64::from(*value));
            let mean = values().sum::<f64>() / 400.0;
            let variance = values().map(|value| (value - mean).powi(2)).sum::<f64>() / 400.0;
            assert!(mean.abs() < 1.02 && (variance.sqrt() - 0.1).abs() < 0.015, "{mean} {variance}");
        }
    }
    assert_eq!(points, gaussian_clusters(3, 400, 2, 0.1, 5));
    assert_ne!(points, gaussian_clusters(3, 400, 2, 0.1, 6));
}

#[test]
fn spirals_wind_as_often_as_asked_and_mirror_each_other() {
    let points = two_spirals(100, 1.75, 0.0, 0);
    let (one, other) = points.features.split_at(200);
    assert!(one.iter().zip(other).all(|(left, right)| *left == -*right));
    assert_eq!((points.labels[99], points.labels[100]), (0, 1));
    // Each point at radius k / 100 and angle 1.75 turns · k / 100.
    for (k, point) in one.chunks(2).enumerate() {
        let radius = (k + 1) as f64 / 100.0;
        let (sine, cosine) = (1.75 * std::f64::consts::TAU * radius).sin_cos();
        assert!((f64::from(point[0]) - radius * cosine).abs() < 1e-4, "{k}");
        assert!((f64::from(point[1]) - radius * sine).abs() < 1e-4, "{k}");
    }
    assert_ne!(two_spirals(100, 1.75, 0.1, 0), two_spirals(100, 1.75, 0.1, 1));
}

#[test]
fn a_teachers_outputs_scale_with_its_inputs_as_a_network_without_biases_does() {
    let lessons = random_teacher(2000, 8, 16, 3, 4);
    assert_eq!((lessons.inputs.len(), lessons.outputs.len()), (16_000, 6000));
    // E[relu(h)²] is half of h's variance, which is 1 here; so outputs have a variance of about ½.
    let square = lessons.outputs.iter().map(|output| f64::from(*output).powi(2)).sum::<f64>() / 6000.0;
    assert!((0.2..1.2).contains(&square), "{square}");
    assert_eq!(lessons, random_teacher(2000, 8, 16, 3, 4));
    assert_eq!(lessons.inputs[..80], random_teacher(10, 8, 16, 3, 4).inputs[..]);
    assert_eq!(lessons.outputs[..30], random_teacher(10, 8, 16, 3, 4).outputs[..]);
}

#[test]
fn nothing_asked_for_is_nothing() {
    assert!(gaussian_clusters(0, 5, 2, 1.0, 0).labels.is_empty());
    assert!(two_spirals(0, 1.0, 0.0, 0).labels.is_empty());
    assert!(random_teacher(0, 2, 2, 2, 0).outputs.is_empty());
    assert_eq!(random_teacher(2, 0, 0, 1, 0).outputs, [0.0, 0.0]);
}
