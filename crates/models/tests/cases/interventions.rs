//! Every site can be written as well as read: what is put there is what the pass goes on with.

use std::collections::BTreeMap;

use inscape_models::{Change, Hooks, Input, Intervention, Model, Place, Plan};
use pollster::block_on;
use tensor::{Device, Tensor};

use super::random::{all_weights, uniform};
use super::tiny::{N_POS, input, plans};

struct Subject {
    plan: Box<dyn Plan>,
    model: Box<dyn Model>,
    input: Input,
}

fn subjects() -> Vec<Subject> {
    plans()
        .into_iter()
        .map(|plan| {
            let model = plan.build(all_weights(&*plan, &Device::Cpu), &Device::Cpu).unwrap();
            let input = input(&*plan, &Device::Cpu);
            Subject { plan, model, input }
        })
        .collect()
}

impl Subject {
    fn named(architecture: &str) -> Self {
        subjects().into_iter().find(|subject| subject.plan.architecture() == architecture).unwrap()
    }

    fn names(&self) -> Vec<&str> {
        self.plan.sites().iter().map(|site| site.name.as_str()).collect()
    }

    fn run(&self, hooks: Hooks) -> BTreeMap<String, Tensor> {
        let mut hooks = hooks;
        self.model.forward(&self.input, &mut hooks).unwrap();
        hooks.take()
    }

    fn refusal(&self, intervention: Intervention) -> String {
        let last = self.names().pop().unwrap().to_owned();
        let mut hooks = Hooks::keeping(&[last]).changing([intervention]);
        self.model.forward(&self.input, &mut hooks).unwrap_err().to_string()
    }
}

fn numbers(tensor: &Tensor) -> Vec<f32> {
    block_on(tensor.to_vec()).unwrap()
}

#[test]
fn putting_a_site_s_own_value_back_changes_no_bit() {
    for subject in subjects() {
        let names = subject.names();
        let last = names[names.len() - 1];
        let kept = subject.run(Hooks::keeping(&names));
        let own =
            names.iter().map(|name| Intervention::everywhere(name, Change::Replace(kept[*name].clone())));
        let again = subject.run(Hooks::keeping(&[last]).changing(own));
        assert_eq!(numbers(&again[last]), numbers(&kept[last]), "{}", subject.plan.architecture());
    }
}

#[test]
fn another_value_at_any_site_is_kept_there_and_reaches_the_output() {
    for subject in subjects() {
        let names = subject.names();
        let last = names[names.len() - 1];
        let kept = subject.run(Hooks::keeping(&names));
        for name in &names[..names.len() - 1] {
            let value = &kept[*name];
            let other = Tensor::from_vec(uniform(5, value.count()), value.shape(), &Device::Cpu).unwrap();
            let change = Intervention::everywhere(name, Change::Replace(other.clone()));
            let changed = subject.run(Hooks::keeping(&[name, last]).changing([change]));
            assert_eq!(numbers(&changed[*name]), numbers(&other), "{name}");
            let place = format!("{}, {name}", subject.plan.architecture());
            assert_ne!(numbers(&changed[last]), numbers(&kept[last]), "{place} does not reach the output");
        }
    }
}

#[test]
fn a_change_of_one_head_leaves_the_others() {
    let llama = Subject::named("llama");
    let site = "blocks.1.attn.hook_z";
    let before = numbers(&llama.run(Hooks::keeping(&[site]))[site]);
    let zeroed = Intervention::at_heads(site, &[2], Change::Zero);
    let after = numbers(&llama.run(Hooks::keeping(&[site]).changing([zeroed]))[site]);
    let d_head = before.len() / (N_POS * 4);
    for (at, (before, after)) in before.iter().zip(&after).enumerate() {
        assert_eq!(*after, if at / d_head % 4 == 2 { 0.0 } else { *before }, "{at}");
    }
}

#[test]
fn a_change_may_name_positions_and_units_and_several_follow_one_another() {
    let llama = Subject::named("llama");
    let site = "blocks.0.hook_resid_post";
    let before = numbers(&llama.run(Hooks::keeping(&[site]))[site]);
    let width = before.len() / N_POS;
    let one = Tensor::full(1.0, &[width], &Device::Cpu).unwrap();
    let place = Place { positions: Some(vec![1, 3]), units: Some(vec![0, 7]), ..Place::default() };
    let add = Intervention { site: site.to_owned(), place: place.clone(), change: Change::Add(one) };
    let double = Intervention { site: site.to_owned(), place, change: Change::Scale(2.0) };
    let after = numbers(&llama.run(Hooks::keeping(&[site]).changing([add, double]))[site]);
    for (at, (before, after)) in before.iter().zip(&after).enumerate() {
        let is_here = [1, 3].contains(&(at / width)) && [0, 7].contains(&(at % width));
        assert_eq!(*after, if is_here { 2.0 * (before + 1.0) } else { *before }, "{at}");
    }
}

