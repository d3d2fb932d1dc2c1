//! What every architecture owes: sites as described, only the needed weights, an early end, errors by name.

use inscape_models::{Error, Hooks, Input, InputKind, Model, Plan, Weights, resolve_site};
use pollster::block_on;
use tensor::{Device, Tensor};

use super::random::{all_weights, weights_for};
use super::tiny::{BATCH, N_POS, input, plans};

fn names(plan: &dyn Plan) -> Vec<&str> {
    plan.sites().iter().map(|site| site.name.as_str()).collect()
}

fn whole_model(plan: &dyn Plan) -> Box<dyn Model> {
    plan.build(all_weights(plan, &Device::Cpu), &Device::Cpu).unwrap()
}

#[test]
fn every_site_has_the_axes_that_it_claims() {
    for plan in plans() {
        let mut hooks = Hooks::keeping(&names(&*plan));
        whole_model(&*plan).forward(&input(&*plan, &Device::Cpu), &mut hooks).unwrap();
        assert!(hooks.is_complete());
        let kept = hooks.take();
        for site in plan.sites() {
            let sizes: Vec<usize> = site.axes.iter().map(|axis| axis.size(N_POS)).collect();
            let is_image = matches!(plan.input(), InputKind::Image(_));
            let expected = if is_image { [vec![BATCH], sizes.clone()].concat() } else { sizes.clone() };
            assert_eq!(kept[&site.name].shape(), expected, "{}", site.name);
            assert_eq!(site.units(N_POS), sizes.iter().product::<usize>());
            let values = block_on(kept[&site.name].to_vec()).unwrap();
            assert!(values.iter().all(|value| value.is_finite()), "{}", site.name);
            assert!(values.iter().any(|value| *value != 0.0), "{}", site.name);
        }
    }
}

#[test]
fn a_pass_with_only_the_requested_weights_ends_at_its_site_with_the_same_value() {
    for plan in plans() {
        let mut all = Hooks::keeping(&names(&*plan));
        whole_model(&*plan).forward(&input(&*plan, &Device::Cpu), &mut all).unwrap();
        let all = all.take();
        let mut n_before = 0;
        for site in names(&*plan) {
            let requests = plan.weights_for(&[site]).unwrap();
            assert!(requests.len() >= n_before, "{site} needs less than the site before it");
            n_before = requests.len();
            // The seeds follow the order of the requests, so these are the whole model's weights.
            let weights = weights_for(&requests, &Device::Cpu);
            let model = plan.build(weights, &Device::Cpu).unwrap();
            let mut hooks = Hooks::keeping(&[site]);
            model.forward(&input(&*plan, &Device::Cpu), &mut hooks).unwrap();
            let kept = hooks.take();
            assert_eq!(kept.len(), 1);
            assert_eq!(
                block_on(kept[site].to_vec()).unwrap(),
                block_on(all[site].to_vec()).unwrap(),
                "{site}"
            );
        }
        let numbers: usize = plan.weights_for(&names(&*plan)).unwrap().iter().map(|r| r.count()).sum();
        assert_eq!(plan.n_parameters(), numbers);
        assert!(plan.weights_for(&[]).unwrap().is_empty());
    }
}

#[test]
fn full_and_short_names_resolve_and_are_unique() {
    for plan in plans() {
        let mut seen = std::collections::BTreeSet::new();
        for site in plan.sites() {
            assert_eq!(resolve_site(&*plan, &site.name).unwrap(), site.name);
            assert_eq!(resolve_site(&*plan, &format!(" {} ", site.short)).unwrap(), site.name);
            assert!(seen.insert(&site.name) && seen.insert(&site.short), "{}", site.name);
            assert!(!site.about.is_empty());
        }
        for site in plan.default_sites() {
            assert_eq!(resolve_site(&*plan, &site).unwrap(), site);
        }
    }
}

#[test]
fn an_unknown_site_lists_the_near_names_and_runs_nothing() {
    for plan in plans() {
        let error = resolve_site(&*plan, "blocks.1.hook_resid_pots").unwrap_err();
        if names(&*plan).contains(&"blocks.1.hook_resid_post") {
            assert!(error.to_string().contains("blocks.1.hook_resid_post"), "{error}");
        }
        assert!(matches!(error, Error::UnknownSite { .. }));
        let model = plan.build(Weights::default(), &Device::Cpu).unwrap();
        let error =
            model.forward(&input(&*plan, &Device::Cpu), &mut Hooks::keeping(&["nonsense"])).unwrap_err();
        assert!(matches!(error, Error::UnknownSite { .. }), "{error}");
        assert!(plan.weights_for(&["nonsense"]).is_err());
    }
}

#[test]
fn a_missing_weight_and_a_wrong_shape_are_named() {
    for plan in plans() {
        let last = names(&*plan).pop().unwrap().to_owned();
        let requests = plan.weights_for(&[&last]).unwrap();
        let present: Vec<&str> = requests[1..].iter().map(|r| r.name.as_str()).collect();
        let error = requests[0].locate(&present).unwrap_err();
        assert!(error.to_string().contains(&requests[0].name), "{error}");

        let model = plan.build(weights_for(&requests[1..], &Device::Cpu), &Device::Cpu).unwrap();
        let error = model.forward(&input(&*plan, &Device::Cpu), &mut Hooks::keeping(&[&last])).unwrap_err();
        assert!(error.to_string().contains(&requests[0].name), "{error}");

        let mut weights = Weights::default();
        weights.insert(&requests[0].name, Tensor::full(1.0, &[2, 3], &Device::Cpu).unwrap());
        let error = plan.build(weights, &Device::Cpu).unwrap_err();
        assert!(
            error.to_string().contains("[2, 3]") && error.to_string().contains(&requests[0].name),
            "{error}"
        );
    }
}

