//! `inscape list`.

use std::path::PathBuf;

use recipe::{list_analyses, list_distances, list_measures};
use tensor::Device;

use crate::failure::Failure;
use crate::measure::print_json;
use crate::open::open_model;

/// Arguments of `inscape list`.
#[derive(clap::Args)]
pub struct Arguments {
    /// Also list the sites of this model.
    #[arg(long, value_name = "DIR")]
    model: Option<PathBuf>,
}

/// Prints one JSON object: architectures, distances, measures, experiments …, and with --model its card and sites.
pub async fn run(arguments: &Arguments) -> Result<(), Failure> {
    let architectures: Vec<&str> = models::architectures().iter().map(|a| a.model_type).collect();
    let analyses = list_analyses();
    let mut lists = serde_json::json!({
        "architectures": architectures,
        "distances": list_distances(),
        "measures": list_measures(),
        "summaries": analyses.summaries,
        "decoders": analyses.decoders,
        "estimators": analyses.estimators,
        "groupings": analyses.groupings,
        "maps": analyses.maps,
        "noise_distances": analyses.noise_distances,
        "transforms": analyses.transforms,
        "tasks": recipe::list_tasks(),
        "experiments": experiments::list_experiments().iter().map(listed).collect::<Vec<_>>(),
    });
    if let Some(folder) = &arguments.model {
        let session = open_model(folder, Device::Cpu).await?;
        lists["model"] =
            serde_json::to_value(session.card()).map_err(|error| Failure::new(error.to_string()))?;
    }
    print_json(&lists)
}

/// An experiment's name, title and knobs.
fn listed(card: &experiments::ExperimentCard) -> serde_json::Value {
    serde_json::json!({
        "slug": card.slug,
        "title": card.title,
        "arxiv": card.paper.arxiv,
        "params": card.params,
        "verify_seeds": card.verify_seeds,
    })
}
