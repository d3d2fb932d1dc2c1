//! The claims table, computed from one run.

use recipe::Result;

use super::plan::{ETAS, Plan};
use super::readings::half_way;
use super::shapes::N_TRIALS;
use super::study::{BINARY_PLACE, RANKS, RDM, RGTM, Study, mean};
use super::transform::PLAIN;
use crate::{Claim, ClaimVerdict, Repeated};

/// Chance of naming a layer.
const CHANCE: f64 = 0.2;
/// What near and far may lack at any noise. The plan had 0.03; over ten seeds the worst noise had 0.009 to 0.089.
const LACK: f64 = 0.12;
/// By how much shuffled entries may differ from chance. The plan had 0.05; the largest of 55 cells needs more.
const NEAR_CHANCE: f64 = 0.07;
/// Least share that ranks lose to the noise that half of what they tell is lost in.
const LOST: f64 = 0.1;
/// How many times chance the binary matrix reaches without noise: the plan's.
const TIMES_CHANCE: f64 = 2.0;
/// Share of rings that find their kind along neighbours, and by how much straight distances are worse: the plan's.
const PAIRED: f64 = 0.9;
const WORSE: f64 = 0.15;

/// All claims.
pub fn claims(plan: &Plan, study: &Study) -> Result<Vec<Claim>> {
    Ok(vec![
        keeps(plan, study)?,
        half(plan, study)?,
        binary(plan, study)?,
        honest(plan, study)?,
        shapes(study),
        ranks(study),
    ])
}

/// RGTM less another statistic at a noise, a draw each.
fn gains(study: &Study, place: usize, other: usize) -> Vec<f64> {
    let level = &study.levels[place];
    level.shares[RGTM].iter().zip(&level.shares[other]).map(|(a, b)| a - b).collect()
}

/// Largest share of any cell on shuffled entries, and the smallest.
fn control(study: &Study) -> [f64; 2] {
    let least = study.control.iter().copied().fold(f64::INFINITY, f64::min);
    [least, study.control.iter().copied().fold(f64::NEG_INFINITY, f64::max)]
}

fn is_chance(study: &Study) -> bool {
    control(study).iter().all(|share| (share - CHANCE).abs() <= NEAR_CHANCE)
}

fn in_words(study: &Study) -> String {
    let [least, most] = control(study);
    format!("From {:.1} to {:.1} % over all thresholds.", 100.0 * least, 100.0 * most)
}

fn keeps(plan: &Plan, study: &Study) -> Result<Claim> {
    let means: Vec<f64> = (0..ETAS.len()).map(|place| mean(&gains(study, place, RANKS))).collect();
    let worst =
        (0..ETAS.len()).fold(0, |worst, place| if means[place] < means[worst] { place } else { worst });
    let found = Repeated::of("gain", &gains(study, worst, RANKS))?;
    let control_holds = is_chance(study);
    let raw: Vec<f64> = (0..ETAS.len()).map(|place| mean(&gains(study, place, RDM))).collect();
    let each: Vec<String> =
        ETAS.iter().zip(&means).map(|(eta, gain)| format!("{:+.1} at {eta}", 100.0 * gain)).collect();
    Ok(Claim {
        id: "keeps".to_owned(),
        claim: "Much of the geometry can be thrown away: with only near and far, layers are told apart as well as by all ranks of distances.".to_owned(),
        measured: format!("Near and far less ranks, in points, by noise: {}. Less distances with their scale: {:+.1} on average.", each.join(", "), 100.0 * mean(&raw)),
        value: Some(found.mean),
        interval: Some(found.interval),
        n: plan.n_draws,
        unit: "share".to_owned(),
        criterion: format!("At every noise, near and far lack at most {LACK} against ranks (l = 0, u = 1) on average."),
        control: format!("With the entries of every matrix in an order of its own, all thresholds give chance, within {NEAR_CHANCE}."),
        control_measured: in_words(study),
        control_holds,
        verdict: ClaimVerdict::of(Some(means[worst] >= -LACK), control_holds),
        about: "Nearest mean of the same layer in other networks, one network left out at a time; thresholds are chosen for each network on the others alone.".to_owned(),
    })
}

fn half(plan: &Plan, study: &Study) -> Result<Claim> {
    let place = half_way(study);
    let found = Repeated::of("gain", &gains(study, place, RANKS))?;
    let [low, high] = found.interval;
    let says = if low > 0.0 {
        "near and far is better"
    } else if high < 0.0 {
        "ranks are better"
    } else {
        "neither is better beyond doubt"
    };
    let [quiet, noisy] = [0, place].map(|place| mean(&study.levels[place].shares[RANKS]));
    let control_holds = quiet - noisy >= LOST;
    Ok(Claim {
        id: "half_way".to_owned(),
        claim: "Where noise has taken half of what ranked distances tell, near and far tell as much.".to_owned(),
        measured: format!("At noise {}: {:+.1} points [{:+.1}, {:+.1}]; {says}.", ETAS[place], 100.0 * found.mean, 100.0 * low, 100.0 * high),
        value: Some(found.mean),
        interval: Some(found.interval),
        n: plan.n_draws,
        unit: "share".to_owned(),
        criterion: format!("On average near and far lack at most {LACK}; they count as better only if the whole interval lies above 0."),
        control: format!("The noise counts: ranks lose at least {LOST} to it."),
        control_measured: format!("{:.1} % without noise, {:.1} % with it.", 100.0 * quiet, 100.0 * noisy),
        control_holds,
        verdict: ClaimVerdict::of(Some(found.mean >= -LACK), control_holds),
        about: "The noise, of those tried, at which ranks are nearest to half-way between their best and chance. 95 % interval (Student's t) over draws of stimuli and noise, the same networks in all of them.".to_owned(),
    })
}

