//! Ablation of neurons: those that matter most to a measure by a gradient, and what is really lost without each.
//!
//! The attribution of a neuron is Σ over positions of gradient · activation: to first order what the measure would change by
//! if its activation were zero, with the opposite sign (Molchanov et al. 2017, arXiv:1611.06440).

use models::{Input, Intervention, Model, Place};
use tensor::Tensor;

use super::ablation::Ablating;
use super::measured::Measure;
use super::rerun::{Rerun, chosen_layers, hook, n_layers};
use super::{Column, Table, TableValue, check_number};
use crate::host::Stage;
use crate::{ByteSource, Caption, Error, Host, Result, Session};

/// Most neurons of a table.
const MOST: usize = 500;

/// A neuron with its attribution.
pub(super) struct Neuron {
    layer: usize,
    unit: usize,
    attribution: f64,
}

/// The `n` neurons of these layers with the largest |attribution|, largest first. Cost: a forward pass and its gradients.
pub(super) async fn strongest<S: ByteSource>(
    session: &Session<S>,
    model: &dyn Model,
    measure: &Measure,
    layers: &[usize],
    n: usize,
) -> Result<Vec<Neuron>> {
    check_number("the number of neurons", n, 1, MOST)?;
    let mut all = attributions(session, model, measure, layers).await?;
    all.sort_by(|a, b| b.attribution.abs().total_cmp(&a.attribution.abs()));
    all.truncate(n);
    Ok(all)
}

/// The named neurons of a layer.
pub(super) async fn listed<S: ByteSource>(
    session: &Session<S>,
    model: &dyn Model,
    measure: &Measure,
    layer: usize,
    units: &[usize],
) -> Result<Vec<Neuron>> {
    check_number("the number of neurons", units.len(), 1, MOST)?;
    let layers = chosen_layers(&[layer], n_layers(session)?)?;
    let all = attributions(session, model, measure, &layers).await?;
    if let Some(beyond) = units.iter().find(|&&unit| unit >= all.len()) {
        return Err(Error::Recipe(format!(
            "there is no neuron {beyond} in layer {layer}; it has {}, counted from 0",
            all.len()
        )));
    }
    Ok(all.into_iter().filter(|neuron| units.contains(&neuron.unit)).collect())
}

async fn attributions<S: ByteSource>(
    session: &Session<S>,
    model: &dyn Model,
    measure: &Measure,
    layers: &[usize],
) -> Result<Vec<Neuron>> {
    let sites: Vec<String> = layers.iter().map(|&layer| hook(layer, "mlp.hook_post")).collect();
    let names: Vec<&str> = sites.iter().map(String::as_str).chain(["logits"]).collect();
    let mut hooks = session.hooks(&names).differentiable(&sites);
    model.forward(&Input::Tokens(measure.ids.clone()), &mut hooks)?;
    let lacking = |name: &str| Error::Recipe(format!("the model never reached {name}"));
    let logits = hooks.kept().get("logits").ok_or_else(|| lacking("logits"))?;
    let gradients = hooks.gradients(&measure.scalar(logits)?)?;
    let mut summed = vec![];
    for site in &sites {
        let (value, gradient) = (hooks.kept().get(site), gradients.get(site));
        let (value, gradient) = value.zip(gradient).ok_or_else(|| lacking(site))?;
        summed.push(value.mul(gradient)?.sum(0)?);
    }
    Tensor::evaluate_all(&summed)?;
    let mut all = vec![];
    for (&layer, summed) in layers.iter().zip(&summed) {
        let numbers = summed.to_vec().await?;
        all.extend(numbers.into_iter().enumerate().map(|(unit, attribution)| Neuron {
            layer,
            unit,
            attribution: f64::from(attribution),
        }));
    }
    Ok(all)
}

/// A table of the neurons with the change of the measure without each, the most harmful first.
pub(super) async fn ablate<H: Host>(
    whole: &Rerun<'_>,
    measure: &Measure,
    before: f64,
    neurons: Vec<Neuron>,
    change: Ablating,
    stage: &mut Stage<'_, H>,
) -> Result<Table> {
    let n = neurons.len();
    let mut rows: Vec<(Neuron, f64)> = vec![];
    for (step, neuron) in neurons.into_iter().enumerate() {
        stage.step(step, n).await?;
        let place = Place { units: Some(vec![neuron.unit]), ..Place::default() };
        let site = hook(neuron.layer, "mlp.hook_post");
        let without = Intervention { site, place, change: change.change() };
        let logits = whole.logits_with(neuron.layer, without)?;
        rows.push((neuron, measure.of(&logits).await? - before));
    }
    stage.step(n, n).await?;
    rows.sort_by(|a, b| measure.harm(b.1).total_cmp(&measure.harm(a.1)));
    Ok(describe(&rows, measure, before, change))
}

fn describe(rows: &[(Neuron, f64)], measure: &Measure, before: f64, change: Ablating) -> Table {
    let finding = rows.first().map_or_else(
        || "There is no neuron to ablate.".to_owned(),
        |(neuron, change)| {
            format!(
                "Without neuron {}.{} the model loses most of these {} ({change:+.4} {}); the measure is {before:.3} with all.",
                neuron.layer,
                neuron.unit,
                rows.len(),
                measure.unit
            )
        },
    );
    let alt = format!("Table of {} neurons with what is lost without each. {finding}", rows.len());
    let row = |(neuron, change): &(Neuron, f64)| {
        let numbers = [neuron.layer as f64, neuron.unit as f64, neuron.attribution, *change];
        numbers.map(TableValue::Number).to_vec()
    };
    Table {
        caption: Caption {
            id: "ablation".to_owned(),
            finding,
            about: format!(
                "Ablation of neurons (mlp_post): each set to {}, one at a time; change of {} by it. Attribution: gradient · activation, summed over positions.",
                change.words(),
                measure.words
            ),
            unit: format!("change, {}", measure.unit),
            n: 1,
            alt,
        },
        title: "What is lost without a neuron".to_owned(),
        columns: vec![
            Column::new("layer", ""),
            Column::new("neuron", ""),
            Column::new("gradient · activation", measure.unit),
            Column::new("change", measure.unit),
        ],
        rows: rows.iter().map(row).collect(),
    }
}
