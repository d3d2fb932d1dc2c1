//! How much arrays differ along the edges of a graph of their stimuli.

use analysis::{Activations, DirichletEnergy, Error as Refused, Graph, dirichlet_energy, permutation_test};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Shelf;
use crate::host::Stage;
use crate::{Caption, Column, Error, Figure, Host, Result, Table, TableValue};

/// Orders of the stimuli for what chance would say.
const N_PERMUTATIONS: usize = 199;

/// Arrays on a graph of their stimuli.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EnergyTask {
    /// Activations.
    pub arrays: Vec<String>,
    /// Edges without direction: weights `[n_stimuli, n_stimuli]`, 0 where there is none, or a list `[n_edges, 2]` of
    /// stimuli from 0, with the weight in a third column.
    pub graph: String,
}

/// A table of the energies, beside those with the stimuli in random order.
pub(super) async fn figures<H: Host>(
    shelf: &Shelf,
    task: &EnergyTask,
    seed: u64,
    stage: &mut Stage<'_, H>,
) -> Result<Vec<Figure>> {
    let Some(first) = task.arrays.first() else {
        return Err(Error::Recipe("an energy needs at least one array; choose one".to_owned()));
    };
    let n = shelf.card(first)?.n_stimuli;
    let graph = shelf.graph(&task.graph, n)?;
    let mut rows = Vec::new();
    let mut shares = Vec::new();
    for (place, name) in task.arrays.iter().enumerate() {
        stage.step(place, task.arrays.len()).await?;
        let at = |source| Error::Analysis { site: name.clone(), source };
        let x = shelf.activations(name)?;
        let plain = dirichlet_energy(&x, &graph, DirichletEnergy::Plain).map_err(at)?;
        let normalised = dirichlet_energy(&x, &graph, DirichletEnergy::Normalised).map_err(at)?;
        let chance = chance(&x, &graph, seed).map_err(at)?;
        let share = if chance.mean > 0.0 { plain / chance.mean } else { 1.0 };
        shares.push((share, name));
        rows.push(vec![
            TableValue::Word(name.clone()),
            TableValue::Number(plain),
            TableValue::Number(normalised),
            TableValue::Number(chance.mean),
            TableValue::Number(share),
            TableValue::Number(chance.p_value),
        ]);
    }
    shares.sort_by(|a, b| a.0.total_cmp(&b.0));
    let finding = match shares.as_slice() {
        [(share, only)] => {
            format!(
                "Along the edges {only} differs {share:.2} times as much as with its stimuli in random order."
            )
        }
        [(low, a), .., (high, b)] => format!(
            "Along the edges {a} differs least ({low:.2} times as much as in random order), {b} most ({high:.2})."
        ),
        [] => String::new(),
    };
    let column = |(name, unit): (&str, &str)| Column { name: name.to_owned(), unit: unit.to_owned() };
    Ok(vec![Figure::Table(Table {
        caption: Caption {
            id: "energy".to_owned(),
            alt: format!("Table of the Dirichlet energies of {} arrays. {finding}", task.arrays.len()),
            finding,
            about: format!(
                "dirichlet_energy: sum over the {} edges of {} of the weight times the squared difference of the answers at its ends; dirichlet_energy_normalised: answers divided by √(1 + degree) before (Cai & Wang 2020). In random order: mean of {N_PERMUTATIONS} orders of the stimuli, seed {seed}; p one-sided, that edges join stimuli more alike than chance.",
                graph.edges().len(),
                task.graph
            ),
            unit: "activation²".to_owned(),
            n,
        },
        title: format!("How smooth the arrays are on {}", task.graph),
        columns: [
            ("array", ""),
            ("dirichlet_energy", "activation²"),
            ("dirichlet_energy_normalised", "activation²"),
            ("in random order", "activation²"),
            ("share of random", ""),
            ("p", ""),
        ]
        .map(column)
        .to_vec(),
        rows,
    })])
}

struct Chance {
    mean: f64,
    p_value: f64,
}

/// The energy with the stimuli in random order; as small as the array's own counts against it.
fn chance(x: &Activations<f64>, graph: &Graph, seed: u64) -> Result<Chance, Refused> {
    let n = x.n_stimuli();
    let test = permutation_test(n, N_PERMUTATIONS, seed, |order| {
        let rows = order.iter().flat_map(|&row| x.row(row).to_vec()).collect();
        let shuffled = Activations::new(rows, n, x.n_units())?;
        dirichlet_energy(&shuffled, graph, DirichletEnergy::Plain).map(|energy| -energy)
    })?;
    let mean = -test.permuted.iter().sum::<f64>() / test.permuted.len() as f64;
    Ok(Chance { mean, p_value: test.p_value })
}
