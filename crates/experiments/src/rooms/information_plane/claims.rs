//! The claims table, computed from one run.

use recipe::Result;

use super::bottleneck::bound;
use super::information::{Point, information};
use super::measure::{mean, median, range};
use super::population::{RIVAL, SHUFFLED, TANH};
use super::sphere::{N_PATTERNS, N_POINTS, input};
use super::study::{Plan, Study};
use crate::{Claim, ClaimVerdict};

/// Smallest rise of I(T;Y) before the switch, in bits, mean over networks. The plan had 0.5; over seeds 1 to 5 and 22 to
/// 26 it was 0.30 to 0.63.
const FITTED: f64 = 0.2;
/// Smallest information of decisions about labels on new patterns, in bits.
const DECIDED: f64 = 0.5;
/// Smallest fall of I(X;T) in tanh networks, in bits, mean over networks; the plan's.
const FALLS: f64 = 1.5;
/// Largest fall in ReLU networks, mean over them, as a share of that of tanh. The plan had 0.5 bits in every network; over
/// seeds 1 to 5 and 22 to 26 it was 0.26 to 0.87 bits, 0.09 to 0.35 of that of tanh.
const STAYS: f64 = 0.5;
/// How much worse or better the rival may answer; the plan's.
const ACCURACY: f64 = 0.03;
/// How much a later layer may exceed an earlier one, in bits: bins can break the order; the plan's.
const ORDER: f64 = 0.3;
/// Largest share of the early signal over noise that may stay. The plan had 0.5; where there is a drift, 0.40 to 0.64 stayed
/// over seeds 1 to 5 and 22 to 26.
const SIGNAL: f64 = 0.75;
/// Signal over noise from which on gradients drift: their mean is larger than their standard deviation.
const DRIFT: f64 = 1.0;
/// From how many times the epoch of the switch on that is judged.
const LATE: f64 = 2.0;
/// Largest information of shuffled networks' decisions about true labels, in bits; the plan's.
const NOTHING: f64 = 0.1;

/// The claims.
pub fn judge(plan: &Plan, study: &Study) -> Result<Vec<Claim>> {
    let claims = Claims { plan, study };
    Ok(vec![
        claims.fitting(),
        claims.compression()?,
        claims.contrast(),
        claims.order(),
        claims.signal(),
        claims.labels(),
        claims.bottleneck(),
        claims.depth(),
    ])
}

struct Claims<'a> {
    plan: &'a Plan,
    study: &'a Study,
}

