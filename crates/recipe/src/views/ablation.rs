//! Ablation: what a language model loses without one of its parts.

use models::{Change, Intervention};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::measured::{Measure, Measured};
use super::neurons;
use super::rerun::{Rerun, chosen_layers, hook, n_heads, n_layers};
use super::{CellKind, Grid, Reader};
use crate::host::{Part, Stage};
use crate::{ByteSource, Caption, Figure, Host, Result, Session};

/// Settings of an ablation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Ablation {
    /// What is taken away, one at a time.
    pub what: Ablated,
    /// What is put in its place.
    pub change: Ablating,
    /// What the model is judged by.
    pub measure: Measured,
    /// Only these layers; all when empty.
    #[serde(default)]
    pub layers: Vec<usize>,
}

/// The parts that an ablation takes away.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Ablated {
    /// Each attention head's z.
    Heads,
    /// What attention and MLP of each layer add.
    Layers,
    /// The neurons that matter most to the measure, by |gradient · activation|.
    Neurons {
        /// How many, 1 to 500.
        n: usize,
    },
    /// Named neurons of one layer.
    ListedNeurons {
        /// The layer.
        layer: usize,
        /// Their numbers.
        units: Vec<usize>,
    },
}

/// What stands in the place of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Ablating {
    /// Zeros.
    Zero,
    /// Its mean over the text's positions.
    Mean,
}

impl Ablating {
    pub(super) fn change(self) -> Change {
        match self {
            Self::Zero => Change::Zero,
            Self::Mean => Change::Mean,
        }
    }

    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::Mean => "its mean over the text",
        }
    }
}

impl Ablation {
    /// A grid of layers × heads (or × attention and MLP), or a table of neurons. Errors on texts, layers and neurons that
    /// are not there. Cost: a forward pass, and half of one a part.
    pub(super) async fn run<S: ByteSource>(
        &self,
        session: &mut Session<S>,
        reader: Reader<'_>,
        host: &mut impl Host,
        part: Part,
    ) -> Result<Vec<Figure>> {
        let layers = chosen_layers(&self.layers, n_layers(session)?)?;
        let measure = self.measure.prepare(session, reader)?;
        let [for_weights, for_passes] = part.split(0.2);
        let model = session.build(&["logits"], true, host, for_weights).await?;
        let mut stage = Stage::start(host, "ablating", for_passes);
        stage.step(0, 1).await?;
        let whole = Rerun::new(session, &*model, &measure.ids, &[])?;
        let before = measure.of(&whole.logits).await?;
        let columns: Vec<String> = match &self.what {
            Ablated::Heads => (0..n_heads(session)?).map(|head| head.to_string()).collect(),
            Ablated::Layers => ["attention", "MLP"].map(str::to_owned).to_vec(),
            Ablated::Neurons { n } => {
                let found = neurons::strongest(session, &*model, &measure, &layers, *n).await?;
                let table = neurons::ablate(&whole, &measure, before, found, self.change, &mut stage).await?;
                return Ok(vec![Figure::Table(table)]);
            }
            Ablated::ListedNeurons { layer, units } => {
                let found = neurons::listed(session, &*model, &measure, *layer, units).await?;
                let table = neurons::ablate(&whole, &measure, before, found, self.change, &mut stage).await?;
                return Ok(vec![Figure::Table(table)]);
            }
        };
        let n_cells = layers.len() * columns.len();
        let mut values = Vec::with_capacity(n_cells);
        for &layer in &layers {
            for column in 0..columns.len() {
                stage.step(values.len(), n_cells).await?;
                let logits = whole.logits_with(layer, self.without(layer, column))?;
                values.push(measure.of(&logits).await? - before);
            }
        }
        stage.step(n_cells, n_cells).await?;
        Ok(vec![Figure::Grid(self.describe(&layers, &columns, &measure, before, &values))])
    }

    /// The change that takes a part of a layer away.
    fn without(&self, layer: usize, column: usize) -> Intervention {
        let change = self.change.change();
        match (&self.what, column) {
            (Ablated::Heads, head) => Intervention::at_heads(&hook(layer, "attn.hook_z"), &[head], change),
            (_, 0) => Intervention::everywhere(&hook(layer, "hook_attn_out"), change),
            _ => Intervention::everywhere(&hook(layer, "hook_mlp_out"), change),
        }
    }

    fn describe(
        &self,
        layers: &[usize],
        columns: &[String],
        measure: &Measure,
        before: f64,
        values: &[f64],
    ) -> Grid {
        let is_heads = self.what == Ablated::Heads;
        let name_of = |i: usize| {
            let (layer, column) = (layers[i / columns.len()], &columns[i % columns.len()]);
            if is_heads { format!("head {layer}.{column}") } else { format!("the {column} of layer {layer}") }
        };
        let mut worst: Vec<usize> = (0..values.len()).collect();
        worst.sort_by(|&a, &b| measure.harm(values[b]).total_cmp(&measure.harm(values[a])));
        let listed: Vec<String> =
            worst.iter().take(3).map(|&i| format!("{} ({:+.3})", name_of(i), values[i])).collect();
        let finding = match listed.split_first() {
            Some((first, rest)) if !rest.is_empty() => format!(
                "Without {first} the model loses most, then without {}; the measure is {before:.3} with all.",
                rest.join(" and ")
            ),
            Some((first, _)) => {
                format!("Without {first} the model loses most; the measure is {before:.3} with all.")
            }
            None => "There is nothing to ablate.".to_owned(),
        };
        let parts = if is_heads { "one head’s z" } else { "what one part of a layer adds" };
        let largest = values.iter().fold(0.0_f64, |most, value| most.max(value.abs())).max(1e-6);
        let alt = format!("Grid of {} layers by {} parts. {finding}", layers.len(), columns.len());
        Grid {
            caption: Caption {
                id: "ablation".to_owned(),
                finding,
                about: format!(
                    "Ablation: {parts} set to {}, one at a time; change of {} by it.",
                    self.change.words(),
                    measure.words
                ),
                unit: format!("change, {}", measure.unit),
                n: 1,
                alt,
            },
            title: format!("What is lost without {}", if is_heads { "a head" } else { "a part of a layer" }),
            rows: layers.iter().map(usize::to_string).collect(),
            columns: columns.to_vec(),
            row_axis: "layer".to_owned(),
            column_axis: if is_heads { "head" } else { "part" }.to_owned(),
            values: values.iter().copied().map(Some).collect(),
            domain: [-largest, largest],
            is_diverging: true,
            cell: if is_heads { CellKind::Head } else { CellKind::Other },
        }
    }
}