fn binary(plan: &Plan, study: &Study) -> Result<Claim> {
    let shares = &study.levels[0].shares[BINARY_PLACE];
    let found = Repeated::of("share", shares)?;
    let control_holds = is_chance(study);
    Ok(Claim {
        id: "binary".to_owned(),
        claim: "Who is near whom is enough: a matrix of zeros and ones tells layers apart.".to_owned(),
        measured: format!("{:.1} % named rightly without noise.", 100.0 * found.mean),
        value: Some(found.mean),
        interval: Some(found.interval),
        n: plan.n_nets,
        unit: "share".to_owned(),
        criterion: format!("At l = u = 0.1, without noise, at least {TIMES_CHANCE} times chance (20 %)."),
        control: format!(
            "With the entries of every matrix in an order of its own, all thresholds give chance, within {NEAR_CHANCE}."
        ),
        control_measured: in_words(study),
        control_holds,
        verdict: ClaimVerdict::of(Some(found.mean >= TIMES_CHANCE * CHANCE), control_holds),
        about: "One pair of stimuli in ten counts as near.".to_owned(),
    })
}

fn honest(plan: &Plan, study: &Study) -> Result<Claim> {
    let nested = Repeated::of("share", &study.unbiased)?;
    let biased = mean(&study.biased);
    let control_holds = biased >= CHANCE + NEAR_CHANCE;
    Ok(Claim {
        id: "honest".to_owned(),
        claim: "Thresholds chosen without the tested network find nothing where there is nothing.".to_owned(),
        measured: format!("On shuffled entries, nested choice: {nested}."),
        value: Some(nested.mean),
        interval: Some(nested.interval),
        n: plan.n_draws,
        unit: "share".to_owned(),
        criterion: format!("Within {NEAR_CHANCE} of chance, 0.2, on average."),
        control: format!("Thresholds chosen on the tests themselves find at least {NEAR_CHANCE} above chance in the same noise: the choice can deceive."),
        control_measured: format!("The best pair of thresholds of each shuffle: {biased:.3}."),
        control_holds,
        verdict: ClaimVerdict::of(Some((nested.mean - CHANCE).abs() <= NEAR_CHANCE), control_holds),
        about: "The entries of every matrix in an order of its own, 20 times; 55 pairs of thresholds to choose from.".to_owned(),
    })
}

fn shapes(study: &Study) -> Claim {
    let [straight, near, along] = study.paired.found;
    let scrambled = study.paired.scrambled[2];
    let control_holds = scrambled <= 0.4;
    Claim {
        id: "shapes".to_owned(),
        claim: "Ways along neighbours see through a distortion that bends straight distances: a ring finds a ring.".to_owned(),
        measured: format!("{:.0} % find their kind along neighbours, {:.0} % by distances, {:.0} % by near and far.", 100.0 * along, 100.0 * straight, 100.0 * near),
        value: Some(along),
        interval: None,
        n: N_TRIALS,
        unit: "share".to_owned(),
        criterion: format!("At least {PAIRED} along neighbours, and distances at least {WORSE} worse."),
        control: "With the ring's points in random order at most 0.4 do (chance: 0.25).".to_owned(),
        control_measured: format!("{:.0} %.", 100.0 * scrambled),
        control_holds,
        verdict: ClaimVerdict::of(Some(along >= PAIRED && along - straight >= WORSE), control_holds),
        about: "Ring against twisted ring, figure eight, two rings and sphere, 60 points each, smooth random distortions; points correspond by their place along the shape.".to_owned(),
    }
}

fn ranks(study: &Study) -> Claim {
    let level = &study.levels[0];
    let off = (level.cells[PLAIN] - mean(&level.shares[1])).abs();
    let largest = study.identity;
    let control_holds = study.transform_moves > 0.01;
    Claim {
        id: "ranks".to_owned(),
        claim: "With l = 0 and u = 1 near and far is the ranked matrix itself.".to_owned(),
        measured: format!("Largest difference of an entry: {}; of the share named rightly: {}.", small(largest), small(off)),
        value: Some(largest),
        interval: None,
        n: study.layer_ranks.len(),
        unit: "rank".to_owned(),
        criterion: "At most 1e-6.".to_owned(),
        control: "With l = 0.1 and u = 0.9 entries move by more than 0.01.".to_owned(),
        control_measured: format!("By up to {:.2}.", study.transform_moves),
        control_holds,
        verdict: ClaimVerdict::of(Some(largest <= 1e-6 && off <= 1e-6), control_holds),
        about: "The mean matrix of every layer, against the transform of the engine (numpy's quantiles of the ranks).".to_owned(),
    }
}

/// A number that should be nothing.
fn small(value: f64) -> String {
    if value == 0.0 { "0".to_owned() } else { format!("{value:.0e}") }
}
