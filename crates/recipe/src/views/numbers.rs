//! The numerical panel: how large the numbers at a model's sites are, whether all are numbers, and whether a graphics device
//! computes what the CPU does.

use models::{Input, Model};
use serde::{Deserialize, Serialize};
use tensor::{Device, DeviceKind, Tensor};
use ts_rs::TS;

use super::{Column, Reader, Table, TableValue};
use crate::host::{Part, Stage};
use crate::{ByteSource, Caption, Figure, Host, Result, Session};

/// Largest difference between two devices, relative to the largest number of a site, that rounding explains.
const TOLERANCE: f32 = 1e-3;
/// What stands in a table where there is nothing to say.
const NOTHING: &str = "–";

/// Settings of the numerical panel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Numbers {
    /// The sites; when empty, what the layers add and pass on, or all sites of a model without a residual stream.
    #[serde(default)]
    pub sites: Vec<String>,
}

/// The numbers at one site over all stimuli.
#[derive(Clone, Debug, Default, PartialEq)]
struct Range {
    largest: f32,
    squares: f64,
    n_zeros: usize,
    n_non_finite: usize,
    n: usize,
}

impl Range {
    fn add(&mut self, values: &[f32]) {
        for &value in values {
            self.n += 1;
            if value.is_finite() {
                self.largest = self.largest.max(value.abs());
                self.squares += f64::from(value) * f64::from(value);
                self.n_zeros += usize::from(value == 0.0);
            } else {
                self.n_non_finite += 1;
            }
        }
    }

    /// Root mean square of the finite numbers.
    fn rms(&self) -> f64 {
        (self.squares / (self.n - self.n_non_finite).max(1) as f64).sqrt()
    }

    fn zeros(&self) -> f64 {
        self.n_zeros as f64 / self.n.max(1) as f64
    }
}

impl Numbers {
    /// A table with a row a site. For every kind of model. Cost: a forward pass a stimulus, the reading back of all numbers,
    /// and on a graphics device one pass on the CPU, for which the weights are read again.
    pub(super) async fn run<S: ByteSource>(
        &self,
        session: &mut Session<S>,
        reader: Reader<'_>,
        host: &mut impl Host,
        part: Part,
    ) -> Result<Vec<Figure>> {
        session.check_stimuli(reader.stimuli)?;
        let sites = self.sites(session)?;
        let names: Vec<&str> = sites.iter().map(String::as_str).collect();
        let is_gpu = session.device.kind() == DeviceKind::Gpu;
        let [for_all, for_check] = part.split(if is_gpu { 0.7 } else { 1.0 });
        let [for_weights, for_passes] = for_all.split(0.3);
        let model = session.build(&names, false, host, for_weights).await?;
        let n_stimuli = reader.stimuli.len();
        let mut ranges = vec![Range::default(); sites.len()];
        let mut first: Vec<Vec<f32>> = vec![];
        {
            let mut stage = Stage::start(host, "measuring numbers", for_passes);
            for at in 0..n_stimuli {
                stage.step(at, n_stimuli).await?;
                let input = session.input_of(reader.stimuli, at, &session.device)?;
                let values = read(session, &*model, &input, &names).await?;
                ranges.iter_mut().zip(&values).for_each(|(range, values)| range.add(values));
                if at == 0 && is_gpu {
                    first = values;
                }
            }
            stage.step(n_stimuli, n_stimuli).await?;
        }
        let mut off: Option<Vec<f32>> = None;
        if is_gpu {
            let model = session.build_on(&Device::Cpu, &names, host, for_check).await?;
            let input = session.input_of(reader.stimuli, 0, &Device::Cpu)?;
            let values = read(session, &*model, &input, &names).await?;
            off = Some(first.iter().zip(&values).map(|(gpu, cpu)| deviation(gpu, cpu)).collect());
        }
        Ok(vec![Figure::Table(describe(&sites, &ranges, off.as_deref(), n_stimuli))])
    }

    /// Full names.
    fn sites<S: ByteSource>(&self, session: &Session<S>) -> Result<Vec<String>> {
        if !self.sites.is_empty() {
            return self.sites.iter().map(|site| session.resolve(site)).collect();
        }
        let names: Vec<String> = session.plan.sites().iter().map(|site| site.name.clone()).collect();
        let ends = ["hook_attn_out", "hook_mlp_out", "hook_resid_post", "mlp.hook_post"];
        let is_part =
            |name: &String| !name.starts_with("blocks.") || ends.iter().any(|end| name.ends_with(end));
        Ok(names.into_iter().filter(is_part).collect())
    }
}

/// The numbers at the sites.
async fn read<S: ByteSource>(
    session: &Session<S>,
    model: &dyn Model,
    input: &Input,
    names: &[&str],
) -> Result<Vec<Vec<f32>>> {
    let kept = session.forward_once(model, input, names)?;
    let tensors: Vec<Tensor> = kept.into_iter().map(|(_, value)| value).collect();
    Tensor::evaluate_all(&tensors)?;
    let mut values = vec![];
    for tensor in &tensors {
        values.push(tensor.to_vec().await?);
    }
    Ok(values)
}