#[test]
fn the_mean_is_over_positions_or_images() {
    for subject in subjects() {
        let site = subject.names()[1].to_owned();
        let kept = subject.run(Hooks::keeping(&[&site]));
        let mean = Intervention::everywhere(&site, Change::Mean);
        let after = subject.run(Hooks::keeping(&[&site]).changing([mean]));
        let expected = kept[&site].mean(0).unwrap().unsqueeze(0).unwrap();
        let expected = expected.broadcast_to(kept[&site].shape()).unwrap();
        assert_eq!(numbers(&after[&site]), numbers(&expected), "{site}");
    }
    let llama = Subject::named("llama");
    let site = "blocks.0.attn.hook_pattern";
    let mean = Intervention::everywhere(site, Change::Mean);
    let after = numbers(&llama.run(Hooks::keeping(&[site]).changing([mean]))[site]);
    assert_eq!(after[..N_POS], after[N_POS..2 * N_POS], "queries of one head look alike");
    assert_ne!(after[..N_POS], after[N_POS * N_POS..][..N_POS], "heads stay apart");
}

#[test]
fn what_does_not_fit_is_refused_in_a_sentence() {
    let llama = Subject::named("llama");
    let near = llama.refusal(Intervention::everywhere("blocks.1.hook_resid_pots", Change::Zero));
    assert!(near.contains("blocks.1.hook_resid_post"), "{near}");
    let site = "blocks.1.attn.hook_z";
    let beyond = llama.refusal(Intervention::at_heads(site, &[1, 4], Change::Zero));
    assert!(beyond.contains("4 among its heads; there are 4"), "{beyond}");
    let headless = llama.refusal(Intervention::at_heads("blocks.1.hook_resid_mid", &[0], Change::Zero));
    assert!(headless.contains("heads, and that site has none"), "{headless}");
    let wrong = Tensor::full(0.0, &[3, 3], &Device::Cpu).unwrap();
    let unfit = llama.refusal(Intervention::everywhere(site, Change::Replace(wrong)));
    assert!(unfit.contains("[3, 3]") && unfit.contains("same length"), "{unfit}");
}

/// The gradient at a site against differences of runs in which other numbers stand there. Random ones: among a
/// network's own, zeros tie for the largest of a pool.
#[test]
fn gradients_at_sites_are_those_of_central_differences() {
    for subject in subjects() {
        let names = subject.names();
        let (site, last) = (names[names.len() / 3], names[names.len() - 1]);
        let kept = subject.run(Hooks::keeping(&[site]));
        let (shape, count) = (kept[site].shape(), kept[site].count());
        let size = numbers(&kept[site]).iter().fold(0.0_f32, |most, x| most.max(x.abs()));
        let random = |seed: u64| {
            let numbers = uniform(seed, count).iter().map(|x| x * size).collect();
            Tensor::from_vec(numbers, shape, &Device::Cpu).unwrap()
        };
        let (base, direction) = (random(7), random(8));
        let at = |value: Tensor| Intervention::everywhere(site, Change::Replace(value));
        let scalar = |kept: &BTreeMap<String, Tensor>| kept[last].square().unwrap().sum_all().unwrap();

        let mut hooks = Hooks::keeping(&[site, last]).changing([at(base.clone())]).differentiable(&[site]);
        subject.model.forward(&subject.input, &mut hooks).unwrap();
        let value = f64::from(numbers(&scalar(hooks.kept()))[0]);
        let gradient = &hooks.gradients(&scalar(hooks.kept())).unwrap()[site];
        assert_eq!(gradient.shape(), shape);
        let slope = f64::from(numbers(&gradient.mul(&direction).unwrap().sum_all().unwrap())[0]);

        let moved = |step: f32| {
            let there = base.add(&direction.scale(step).unwrap()).unwrap();
            f64::from(numbers(&scalar(&subject.run(Hooks::keeping(&[last]).changing([at(there)]))))[0])
        };
        // The shorter the step, the fewer kinks of rectifiers it crosses, and the more f32 rounds off.
        let agrees = |step: f32| {
            let (step_f64, expected) = (f64::from(step), (moved(step) - moved(-step)) / 2.0);
            (slope * step_f64 - expected).abs() <= 2e-2 * expected.abs() + 1e-7 * value
        };
        let name = subject.plan.architecture();
        assert!([4e-3, 2e-3, 1e-3, 5e-4].into_iter().any(agrees), "{name}, {site}: {slope}");
    }
}
