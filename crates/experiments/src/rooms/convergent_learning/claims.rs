//! The claims table, computed from one run.

use recipe::Result;

use super::curves::mean;
use super::layer::Layer;
use super::pairs::Pair;
use super::plan::Plan;
use super::readings::{matched, over_pairs, shuffled};
use super::study::{LayerStudy, Study};
use crate::{Claim, ClaimVerdict, Outcome, Repeated};

/// Smallest rise over shuffled rows, and the largest correlation of those: the plan's.
const RISE: f64 = 0.3;
const CHANCE: f64 = 0.1;
/// Smallest gain by training in the dense layer: the plan's.
const GAIN: f64 = 0.05;
/// A unit below this has no partner of its own, and best partners must be so much better: the plan's.
const RARE: f64 = 0.3;
const GAP: f64 = 0.05;
/// Share of the dense R² that few predictors reach in the first layer. The plan had 0.9.
const SHARE: f64 = 0.8;
/// How many times as many units come home as by chance: the plan's.
const TIMES_HOME: f64 = 3.0;
/// Smallest ratio of blocks, and the largest by chance. The plan had 2, on the rows that groups were found on.
const RATIO: f64 = 1.5;
const CHANCE_RATIO: f64 = 1.2;

/// Adds the claims, and warnings.
pub fn judge(plan: &Plan, study: &Study, outcome: &mut Outcome) -> Result<()> {
    let claims = Claims { plan, study };
    outcome.claims = vec![
        claims.convergent()?,
        claims.learned()?,
        claims.rare()?,
        claims.sparse()?,
        claims.home(),
        claims.clusters()?,
    ];
    for claim in outcome.claims.iter_mut().filter(|claim| claim.verdict == ClaimVerdict::Open) {
        claim.measured.push_str(" Not judged: the claim is about trained networks that start apart.");
    }
    let silent: usize = study.layers.iter().map(|of| of.n_silent).sum();
    if silent > 0 {
        outcome.warnings.push(format!(
            "{silent} units of all networks together answer alike to every picture (their ReLU is silent); they have no correlations and are left out."
        ));
    }
    Ok(())
}

struct Claims<'a> {
    plan: &'a Plan,
    study: &'a Study,
}

