//! The training of a run, and what was measured on the way.

use nn::{Activation, Optimiser};
use recipe::Result;
use tensor::{Device, Random};

use super::bottleneck;
use super::figures;
use super::information::Point;
use super::measure::{Nets, mean, measure};
use super::population::{Population, RIVAL, SHUFFLED, Shape, TANH};
use super::sphere::{N_PATTERNS, probability, rule_values, threshold};
use crate::{Settings, Watch};

/// Epochs that are measured, beside the state before training.
const N_POINTS: usize = 28;
/// Bits that I(T;Y) must have risen by for fitting to have begun.
const BEGUN: f64 = 0.1;
/// How many times Adam's learning rate plain gradient descent has.
const SGD_TIMES: f64 = 50.0;
/// I(X;Y) of the soft rule that the bottleneck's curve is about, in bits; the paper's.
const SOFT_BITS: f64 = 0.99;
/// Bins so fine that few responses share one: a deliberate fake. The key of ten units just fits into 128 bits.
const FINEST: usize = 1 << 12;

/// What a run was asked to do.
pub struct Plan {
    pub shape: Shape,
    pub rival_label: &'static str,
    pub n_epochs: u64,
    pub n_bins: usize,
    /// Steepness of the rule by which labels are drawn; 0 for labels without chance.
    pub gamma: f64,
    /// A deliberate fake.
    pub is_all_shuffled: bool,
}

impl Plan {
    /// From the card's parameters.
    pub fn new(settings: &Settings) -> Result<Self> {
        let (rival, rival_label) = match settings.choice("rival")? {
            "linear" => (Activation::Identity, "linear"),
            _ => (Activation::Relu, "ReLU"),
        };
        let rate = settings.number("rate")?;
        let (optimiser, rate) = match settings.choice("optimiser")? {
            "sgd" => (Optimiser::sgd(), SGD_TIMES * rate),
            _ => (Optimiser::adam(), rate),
        };
        let n_train = (settings.number("trained")? / 100.0 * N_PATTERNS as f64).round() as usize;
        let shape = Shape {
            n_nets: settings.count("nets")?,
            depth: settings.count("depth")?,
            rival,
            optimiser,
            rate,
            n_train,
        };
        Ok(Self {
            shape,
            rival_label,
            n_epochs: settings.count("epochs")? as u64,
            n_bins: if settings.is_fake("no_bins") { FINEST } else { settings.count("bins")? },
            gamma: settings.number("gamma")?,
            is_all_shuffled: settings.is_fake("shuffled_labels"),
        })
    }

    /// Epochs that are measured: 0, then about evenly spaced along the logarithm.
    fn epochs(&self) -> Vec<u64> {
        let at = |k: usize| (self.n_epochs as f64).powf(k as f64 / (N_POINTS - 1) as f64).round() as u64;
        let mut epochs: Vec<u64> = std::iter::once(0).chain((0..N_POINTS).map(at)).collect();
        epochs.dedup();
        epochs
    }
}

/// All that a run found.
pub struct Study {
    /// Epochs made at each point, and all networks there.
    pub epochs: Vec<u64>,
    pub curve: Vec<Nets>,
    pub n_nets: usize,
    /// The bottleneck's curve of the soft rule.
    pub bound: Vec<Point>,
    /// Steepness of that rule, in units of 1 over the standard deviation of the rule's value.
    pub steepness: f64,
}

impl Study {
    /// Trains and measures; the watcher is shown the plane as it grows.
    pub async fn run(plan: &Plan, seed: u32, device: &Device, watch: &mut Watch<'_>) -> Result<Self> {
        watch.stage("training", 0.97).await?;
        let values = rule_values();
        let middle = threshold(&values);
        let labels = labels(plan, &values, middle, seed);
        let mut population = Population::new(plan.shape, &labels, plan.is_all_shuffled, seed, device)?;
        let epochs = plan.epochs();
        let mut study = Self {
            epochs: vec![0],
            curve: Vec::new(),
            n_nets: plan.shape.n_nets,
            bound: Vec::new(),
            steepness: 0.0,
        };
        study.curve.push(measure(&population, 0, plan.n_bins, &labels).await?);
        for &epoch in &epochs[1..] {
            let all = plan.n_epochs * population.steps_of_epoch();
            population.train_to(epoch, &mut watch.training(0, all)).await?;
            study.curve.push(measure(&population, epoch, plan.n_bins, &labels).await?);
            study.epochs.push(epoch);
            watch
                .show(|| Ok(vec![figures::plane(plan, &study, TANH), figures::information(plan, &study)]))?;
        }
        watch.stage("information bottleneck", 1.0).await?;
        let (probabilities, steepness) = soft_rule(&values, middle);
        study.bound = bottleneck::curve(&probabilities);
        study.steepness = steepness;
        Ok(study)
    }