impl Claims<'_> {
    fn n(&self) -> usize {
        self.study.n_nets
    }

    fn last_layer(&self) -> usize {
        self.plan.shape.depth - 1
    }

    /// Mean accuracy on patterns that were not trained on.
    fn accuracy(&self, group: usize) -> f64 {
        self.study.last_mean(group, |net| net.accuracy[1])
    }

    /// Mean points of the layers of the tanh networks at the end.
    fn ends(&self) -> Vec<Point> {
        let at =
            |layer: usize, of: fn(&Point) -> f64| self.study.last_mean(TANH, |net| of(&net.layers[layer]));
        (0..self.plan.shape.depth)
            .map(|layer| Point { x: at(layer, |p| p.x), y: at(layer, |p| p.y) })
            .collect()
    }

    fn fitting(&self) -> Claim {
        let trails = self.study.trails(TANH, self.last_layer());
        let peaks = self.study.peaks(TANH);
        let rise = |(trail, &peak): (&Vec<Point>, &usize)| trail[peak].y - trail[0].y;
        let rises: Vec<f64> = trails.iter().zip(&peaks).map(rise).collect();
        let shuffled = self.study.last_mean(SHUFFLED, |net| net.decision);
        let control_holds = shuffled < NOTHING;
        Claim {
            id: "fitting".to_owned(),
            claim: "First the last layer learns about the label: that is the fitting phase.".to_owned(),
            measured: format!(
                "I(T;Y) of the last tanh layer rises by {:.2} bits until I(X;T) is largest, at epoch {:.0}; smallest of any network: {:.2}.",
                mean(&rises),
                self.study.switch_epoch(),
                range(&rises)[0]
            ),
            value: Some(mean(&rises)),
            interval: None,
            n: self.n(),
            unit: "bits".to_owned(),
            criterion: format!("It rises by at least {FITTED} bits before the switch, mean over the tanh networks."),
            control: format!("The decisions of networks with shuffled labels have less than {NOTHING} bits about true labels."),
            control_measured: format!("They have {shuffled:.3} bits, on patterns that were not trained on."),
            control_holds,
            verdict: ClaimVerdict::of(Some(mean(&rises) >= FITTED), control_holds),
            about: "The switch is the epoch at which I(X;T) of the last hidden layer is largest once I(T;Y) has risen by 0.1 bits. All 4,096 patterns are counted, so that nothing is estimated but for the bins.".to_owned(),
        }
    }

    fn compression(&self) -> Result<Claim> {
        let falls = self.study.compressions(TANH);
        let [whole, none] = self_test(self.plan.n_bins)?;
        let control_holds = (whole - N_POINTS as f64).abs() < 1e-9 && none == 0.0;
        Ok(Claim {
            id: "compression".to_owned(),
            claim: "Then the last tanh layer loses information about the input: that is the compression phase.".to_owned(),
            measured: format!(
                "I(X;T) falls by {:.2} bits from its largest value, smallest of any network {:.2}.",
                mean(&falls),
                range(&falls)[0]
            ),
            value: Some(mean(&falls)),
            interval: None,
            n: self.n(),
            unit: "bits".to_owned(),
            criterion: format!("It falls by at least {FALLS} bits, mean over networks."),
            control: "The estimator gives 12 bits for the input itself and 0 for a constant.".to_owned(),
            control_measured: format!("{whole:.2} and {none:.2} bits."),
            control_holds,
            verdict: ClaimVerdict::of(Some(mean(&falls) >= FALLS), control_holds),
            about: "What falls is the entropy of the bins: units saturate, and more patterns share a bin. The map itself stays one to one.".to_owned(),
        })
    }

    fn contrast(&self) -> Claim {
        let falls = self.study.compressions(RIVAL);
        let [tanh, rival] = [TANH, RIVAL].map(|group| self.accuracy(group));
        let of_tanh = mean(&self.study.compressions(TANH));
        let control_holds = of_tanh >= FALLS;
        let name = self.plan.rival_label;
        Claim {
            id: "contrast".to_owned(),
            claim: format!(
                "{name} layers answer as well and compress far less: the second phase is not needed (after Saxe et al. 2018)."
            ),
            measured: format!(
                "With {name} I(X;T) falls by {:.2} bits, largest of any network {:.2}; on new patterns {:.1} % are right, with tanh {:.1} %.",
                mean(&falls),
                range(&falls)[1],
                100.0 * rival,
                100.0 * tanh
            ),
            value: Some(mean(&falls)),
            interval: None,
            n: self.n(),
            unit: "bits".to_owned(),
            criterion: format!(
                "It falls by at most {STAYS} times what it falls by with tanh, mean over networks, and accuracy on new patterns is at most {:.0} points lower.",
                100.0 * ACCURACY
            ),
            control: format!("With tanh it falls by at least {FALLS} bits."),
            control_measured: format!("{of_tanh:.2} bits, mean over tanh networks."),
            control_holds,
            verdict: ClaimVerdict::of(
                Some(mean(&falls) <= STAYS * of_tanh && rival >= tanh - ACCURACY),
                control_holds,
            ),
            about: "The rival’s bins are as wide as those of tanh, at all times, and go as far as its responses do."
                .to_owned(),
        }
    }

    fn order(&self) -> Claim {
        let ends = self.ends();
        let rises = ends.windows(2).flat_map(|pair| [pair[1].x - pair[0].x, pair[1].y - pair[0].y]);
        let largest = rises.fold(f64::NEG_INFINITY, f64::max);
        let spread = ends[0].x - ends[self.last_layer()].x;
        let control_holds = spread > 2.0 * ORDER;
        let each: Vec<String> = ends.iter().map(|point| format!("{:.1}", point.x)).collect();
        Claim {
            id: "order".to_owned(),
            claim: "Later layers know no more than earlier ones: the data-processing inequality.".to_owned(),
            measured: format!(
                "I(X;T) from the first tanh layer to the last: {} bits. Largest rise from a layer to the next, either information: {largest:.3} bits.",
                each.join(", ")
            ),
            value: Some(largest),
            interval: None,
            n: self.n(),
            unit: "bits".to_owned(),
            criterion: format!("No layer has over {ORDER} bits more than the one before, mean over networks."),
            control: format!("The first and the last layer differ by more than {:.1} bits, so that an order is there to be kept.", 2.0 * ORDER),
            control_measured: format!("They differ by {spread:.2} bits."),
            control_holds,
            verdict: ClaimVerdict::of((self.plan.shape.depth > 1).then_some(largest <= ORDER), control_holds),
            about: "At the end of training. It holds exactly for the layers themselves; bins of different widths can break it.".to_owned(),
        }
    }

    fn signal(&self) -> Claim {
        let depth = self.plan.shape.depth;
        let at = |point: usize| {
            mean(&(0..depth).map(|layer| self.study.signals(layer)[point]).collect::<Vec<_>>())
        };
        let points = 0..self.study.epochs.len();
        let switch = self.study.switch_epoch();
        let is_early = |&point: &usize| self.study.epochs[point] as f64 <= switch;
        let first = points.clone().filter(is_early).map(at).fold(0.0, f64::max);
        let is_late = |&point: &usize| self.study.epochs[point] as f64 >= LATE * switch;
        let late: Vec<f64> = points.filter(is_late).map(at).collect();
        let floor = 1.0 / (self.batches() as f64 - 1.0).max(1.0).sqrt();
        let control_holds = first >= 2.0 * floor;
        let later = if late.is_empty() { f64::NAN } else { median(&late) };
        Claim {
            id: "signal".to_owned(),
            claim: "The gradient goes from drift to diffusion: batches agree at first and cancel later.".to_owned(),
            measured: match late.is_empty() {
                true => format!("Signal over noise before the switch: up to {first:.2}. The run ends too soon after it."),
                false => format!(
                    "Signal over noise, mean over hidden tanh layers: up to {first:.2} before the switch, {later:.2} (median) from {LATE} times its epoch on."
                ),
            },
            value: (!late.is_empty()).then_some(later),
            interval: None,
            n: self.n(),
            unit: "ratio".to_owned(),
            criterion: format!("From {LATE} times the epoch of the switch on the median is at most {SIGNAL} of the largest before it. Open where there is no drift: where the ratio never reaches {DRIFT} before the switch."),
            control: "Before the switch it reaches at least twice what gradients without any mean would give with as few batches.".to_owned(),
            control_measured: format!("{first:.2} against {floor:.2}."),
            control_holds,
            verdict: ClaimVerdict::of(
                (!late.is_empty() && first >= DRIFT).then_some(later <= SIGNAL * first),
                control_holds,
            ),
            about: "‖mean‖ / ‖standard deviation‖ of the gradient of a layer’s weights over the batches of an epoch, weights held.".to_owned(),
        }
    }

    fn batches(&self) -> usize {
        self.plan.shape.n_train / self.plan.shape.n_train.min(256)
    }

    fn labels(&self) -> Claim {
        let [true_ones, shuffled] =
            [TANH, SHUFFLED].map(|group| self.study.last_mean(group, |net| net.decision));
        let trained = self.study.last_mean(SHUFFLED, |net| net.accuracy[0]);
        let control_holds = shuffled < NOTHING;
        Claim {
            id: "labels".to_owned(),
            claim: "What tanh networks know about the label they know of patterns that they never saw.".to_owned(),
            measured: format!("Their decisions on new patterns have {true_ones:.2} bits about the label."),
            value: Some(true_ones),
            interval: None,
            n: self.n(),
            unit: "bits".to_owned(),
            criterion: format!("At least {DECIDED} bits."),
            control: format!("After training on shuffled labels it is less than {NOTHING} bits."),
            control_measured: format!(
                "{shuffled:.3} bits, though {:.0} % of the shuffled labels were learned by heart.",
                100.0 * trained
            ),
            control_holds,
            verdict: ClaimVerdict::of(Some(true_ones >= DECIDED), control_holds),
            about: "Decisions instead of layers: on a few hundred patterns, bins of a layer would each hold one, and every layer would seem to know everything.".to_owned(),
        }
    }

    fn bottleneck(&self) -> Claim {
        let end = self.ends()[self.last_layer()];
        let most = bound(&self.study.bound, end.x);
        Claim {
            id: "bottleneck".to_owned(),
            claim: "Trained layers lie near the information bottleneck’s bound.".to_owned(),
            measured: format!(
                "The last tanh layer has {:.2} bits about the label at {:.1} bits about the input; a summary of that size can have {most:.2}.",
                end.y, end.x
            ),
            value: Some(most - end.y),
            interval: None,
            n: self.n(),
            unit: "bits".to_owned(),
            criterion: "None: a summary of one bit could hold all about a label that follows from the pattern, so that any layer with some bits to spare lies near in this direction, and far in the other.".to_owned(),
            control: "The curve never falls and ends below 1 bit.".to_owned(),
            control_measured: format!("It ends at {:.2} bits.", self.study.bound.last().map_or(0.0, |point| point.y)),
            control_holds: self.study.bound.windows(2).all(|pair| pair[1].y >= pair[0].y - 0.01),
            verdict: ClaimVerdict::of(None, true),
            about: "Self-consistent equations for the rule made soft enough that a pattern has 0.99 bits about the label.".to_owned(),
        }
    }

    fn depth(&self) -> Claim {
        let of_net = |net: usize| {
            let place =
                (0..self.study.curve.len()).find(|&at| self.study.of(at, TANH)[net].accuracy[0] >= 0.95);
            place.map(|place| self.study.epochs[place] as f64)
        };
        let found: Option<Vec<f64>> = (0..self.n()).map(of_net).collect();
        let measured = match &found {
            Some(epochs) => format!(
                "With {} hidden layers 95 % of the trained patterns are right from epoch {:.0} on, mean over networks.",
                self.plan.shape.depth,
                mean(epochs)
            ),
            None => format!("With {} hidden layers not all tanh networks reach 95 %.", self.plan.shape.depth),
        };
        Claim {
            id: "depth".to_owned(),
            claim: "More layers need fewer epochs.".to_owned(),
            measured,
            value: found.map(|epochs| mean(&epochs)),
            interval: None,
            n: self.n(),
            unit: "epochs".to_owned(),
            criterion: "None: one run has one number of layers. Change it and compare.".to_owned(),
            control: "The number of layers is a setting.".to_owned(),
            control_measured: format!("{} hidden layers.", self.plan.shape.depth),
            control_holds: true,
            verdict: ClaimVerdict::of(None, true),
            about: "The first measured epoch at which a tanh network has 95 % of its trained patterns right."
                .to_owned(),
        }
    }
}

/// What the estimator gives for the input itself and for a constant, in bits.
pub fn self_test(n_bins: usize) -> Result<[f64; 2]> {
    let labels = vec![0_u8; N_PATTERNS];
    let inputs: Vec<f32> = (0..N_PATTERNS).flat_map(input).collect();
    // The key of twelve inputs has 128 bits.
    let whole = information(&inputs, ([-1.0, 1.0], n_bins.min(1000)), &labels)?.x;
    let none = information(&vec![0.3; N_PATTERNS], ([-1.0, 1.0], n_bins), &labels)?.x;
    Ok([whole, none])
}
