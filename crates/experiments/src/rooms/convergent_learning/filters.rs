//! First filters side by side with their partners.

use recipe::{Caption, Figure, Panels};

use super::nets::KERNELS;
use super::pairs::Pair;
use super::study::Study;

/// Pairs from each end of the list.
const N_ENDS: usize = 4;

/// The best and the worst matched filters of the first two networks.
pub fn filters(study: &Study, pair: &Pair) -> Figure {
    let mut pairs = pair.one_to_one.pairs.clone();
    pairs.sort_by(|a, b| b.correlation.total_cmp(&a.correlation));
    let n = pairs.len();
    let shown: Vec<usize> = (0..n).filter(|&place| place < N_ENDS || place + N_ENDS >= n).collect();
    let (mut names, mut values) = (Vec::new(), Vec::new());
    for &place in &shown {
        let found = pairs[place];
        for (net, unit) in [(pair.nets[0], found.first), (pair.nets[1], found.second)] {
            let filter = filter(&study.filters[net], unit);
            let largest = filter.iter().fold(f32::MIN_POSITIVE, |most, v| most.max(v.abs()));
            values.extend(filter.iter().map(|v| f64::from(v / largest)));
            names.push(format!("net {}, unit {} ({:.2})", net + 1, unit + 1, found.correlation));
        }
    }
    let ends = [pairs.first(), pairs.last()].map(|pair| pair.map_or(0.0, |pair| pair.correlation));
    let finding =
        format!("The best matched filters correlate at {:.2}, the worst at {:.2}.", ends[0], ends[1]);
    Figure::Panels(Panels {
        caption: Caption {
            id: "filters".to_owned(),
            alt: format!("{} filters of {} by {} pixels, in pairs. {finding}", names.len(), KERNELS[0], KERNELS[0]),
            finding,
            about: "Filters of the first layer of the first two networks, each beside its one-to-one partner: the best matched pairs, then the worst (correlation of their answers in brackets). Each filter is divided by its largest weight. Nothing but answers was used to match them.".to_owned(),
            unit: "share of the largest weight".to_owned(),
            n: shown.len(),
        },
        title: "Partners".to_owned(),
        names,
        labels: (1..=KERNELS[0]).map(|row| row.to_string()).collect(),
        values,
        domain: [-1.0, 1.0],
    })
}

fn filter(filters: &[f32], unit: usize) -> &[f32] {
    let area = KERNELS[0] * KERNELS[0];
    &filters[unit * area..][..area]
}
