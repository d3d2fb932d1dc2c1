//! RDMs compared on stimuli that are drawn again and again, a few samples at a time.

use draws::Draws;

use super::bootstrap::{Bootstrap, draw, refuse_few_samples, without_each};
use super::permutation::{AS_LARGE, refuse_few_orders, refuse_few_permutations};
use super::subjects::{TwoFactorBootstrap, mean_of_samples, refuse_few_subjects};
use crate::error::{Error, RdmError, Result};
use crate::rdm::Rdm;
use crate::rdm_comparison::{RdmComparison, Ready, Room, compare_chosen, compare_rdms};

/// A model's RDM compared with those of subjects on samples of the stimuli, for whoever wants to hear how far it is
/// or to stop in between: [`advance`](Self::advance) by some samples, as often as wanted, then ask for the result.
pub struct Resampling {
    comparison: RdmComparison,
    samples: Samples,
    seed: u64,
    n_stimuli: usize,
    model: Ready,
    subjects: Vec<Ready>,
    /// The comparison with each subject on all stimuli.
    whole: Vec<f64>,
    /// The same on each sample; none where it is undefined for a subject.
    values: Vec<Option<Vec<f64>>>,
    room: Room,
}

/// What a sample is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Samples {
    /// As many stimuli, drawn with replacement, the same for model and subjects: for a bootstrap.
    WithReplacement,
    /// The subjects' stimuli in another order, the same for all of them: for a permutation test.
    Orders,
}

impl Resampling {
    /// Before the first sample. Sample `s` is drawn as by [`bootstrap_stimuli`](super::bootstrap_stimuli) or
    /// [`rdm_permutation_test`](super::rdm_permutation_test).
    ///
    /// # Errors
    /// What [`compare_rdms`] refuses.
    pub fn new(
        model: &Rdm,
        subjects: &[Rdm],
        comparison: RdmComparison,
        samples: Samples,
        seed: u64,
    ) -> Result<Self> {
        let compared = |subject| compare_rdms(model, subject, comparison);
        Ok(Self {
            comparison,
            samples,
            seed,
            n_stimuli: model.n_stimuli(),
            whole: subjects.iter().map(compared).collect::<Result<_>>()?,
            model: Ready::new(model, comparison),
            subjects: subjects.iter().map(|subject| Ready::new(subject, comparison)).collect(),
            values: Vec::new(),
            room: Room::default(),
        })
    }

    /// How many samples were taken.
    pub fn n_done(&self) -> usize {
        self.values.len()
    }

    /// Takes some more samples. Cost: `n_samples · n_subjects · n_stimuli²`.
    pub fn advance(&mut self, n_samples: usize) {
        let Self { comparison, samples, n_stimuli, model, subjects, room, .. } = self;
        let own: Vec<usize> = (0..*n_stimuli).collect();
        let mut chosen = Vec::new();
        for sample in self.values.len()..self.values.len() + n_samples {
            let draws = Draws::new(self.seed).stream(sample as u64);
            match samples {
                Samples::WithReplacement => draw(draws, *n_stimuli, &mut chosen),
                Samples::Orders => chosen = draws.permutation(*n_stimuli),
            }
            let of_model = if *samples == Samples::Orders { &own } else { &chosen };
            let mut compared =
                |subject| compare_chosen(*comparison, (&*model, of_model), (subject, &chosen), room);
            self.values.push(subjects.iter().map(&mut compared).collect());
        }
    }

    /// The bootstrap over stimuli of the mean over subjects.
    ///
    /// # Errors
    /// Fewer than 40 samples, and a comparison that is undefined on more than half of them.
    pub fn over_stimuli(&self) -> Result<Bootstrap> {
        refuse_few_samples(self.n_done())?;
        let samples = mean_of_samples(&self.values);
        let (measure, estimate) = (self.comparison.name(), super::mean(&self.whole));
        Bootstrap::from_samples(measure, estimate, samples, &self.without_each(), self.n_stimuli)
    }

    /// The mean over subjects without each of the stimuli, where it is defined.
    fn without_each(&self) -> Vec<f64> {
        let mut room = Room::default();
        let mut on = |others: &[usize]| -> Option<Vec<f64>> {
            let mut compared = |subject| {
                compare_chosen(self.comparison, (&self.model, others), (subject, others), &mut room)
            };
            self.subjects.iter().map(&mut compared).collect()
        };
        without_each(self.n_stimuli)
            .filter_map(|others| on(&others))
            .map(|found| super::mean(&found))
            .collect()
    }

