//! Runs: recipes of every version, refusals, cancelling, and the same bits again.

use inscape_experiments::{
    EXPERIMENT_RECIPE_VERSION, ExperimentHost, ExperimentRecipe, ExperimentReport, Lab, Values, find_card,
    run_experiment,
};
use recipe::{Backend, Error, Figure, Host, Progress, SilentHost, Verdict, compare_digests};
use tensor::Device;

const SLUG: &str = "task-structure-nonlinearity";

/// As small as the card allows.
fn small() -> ExperimentRecipe {
    let card = find_card(SLUG).unwrap();
    let words = [("nets", "2"), ("hidden", "20"), ("steps", "100"), ("map", "false")];
    let params = Values::from_words(words, &card.params).unwrap();
    ExperimentRecipe::new(&card, params, 7, Backend::Cpu)
}

fn run(recipe: &ExperimentRecipe, host: &mut impl ExperimentHost) -> Result<ExperimentReport, Error> {
    pollster::block_on(run_experiment(recipe, &Lab::on(Device::Cpu), host))
}

#[test]
fn a_report_carries_a_recipe_that_gives_the_same_bits_again() {
    let first = run(&small(), &mut SilentHost).unwrap();
    let json = serde_json::to_string(&first).unwrap();
    let read: ExperimentReport = serde_json::from_str(&json).unwrap();
    let again = run(&read.recipe, &mut SilentHost).unwrap();
    let digests = [read.recipe.digest.unwrap(), again.recipe.digest.unwrap()];
    assert_eq!(compare_digests(&digests[0], &digests[1]), Verdict::Exact);
    assert_eq!(first.claims, again.claims);
    assert_eq!(first.run.seed, 7);
    let other = run(&ExperimentRecipe { seed: 8, ..small() }, &mut SilentHost).unwrap();
    let verdict = compare_digests(&digests[0], &other.recipe.digest.unwrap());
    assert!(matches!(verdict, Verdict::Differs { .. }), "{verdict:?}");
}

#[test]
fn recipes_of_version_1_can_be_read() {
    let text = r#"{"version":1,"experiment":"task-structure-nonlinearity","defaults":1,"params":{"structure":0.5,
        "target":"two_bits","frozen_readout":true},"seed":3,"backend":"cpu","engine":"0.1.0"}"#;
    let read: ExperimentRecipe = serde_json::from_str(text).unwrap();
    assert_eq!((read.version, read.params.0.len()), (EXPERIMENT_RECIPE_VERSION, 3));
    assert!(serde_json::from_str::<ExperimentRecipe>(&text.replace("seed", "sead")).is_err());
}

#[test]
fn what_cannot_be_run_is_refused_before_anything_runs() {
    let refused = |recipe: ExperimentRecipe| run(&recipe, &mut SilentHost).unwrap_err().to_string();
    let name = ExperimentRecipe { experiment: "task-structure-nonlinearty".to_owned(), ..small() };
    assert!(refused(name).contains(&format!("near ones are {SLUG}")));
    assert!(refused(ExperimentRecipe { version: 9, ..small() }).contains("version 9 of the recipe's form"));
    assert!(refused(ExperimentRecipe { defaults: 9, ..small() }).contains("version 9 of its defaults"));
    let card = find_card(SLUG).unwrap();
    let params = Values::from_words([("noise", "40")], &card.params).unwrap();
    assert!(refused(ExperimentRecipe { params, ..small() }).contains("a number from 0 to 4"));
}

/// Cancels at a breath.
#[derive(Default)]
struct Impatient {
    n_breaths: usize,
    done: Vec<f64>,
    n_shown: usize,
}

impl Host for Impatient {
    fn report(&mut self, progress: Progress) {
        self.done.push(progress.done);
    }

    async fn breathe(&mut self) -> Result<(), Error> {
        self.n_breaths += 1;
        if self.n_breaths > 20 { Err(Error::Cancelled) } else { Ok(()) }
    }
}

impl ExperimentHost for Impatient {
    fn show(&mut self, figures: Vec<Figure>) {
        self.n_shown += figures.len();
    }
}

#[test]
fn a_run_shows_figures_on_the_way_says_how_far_it_is_and_can_be_cancelled() {
    let mut host = Impatient::default();
    let error = run(&small(), &mut host).unwrap_err();
    assert!(matches!(error, Error::Cancelled), "{error}");
    assert!(host.n_shown > 0);
    assert!(
        host.done.is_sorted() && host.done.iter().all(|done| (0.0..=1.0).contains(done)),
        "{:?}",
        host.done
    );
}