#[test]
fn a_prefix_that_the_checkpoint_adds_or_lacks_is_found() {
    for (architecture, prefix) in [
        ("bert", "bert."),
        ("roberta", "roberta."),
        ("xlm-roberta", "roberta."),
        ("distilbert", "distilbert."),
        ("llama", "model."),
        ("qwen3", "model."),
        ("gpt2", "transformer."),
        ("gpt_neox", "gpt_neox."),
    ] {
        let plan = plans().into_iter().find(|plan| plan.architecture() == architecture).unwrap();
        let request = &plan.weights_for(&[plan.sites()[0].name.as_str()]).unwrap()[0];
        let prefixed = format!("{prefix}{}", request.name);
        assert_eq!(request.locate(&["x", &prefixed]).unwrap(), Some(prefixed.as_str()));
        assert_eq!(request.locate(&[&request.name]).unwrap(), Some(request.name.as_str()));
    }
}

#[test]
fn inputs_that_do_not_fit_are_refused_in_a_sentence() {
    for plan in plans() {
        let model = whole_model(&*plan);
        let site = &plan.sites()[0].name;
        let refuse = |input: Input, word: &str| {
            let error = model.forward(&input, &mut Hooks::keeping(&[site])).unwrap_err().to_string();
            assert!(error.contains(word), "{error}");
        };
        let pixels = |shape: &[usize]| Input::Images(Tensor::full(0.0, shape, &Device::Cpu).unwrap());
        match plan.input() {
            InputKind::Text => {
                refuse(pixels(&[1, 3, 41, 41]), "not images");
                refuse(Input::Tokens(vec![]), "at least one token");
                refuse(Input::Tokens(vec![0; 10]), "at most 9");
                refuse(Input::Tokens(vec![1, 4_000_000_000]), "4000000000");
            }
            InputKind::Image(spec) => {
                let side = spec.side;
                refuse(Input::Tokens(vec![1]), "not text");
                refuse(pixels(&[1, 3, side - 1, side]), &format!("{side}, {side}"));
                refuse(pixels(&[3, side, side]), "batch");
            }
        }
    }
}

#[test]
fn unembedding_the_last_residual_gives_the_logits() {
    let mut n_tried = 0;
    for plan in plans() {
        let model = whole_model(&*plan);
        let resid = "blocks.2.hook_resid_post";
        if plan.weights_for_unembedding().is_empty() {
            assert!(model.unembed(&Tensor::full(0.0, &[1, 12], &Device::Cpu).unwrap()).is_none());
            continue;
        }
        let mut hooks = Hooks::keeping(&[resid, "logits"]);
        model.forward(&input(&*plan, &Device::Cpu), &mut hooks).unwrap();
        let kept = hooks.take();
        let lens = model.unembed(&kept[resid]).unwrap().unwrap();
        assert_eq!(block_on(lens.to_vec()).unwrap(), block_on(kept["logits"].to_vec()).unwrap());
        n_tried += 1;

        // The lens needs its own weights and no block's.
        let weights = weights_for(&plan.weights_for_unembedding(), &Device::Cpu);
        let lens = plan.build(weights, &Device::Cpu).unwrap().unembed(&kept[resid]).unwrap();
        assert_eq!(lens.unwrap().shape(), kept["logits"].shape());
    }
    assert!(n_tried >= 3, "only {n_tried} architectures unembed");
}

#[test]
fn images_of_a_batch_do_not_touch_each_other() {
    for plan in plans() {
        let Input::Images(batch) = input(&*plan, &Device::Cpu) else { continue };
        let (model, last) = (whole_model(&*plan), names(&*plan).pop().unwrap().to_owned());
        let output = |images: Tensor| {
            let mut hooks = Hooks::keeping(&[&last]);
            model.forward(&Input::Images(images), &mut hooks).unwrap();
            block_on(hooks.take()[&last].to_vec()).unwrap()
        };
        let both = output(batch.clone());
        let second = output(batch.slice(0, 1, 1).unwrap());
        for (a, b) in both[second.len()..].iter().zip(&second) {
            assert!((a - b).abs() <= 1e-5 * b.abs().max(1.0), "{}", plan.architecture());
        }
    }
}

/// The page makes aliases from names by this rule (`web/figures/labels.ts`), so that both are one.
#[test]
fn aliases_of_hooks_follow_from_their_names() {
    let mut n_hooks = 0;
    for plan in plans() {
        for site in plan.sites().iter().filter(|site| site.name.contains("hook_")) {
            let rest = ["blocks.", "layers."].iter().find_map(|lead| site.name.strip_prefix(lead));
            let (block, inside) = match rest.and_then(|rest| rest.split_once('.')) {
                Some((block, inside)) => (format!(".{block}"), inside),
                None => (String::new(), site.name.as_str()),
            };
            let plain = ["attn.hook_", "embed.hook_"].iter().find_map(|lead| inside.strip_prefix(lead));
            let inside = plain.unwrap_or(inside);
            let inside = inside.strip_suffix(".hook_normalized").unwrap_or(inside).replace(".hook_", "_");
            let alias = inside.strip_prefix("hook_").unwrap_or(&inside);
            assert_eq!(site.short, format!("{alias}{block}"), "{} of {}", site.name, plan.architecture());
            n_hooks += 1;
        }
    }
    assert!(n_hooks > 100);
}