impl Claims<'_> {
    fn if_trained(&self, criterion: bool) -> Option<bool> {
        self.plan.is_as_claimed().then_some(criterion)
    }

    fn n_pairs(&self) -> usize {
        self.study.layers[0].pairs.len()
    }

    fn convergent(&self) -> Result<Claim> {
        let of = self.study.of(Layer::Conv1);
        let (found, chance) = (matched(of), shuffled(of));
        let least = found.iter().zip(&chance).map(|(a, b)| a - b).fold(f64::INFINITY, f64::min);
        let found = Repeated::of("matched correlation", &found)?;
        let chance = chance.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let control_holds = chance <= CHANCE;
        Ok(Claim {
            id: "convergent".to_owned(),
            claim: "First filters of networks that start apart answer alike: a one-to-one matching finds partners.".to_owned(),
            measured: format!("Mean matched correlation in the first convolution: {found}. Smallest rise over shuffled rows: {least:.2}."),
            value: Some(found.mean),
            interval: Some(found.interval),
            n: self.n_pairs(),
            unit: "correlation".to_owned(),
            criterion: format!("In every pair of networks it is at least {RISE} above that with shuffled rows."),
            control: format!("With the second network's rows in random order the same matching reaches at most {CHANCE}."),
            control_measured: format!("Largest with shuffled rows: {chance:.3}."),
            control_holds,
            verdict: ClaimVerdict::of(self.if_trained(least >= RISE), control_holds),
            about: "Pearson correlations over pictures and positions that training does not see; Hungarian matching that maximises their sum.".to_owned(),
        })
    }

    fn learned(&self) -> Result<Claim> {
        let of = self.study.of(Layer::Dense);
        let gains: Vec<f64> = matched(of).iter().zip(&of.untrained).map(|(a, b)| a - b).collect();
        let gain = Repeated::of("gain", &gains)?;
        let least = gains.iter().copied().fold(f64::INFINITY, f64::min);
        let first = self.study.of(Layer::Conv1);
        let random = mean(&first.untrained);
        let chance = shuffled(of).iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let control_holds = chance <= CHANCE;
        Ok(Claim {
            id: "learned".to_owned(),
            claim: "The likeness is learned: the same networks before training have less of it in the dense layer.".to_owned(),
            measured: format!(
                "Gain in the dense layer by training: {gain}. In the first convolution random filters already reach {random:.2}, trained ones {:.2}.",
                mean(&matched(first))
            ),
            value: Some(gain.mean),
            interval: Some(gain.interval),
            n: self.n_pairs(),
            unit: "correlation".to_owned(),
            criterion: format!("In every pair training adds at least {GAIN}."),
            control: format!("With shuffled rows the trained dense layers reach at most {CHANCE}."),
            control_measured: format!("Largest with shuffled rows: {chance:.3}."),
            control_holds,
            verdict: ClaimVerdict::of(self.if_trained(least >= GAIN), control_holds),
            about: "The same networks and pictures before the first step and after the last.".to_owned(),
        })
    }

    fn rare(&self) -> Result<Claim> {
        let layers = [Layer::Conv1, Layer::Conv2].map(|layer| self.study.of(layer));
        // The least matched unit of each network in any of its pairs, and the network whose is best.
        let of_net = |of: &LayerStudy, net: usize| {
            let own = of.pairs.iter().filter(|pair| pair.nets.contains(&net));
            own.map(Pair::least).fold(1.0, f64::min)
        };
        let worst = layers
            .iter()
            .flat_map(|&of| (0..self.plan.n_nets).map(move |net| of_net(of, net)))
            .fold(f64::NEG_INFINITY, f64::max);
        let gaps: Vec<f64> = layers.iter().map(|of| mean(&over_pairs(of, Pair::gap))).collect();
        let gap = Repeated::of("gap", &over_pairs(layers[0], Pair::gap))?;
        let criterion = worst < RARE && gaps.iter().all(|&gap| gap >= GAP);
        let control_holds = self.study.layers.iter().all(|of| of.finds_own_order);
        let dense = self.study.of(Layer::Dense);
        Ok(Claim {
            id: "rare".to_owned(),
            claim: "Some units have no counterpart: the matching leaves them with a poor partner, though the best one, shared with others, would be better.".to_owned(),
            measured: format!(
                "Gap between best and private partners in the first convolution: {gap}, in the second {:.3}, in the dense layer {:.3}. In both convolutions every network has a unit matched at {worst:.2} or less.",
                gaps[1],
                mean(&over_pairs(dense, Pair::gap))
            ),
            value: Some(gap.mean),
            interval: Some(gap.interval),
            n: self.n_pairs(),
            unit: "correlation".to_owned(),
            criterion: format!("In both convolutions every network has a unit that is matched below {RARE} in one of its pairs, and best partners are better by at least {GAP} on average."),
            control: "A network matched with itself, its units in another order, gives back exactly that order, in every layer.".to_owned(),
            control_measured: if control_holds { "It does, for every network." } else { "It does not." }.to_owned(),
            control_holds,
            verdict: ClaimVerdict::of(self.if_trained(criterion), control_holds),
            about: "Bipartite matching gives every partner away once; semi-matching lets each unit take its best.".to_owned(),
        })
    }

    fn sparse(&self) -> Result<Claim> {
        let share = |of: &LayerStudy| of.sparse.iter().map(|found| found.share).collect::<Vec<f64>>();
        let [first, dense] = [Layer::Conv1, Layer::Dense].map(|layer| share(self.study.of(layer)));
        let found = Repeated::of("share", &first)?;
        let deep = mean(&dense);
        let control_holds = deep < found.mean;
        let budget = self.plan.budget;
        Ok(Claim {
            id: "sparse".to_owned(),
            claim: "In the first layer a few units of one network predict a unit of another nearly as well as all of them; deeper they do not.".to_owned(),
            measured: format!("Share of the R² of all units that at most {budget} reach in the first convolution: {found}."),
            value: Some(found.mean),
            interval: Some(found.interval),
            n: self.n_pairs(),
            unit: "share of R²".to_owned(),
            criterion: format!("In the first convolution at most six units reach at least {SHARE} of it on average."),
            control: "In the dense layer the same budget reaches a smaller share.".to_owned(),
            control_measured: format!("Share in the dense layer: {deep:.3}."),
            control_holds,
            verdict: ClaimVerdict::of(
                self.if_trained(found.mean >= SHARE).filter(|_| budget == 6),
                control_holds,
            ),
            about: "The lasso by coordinate descent on standardised answers, 12 penalties, R² on rows left out (5 folds); for each unit the smallest penalty within the budget. Its shrinking of weights is part of the loss.".to_owned(),
        })
    }

    fn home(&self) -> Claim {
        let layers = &self.study.layers;
        let count = |of: &LayerStudy| Some(of.home? * of.pairs[0].one_to_one.pairs.len() as f64);
        let counts: Option<Vec<f64>> = layers.iter().map(count).collect();
        // By chance one unit of a layer is a fixed point, whatever the number of units.
        let times = counts.as_ref().map(|counts| counts.iter().sum::<f64>() / layers.len() as f64);
        let chance = mean(&self.study.shuffled_home) / layers.len() as f64;
        let control_holds = times.is_some() && chance <= 2.0;
        let each = |of: &LayerStudy| format!("{} {:.2}", of.layer.label(), of.home.unwrap_or(f64::NAN));
        let rates: Vec<String> = layers.iter().map(each).collect();
        Claim {
            id: "home".to_owned(),
            claim: "Partners agree around three networks more often than by chance: from the first to the second, the third, and home.".to_owned(),
            measured: match times {
                Some(times) => format!("{times:.1} times as many units come home as by chance. Share of units by layer: {}.", rates.join(", ")),
                None => "It takes three networks.".to_owned(),
            },
            value: times,
            interval: None,
            n: self.plan.n_nets,
            unit: "times chance".to_owned(),
            criterion: format!("At least {TIMES_HOME} times as many as by chance (one a layer), all layers together."),
            control: "Matched on rows that do not belong together, at most twice as many.".to_owned(),
            control_measured: match times {
                Some(_) => format!("{chance:.2} times, mean over {} shuffles.", self.study.shuffled_home.len()),
                None => "Not measured.".to_owned(),
            },
            control_holds,
            verdict: ClaimVerdict::of(
                times.and_then(|times| self.if_trained(times >= TIMES_HOME)),
                control_holds,
            ),
            about: "A permutation drawn at random has one fixed point on average, whatever its length.".to_owned(),
        }
    }

    fn clusters(&self) -> Result<Claim> {
        let ratio = |of: &LayerStudy| mean(&of.clusters.iter().map(|found| found.ratio).collect::<Vec<_>>());
        let by_layer: Vec<f64> = self.study.layers.iter().map(ratio).collect();
        let least = by_layer.iter().copied().fold(f64::INFINITY, f64::min);
        let all: Vec<f64> =
            self.study.layers.iter().flat_map(|of| of.shuffled_ratios.iter().copied()).collect();
        let chance = Repeated::of("ratio", &all)?;
        let control_holds = chance.mean <= CHANCE_RATIO;
        Ok(Claim {
            id: "clusters".to_owned(),
            claim: "Groups of units match many to many: spectral clustering finds subspaces that both networks have.".to_owned(),
            measured: format!(
                "Correlation within groups over that between groups: {:.2}, {:.2} and {:.2} by layer.",
                by_layer[0], by_layer[1], by_layer[2]
            ),
            value: Some(least),
            interval: None,
            n: self.n_pairs(),
            unit: "ratio".to_owned(),
            criterion: format!("In every layer at least {RATIO}, on pictures that the groups were not found on."),
            control: format!("With rows in random order at most {CHANCE_RATIO}."),
            control_measured: format!("Mean ratio with shuffled rows: {chance}."),
            control_holds,
            verdict: ClaimVerdict::of(self.if_trained(least >= RATIO), control_holds),
            about: "Mean |c| of units of one group over that of units of different groups; normalised Laplacian of the graph between the networks, k-means, groups from one half of the pictures.".to_owned(),
        })
    }
}