/// max|a − b| / max|b|; NaN where a number is none on one device alone.
fn deviation(a: &[f32], b: &[f32]) -> f32 {
    let (mut most, mut largest) = (0.0_f32, 0.0_f32);
    for (a, b) in a.iter().zip(b) {
        match (a.is_finite(), b.is_finite()) {
            (true, true) => most = most.max((a - b).abs()),
            (false, false) => continue,
            _ => return f32::NAN,
        }
        largest = largest.max(b.abs());
    }
    if largest == 0.0 { most } else { most / largest }
}

fn describe(sites: &[String], ranges: &[Range], off: Option<&[f32]>, n_stimuli: usize) -> Table {
    let at_largest = (0..sites.len()).max_by(|&a, &b| ranges[a].largest.total_cmp(&ranges[b].largest));
    let n_non_finite: usize = ranges.iter().map(|range| range.n_non_finite).sum();
    let size = at_largest.map_or_else(String::new, |at| {
        let largest = ranges[at].largest;
        // Three figures.
        let places = (2.0 - largest.log10().floor()).clamp(0.0, 9.0) as usize;
        format!("The largest number is {largest:.places$} at {}", sites[at])
    });
    let soundness = match sites.iter().zip(ranges).find(|(_, range)| range.n_non_finite > 0) {
        None => "all are finite".to_owned(),
        Some((first, _)) => format!("{n_non_finite} are NaN or infinite, first at {first}"),
    };
    let finding = format!("{size}; {soundness}. {}", verdict(sites, off));
    let row = |(i, (site, range)): (usize, (&String, &Range))| {
        let mut row = vec![TableValue::Word(site.clone())];
        let numbers = [f64::from(range.largest), range.rms(), range.n_non_finite as f64, range.zeros()];
        row.extend(numbers.map(TableValue::Number));
        // Differences of devices are no result: as words they are no part of the digest.
        let off = off.map_or_else(|| NOTHING.to_owned(), |off| format!("{:.1e}", off[i]));
        row.push(TableValue::Word(off));
        row
    };
    let stimuli = if n_stimuli == 1 { "stimulus" } else { "stimuli" };
    let alt = format!("Table of {} sites with the size of their numbers. {finding}", sites.len());
    Table {
        caption: Caption {
            id: "numbers".to_owned(),
            finding,
            about: format!(
                "Numbers at each site over {n_stimuli} {stimuli}: largest magnitude, root mean square, how many are NaN or infinite, share of exact zeros; and on a graphics device the largest difference from the CPU on the first stimulus, relative to the site’s largest number."
            ),
            unit: "as the model’s activations".to_owned(),
            n: n_stimuli,
            alt,
        },
        title: "How large the numbers are".to_owned(),
        columns: vec![
            Column::new("site", ""),
            Column::new("largest |x|", ""),
            Column::new("root mean square", ""),
            Column::new("NaN or infinite", "count"),
            Column::new("exact zeros", "share"),
            Column::new("off the CPU", "relative"),
        ],
        rows: sites.iter().zip(ranges).enumerate().map(row).collect(),
    }
}

/// What the check against the CPU says.
fn verdict(sites: &[String], off: Option<&[f32]>) -> String {
    let Some(off) = off else {
        return "The CPU ran the model, so that there is nothing to check it against.".to_owned();
    };
    let is_sound = |off: f32| off <= TOLERANCE;
    let worst = (0..off.len()).max_by(|&a, &b| {
        let size = |at: usize| if off[at].is_nan() { f32::INFINITY } else { off[at] };
        size(a).total_cmp(&size(b))
    });
    match worst {
        None => String::new(),
        Some(at) if is_sound(off[at]) => format!(
            "The graphics device agrees with the CPU within {TOLERANCE:e}: at most {:.1e} off, at {}.",
            off[at], sites[at]
        ),
        Some(at) => format!(
            "The graphics device does not agree with the CPU: {:.1e} off at {}, where {TOLERANCE:e} is allowed; trust the CPU’s numbers.",
            off[at], sites[at]
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_counted_and_what_is_none_is_left_out_of_the_size() {
        let mut range = Range::default();
        range.add(&[3.0, 0.0, f32::NAN]);
        range.add(&[-4.0, f32::INFINITY, 0.0]);
        assert_eq!((range.largest, range.n_non_finite, range.n), (4.0, 2, 6));
        assert_eq!(range.rms(), 2.5);
        assert_eq!(range.zeros(), 2.0 / 6.0);
    }

    #[test]
    fn a_number_on_one_device_alone_is_a_difference() {
        assert_eq!(deviation(&[1.0, 2.0], &[1.0, 4.0]), 0.5);
        assert_eq!(deviation(&[f32::NAN, 2.0], &[f32::NAN, 2.0]), 0.0);
        assert!(deviation(&[f32::NAN, 2.0], &[1.0, 2.0]).is_nan());
        let sites = ["a".to_owned(), "b".to_owned()];
        assert!(verdict(&sites, Some(&[1e-6, 1e-5])).contains("1.0e-5 off, at b"));
        assert!(verdict(&sites, Some(&[f32::NAN, 1e-5])).contains("does not agree"));
        assert!(verdict(&sites, None).contains("nothing to check"));
    }
}