    /// The networks of a group at a point.
    pub fn of(&self, point: usize, group: usize) -> &[super::measure::Net] {
        &self.curve[point][group * self.n_nets..][..self.n_nets]
    }

    /// Place of the last point.
    pub fn end(&self) -> usize {
        self.curve.len() - 1
    }

    /// A layer's points over time, one row a network.
    pub fn trails(&self, group: usize, layer: usize) -> Vec<Vec<Point>> {
        let of_net =
            |net: usize| (0..self.curve.len()).map(|at| self.of(at, group)[net].layers[layer]).collect();
        (0..self.n_nets).map(of_net).collect()
    }

    /// Place of the switch, one a network: of all points from that on at which I(T;Y) of the last hidden layer has begun to
    /// rise, by [`BEGUN`], the one with the largest I(X;T). What random weights know before that is no phase of learning.
    pub fn peaks(&self, group: usize) -> Vec<usize> {
        let layer = self.curve[0][0].layers.len() - 1;
        let place = |trail: &Vec<Point>| {
            let begun = (0..trail.len()).find(|&at| trail[at].y >= trail[0].y + BEGUN).unwrap_or(0);
            (begun..trail.len()).max_by(|&a, &b| trail[a].x.total_cmp(&trail[b].x)).unwrap_or(0)
        };
        self.trails(group, layer).iter().map(place).collect()
    }

    /// How much I(X;T) of the last hidden layer falls from the switch to the end, in bits, one a network.
    pub fn compressions(&self, group: usize) -> Vec<f64> {
        let layer = self.curve[0][0].layers.len() - 1;
        let trails = self.trails(group, layer);
        let fall = |(trail, &peak): (&Vec<Point>, &usize)| trail[peak].x - trail[trail.len() - 1].x;
        trails.iter().zip(&self.peaks(group)).map(fall).collect()
    }

    /// Epochs at the peaks of tanh networks, mean over them.
    pub fn switch_epoch(&self) -> f64 {
        mean(&self.peaks(TANH).iter().map(|&place| self.epochs[place] as f64).collect::<Vec<_>>())
    }

    /// Ratio of signal to noise of a layer of the tanh networks over time, mean over them.
    pub fn signals(&self, layer: usize) -> Vec<f64> {
        let at = |point: usize| {
            mean(&self.of(point, TANH).iter().map(|net| net.signal[layer]).collect::<Vec<_>>())
        };
        (0..self.curve.len()).map(at).collect()
    }

    /// Mean over the last point's networks of a group.
    pub fn last_mean(&self, group: usize, of: impl Fn(&super::measure::Net) -> f64) -> f64 {
        mean(&self.of(self.end(), group).iter().map(of).collect::<Vec<_>>())
    }
}

/// The groups with their names.
pub fn groups(plan: &Plan) -> [(&'static str, usize); 3] {
    [("tanh", TANH), (plan.rival_label, RIVAL), ("tanh, shuffled labels", SHUFFLED)]
}

/// 1 where the rule says yes: above the threshold, or by chance where the rule is soft.
fn labels(plan: &Plan, values: &[f64], middle: f64, seed: u32) -> Vec<u8> {
    let mut random = Random::new(u64::from(seed)).split_named("soft labels");
    let spread = deviation(values);
    let say = |&value: &f64| match plan.gamma > 0.0 {
        true => random.uniform_f64() < probability(value, middle, plan.gamma / spread),
        false => value > middle,
    };
    values.iter().map(say).map(u8::from).collect()
}

fn deviation(values: &[f64]) -> f64 {
    let middle = mean(values);
    mean(&values.iter().map(|value| (value - middle) * (value - middle)).collect::<Vec<_>>()).sqrt()
}

/// Probabilities of yes in the order of the rule's values, with the steepness at which they have [`SOFT_BITS`] in all.
fn soft_rule(values: &[f64], middle: f64) -> (Vec<f64>, f64) {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let spread = deviation(values);
    let at = |gamma: f64| -> Vec<f64> {
        sorted.iter().map(|&value| probability(value, middle, gamma / spread)).collect()
    };
    let [mut low, mut high] = [1.0, 1e5];
    for _ in 0..60 {
        let gamma = f64::sqrt(low * high);
        if label_bits(&at(gamma)) < SOFT_BITS { low = gamma } else { high = gamma }
    }
    (at(high), high)
}

/// I(X;Y) in bits of labels with these probabilities of yes.
fn label_bits(probabilities: &[f64]) -> f64 {
    let entropy = |p: f64| -> f64 {
        [p, 1.0 - p].iter().filter(|&&share| share > 0.0).map(|share| -share * share.log2()).sum()
    };
    entropy(mean(probabilities)) - mean(&probabilities.iter().map(|&p| entropy(p)).collect::<Vec<_>>())
}