    /// The bootstrap over stimuli and subjects; see
    /// [`bootstrap_stimuli_and_subjects`](super::bootstrap_stimuli_and_subjects).
    ///
    /// # Errors
    /// As [`over_stimuli`](Self::over_stimuli), and fewer than 2 subjects.
    pub fn over_stimuli_and_subjects(&self) -> Result<TwoFactorBootstrap> {
        refuse_few_subjects(self.subjects.len())?;
        refuse_few_samples(self.n_done())?;
        let without = self.without_each();
        TwoFactorBootstrap::of(
            self.comparison,
            &self.whole,
            &self.values,
            &without,
            self.n_stimuli,
            self.seed,
        )
    }

    /// One-sided p-value of the mean over subjects; see [`rdm_permutation_test`](super::rdm_permutation_test).
    ///
    /// # Errors
    /// Fewer than 19 orders, fewer than 4 stimuli, and a comparison that is undefined on one of them.
    pub fn p_value(&self) -> Result<f64> {
        let (what, measure) = ("a permutation test", self.comparison.name());
        refuse_few_permutations(what, self.n_done())?;
        refuse_few_orders(what, self.n_stimuli)?;
        let permuted: Option<Vec<f64>> = mean_of_samples(&self.values).into_iter().collect();
        let permuted = permuted.ok_or(Error::Rdms(RdmError::UndefinedOnChoice { measure }))?;
        let observed = super::mean(&self.whole);
        let enough = observed - AS_LARGE * observed.abs();
        let n_as_large = permuted.iter().filter(|&&value| value >= enough).count();
        Ok((1 + n_as_large) as f64 / (1 + permuted.len()) as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{bootstrap_stimuli_and_subjects, rdm_permutation_test};
    use super::*;

    fn rdm(seed: u64) -> Rdm {
        let draws = Draws::new(seed);
        Rdm::from_upper((0..45).map(|place| draws.unit(place)).collect(), 10).expect("10 stimuli")
    }

    #[test]
    fn samples_that_are_taken_in_pieces_give_what_they_give_at_once() {
        let (model, subjects) = (rdm(1), [rdm(2), rdm(3), rdm(4)]);
        let spearman = RdmComparison::Spearman;
        let in_pieces = |samples, subjects: &[Rdm]| {
            let mut found = Resampling::new(&model, subjects, spearman, samples, 7).expect("10 stimuli");
            [1, 20, 79].into_iter().for_each(|n| found.advance(n));
            assert_eq!(found.n_done(), 100);
            found
        };
        let at_once = bootstrap_stimuli_and_subjects(&model, &subjects, spearman, 100, 7);
        let found = in_pieces(Samples::WithReplacement, &subjects).over_stimuli_and_subjects();
        assert_eq!(found.expect("100 samples"), at_once.expect("100 samples"));
        let at_once = rdm_permutation_test(&model, &subjects[0], spearman, 100, 7).expect("100 orders");
        let found = in_pieces(Samples::Orders, &subjects[..1]).p_value();
        assert_eq!(found.expect("100 orders"), at_once.p_value);
    }

    #[test]
    fn too_few_samples_subjects_and_orders_are_refused() {
        let (model, subject) = (rdm(1), [rdm(2)]);
        let started = |samples| {
            let mut found =
                Resampling::new(&model, &subject, RdmComparison::Pearson, samples, 1).expect("10 stimuli");
            found.advance(39);
            found
        };
        let mut found = started(Samples::WithReplacement);
        assert!(matches!(found.over_stimuli(), Err(Error::Rdms(RdmError::TooFewDraws { found: 39, .. }))));
        found.advance(1);
        found.over_stimuli().expect("40 samples");
        let alone = found.over_stimuli_and_subjects();
        assert!(matches!(alone, Err(Error::Rdms(RdmError::TooFewSubjects { found: 1, .. }))));
        started(Samples::Orders).p_value().expect("39 orders");
        let none = Resampling::new(&model, &subject, RdmComparison::Pearson, Samples::Orders, 1);
        let none = none.expect("10 stimuli").p_value();
        assert!(matches!(none, Err(Error::Rdms(RdmError::TooFewDraws { found: 0, .. }))));
    }
}
