//! Layers and initialisers by exact numbers and by law.

use crate::support::{deviation, devices, draw, draw_labels, read};
use inscape_nn::*;
use tensor::{Device, Random, Tensor, gradients};

fn numbers(init: Init, shape: &[usize]) -> Vec<f64> {
    init.draw(shape, &mut Random::new(3)).unwrap().into_iter().map(f64::from).collect()
}

fn moments(x: &[f64]) -> (f64, f64, f64) {
    let n = x.len() as f64;
    let mean = x.iter().sum::<f64>() / n;
    let std = (x.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / n).sqrt();
    (mean, std, x.iter().fold(0.0, |a, v| a.max(v.abs())))
}

#[test]
fn initialisers_have_the_spread_that_their_papers_ask_for() {
    let shape = [60, 20, 3, 3];
    let (fan_in, fan_out) = (180.0_f64, 540.0_f64);
    let xavier = (2.0 / (fan_in + fan_out)).sqrt();
    let he = 2.0_f64.sqrt();
    for (init, std, bound) in [
        (Init::Normal { std: 0.3 }, 0.3, f64::INFINITY),
        (Init::Uniform { bound: 0.3 }, 0.3 / 3.0_f64.sqrt(), 0.3),
        (Init::XavierNormal { gain: 1.0 }, xavier, f64::INFINITY),
        (Init::XavierUniform { gain: 1.0 }, xavier, xavier * 3.0_f64.sqrt()),
        (Init::KaimingNormal { gain: he }, (2.0 / fan_in).sqrt(), f64::INFINITY),
        (Init::KaimingUniform { gain: he }, (2.0 / fan_in).sqrt(), (6.0 / fan_in).sqrt()),
        // torch: kaiming_uniform_(a = √5), whose bound is 1 / √fan_in
        (Init::Torch { fan_in: 180 }, (1.0 / fan_in / 3.0).sqrt(), (1.0 / fan_in).sqrt()),
        (Init::Constant { value: 0.5 }, 0.0, 0.5),
        (Init::Zeros, 0.0, 0.0),
    ] {
        let (mean, found, largest) = moments(&numbers(init, &shape));
        // 10,800 draws: five standard errors.
        assert!((found - std).abs() <= std * 0.05, "{init:?}: {found}, not {std}");
        assert!(mean.abs() <= std * 0.05 || matches!(init, Init::Constant { .. }), "{init:?}");
        assert!(largest <= bound * (1.0 + 1e-6), "{init:?}");
    }
}

#[test]
fn orthogonal_weights_keep_lengths_and_a_given_rank_is_had() {
    for (rows, columns) in [(5, 9), (9, 5), (6, 6), (1, 4)] {
        let w = numbers(Init::Orthogonal { gain: 2.0 }, &[rows, columns]);
        let row = |i: usize| -> Vec<f64> { w[i * columns..][..columns].to_vec() };
        let column = |j: usize| -> Vec<f64> { (0..rows).map(|i| w[i * columns + j]).collect() };
        let vectors: Vec<Vec<f64>> =
            if rows <= columns { (0..rows).map(row).collect() } else { (0..columns).map(column).collect() };
        for (i, a) in vectors.iter().enumerate() {
            for (j, b) in vectors.iter().enumerate() {
                let product: f64 = a.iter().zip(b).map(|(a, b)| a * b).sum();
                assert!((product - if i == j { 4.0 } else { 0.0 }).abs() < 1e-5);
            }
        }
    }
    // Effective rank 1: every row is a multiple of the first.
    let w = numbers(Init::EffectiveRank { rank: 1.0, gain: 1.0 }, &[4, 6]);
    for row in w.chunks(6).skip(1) {
        let factor = row[0] / w[0];
        assert!(row.iter().zip(&w).all(|(r, first)| (r - factor * first).abs() < 1e-5));
    }
    assert!((w.iter().map(|v| v * v).sum::<f64>() - 4.0).abs() < 1e-4);
    assert!(Init::EffectiveRank { rank: 9.0, gain: 1.0 }.draw(&[4, 6], &mut Random::new(1)).is_err());
}

#[test]
fn a_parameters_numbers_depend_on_its_name_and_seed_alone() {
    let mut small = ParameterList::new();
    linear(&mut small, "b", 3, 2).unwrap();
    let mut large = ParameterList::new();
    linear(&mut large, "a", 7, 7).unwrap();
    linear(&mut large, "b", 3, 2).unwrap();
    let of = |list: &ParameterList, seed: u64| {
        read(Parameters::initialise(list, seed, &Device::Cpu).unwrap().named("b.weight").unwrap())
    };
    assert_eq!(of(&small, 1), of(&large, 1));
    assert_ne!(of(&small, 1), of(&small, 2));
    assert!(matches!(linear(&mut large, "a", 7, 7), Err(Error::DuplicateName { .. })));
}

#[test]
fn dropout_scales_what_it_keeps_and_draws_anew_each_step() {
    for device in devices() {
        let mut list = ParameterList::new();
        let scale = list.declare("scale", &[1], Init::Constant { value: 1.0 }).unwrap();
        let parameters = Parameters::initialise(&list, 1, &device).unwrap();
        let layer = dropout("drop", 0.25).unwrap();
        let x = Tensor::full(3.0, &[1000], &device).unwrap();
        assert_eq!(read(&layer.forward(&parameters, &x).unwrap()), vec![3.0; 1000]);
        let model = move |p: &Parameters, (): &()| {
            let out = layer.forward(p, &Tensor::full(3.0, &[1000], &p.device())?)?;
            Ok(Outcome::of(out.mul(p.get(scale)?)?.mean_all()?).with("out", out))
        };
        let mut trainer = Trainer::new(parameters, Settings::default(), model).unwrap();
        let [first, second] = [0, 1].map(|_| read(&trainer.step(&()).unwrap().metrics[0].1));
        assert!(first.iter().all(|&v| v == 0.0 || v == 4.0));
        let n_kept = first.iter().filter(|&&v| v > 0.0).count();
        assert!((690..810).contains(&n_kept), "{n_kept}"); // four standard deviations
        assert_ne!(first, second);
    }
}

#[test]
fn a_sequential_from_saved_words_learns_and_says_what_each_layer_gave() {
    let words = r#"[
        {"kind": "conv2d", "n_out": 4, "kernel": 3, "stride": 1, "padding": 1},
        {"kind": "activation", "function": "relu"}, {"kind": "max_pool2d", "kernel": 2}, {"kind": "flatten"},
        {"kind": "linear", "n_out": 8}, {"kind": "layer_norm"}, {"kind": "dropout", "rate": 0.1},
        {"kind": "linear", "n_out": 3}]"#;
    let specs: Vec<LayerSpec> = serde_json::from_str(words).unwrap();
    for device in devices() {
        let mut list = ParameterList::new();
        let net = sequential(&mut list, "", &[2, 6, 6], &specs).unwrap();
        assert_eq!(list.entries()[2].name, "4.weight");
        assert_eq!(list.entries()[2].shape, [8, 4 * 3 * 3]);
        let parameters = Parameters::initialise(&list, 1, &device).unwrap();
        let x = draw(1, &[12, 2, 6, 6], &device);
        let labels = draw_labels(2, &[12], 3, &device);
        let mut seen = Vec::new();
        net.forward_seen(&parameters, &x, &mut |name, x| seen.push((name.to_owned(), x.shape().to_vec())))
            .unwrap();
        assert_eq!(seen[2], ("2".to_owned(), vec![12, 4, 3, 3]));
        assert_eq!(seen[7], ("7".to_owned(), vec![12, 3]));
        let model = move |p: &Parameters, (x, labels): &(Tensor, Tensor)| {
            let scores = net.forward(p, x)?;
            Ok(Outcome::of(cross_entropy(&scores, labels, 0.0)?.mean_all()?))
        };
        let settings = Settings { rate: 0.02, ..Settings::default() };
        let mut trainer = Trainer::new(parameters, settings, model).unwrap();
        let batch = (x, labels);
        for _ in 0..40 {
            trainer.step(&batch).unwrap();
        }
        let loss = read(&trainer.measure(&batch).unwrap().loss)[0];
        assert!(loss < 0.1, "{device:?}: {loss}");
    }
    let unknown = serde_json::from_str::<LayerSpec>(r#"{"kind": "linear", "n_out": 8, "bias": true}"#);
    assert!(unknown.unwrap_err().to_string().contains("unknown field `bias`"));
}

#[test]
fn no_position_of_a_transformer_sees_a_later_token() {
    for (positions, norm, d_mlp) in [
        (Positions::Learned, NormKind::Layer, 16),
        (Positions::Rotary { theta: 100.0 }, NormKind::Rms, 16),
        (Positions::None, NormKind::None, 0),
    ] {
        let mut spec = TransformerSpec::gpt2(7, 5, 2, 2, 8);
        (spec.positions, spec.norm, spec.d_mlp, spec.init_std) = (positions, norm, d_mlp, 0.4);
        spec.is_tied = d_mlp > 0;
        let mut list = ParameterList::new();
        let net = transformer(&mut list, &spec).unwrap();
        for device in devices() {
            let p = Parameters::initialise(&list, 1, &device).unwrap();
            let tokens = |last: f32| {
                Tensor::from_vec(vec![1.0, 4.0, 2.0, 0.0, last, 3.0, 3.0, 5.0, 6.0, last], &[2, 5], &device)
                    .unwrap()
            };
            let mut sites = Vec::new();
            let mut see = |name: &str, value: Tensor| {
                sites.push(name.to_owned());
                Ok(value)
            };
            let first = net.forward_hooked(&p, &tokens(1.0), &mut see).unwrap();
            let second = net.forward(&p, &tokens(6.0)).unwrap();
            let [a, b] = [&first, &second].map(|t| read(&t.slice(1, 0, 4).unwrap()));
            assert_eq!(a, b, "{device:?}");
            assert_ne!(read(&first), read(&second));
            assert!(sites.contains(&"blocks.1.attn.hook_pattern".to_owned()));
            assert_eq!(sites.contains(&"blocks.0.mlp.hook_post".to_owned()), d_mlp > 0);
        }
    }
}

#[test]
fn a_hook_replaces_an_activation() {
    let spec = TransformerSpec::gpt2(7, 5, 2, 2, 8);
    let mut list = ParameterList::new();
    let net = transformer(&mut list, &spec).unwrap();
    let p = Parameters::initialise(&list, 1, &Device::Cpu).unwrap();
    let tokens = draw_labels(1, &[1, 5], 7, &Device::Cpu);
    let mut silence = |name: &str, value: Tensor| {
        Ok(if name == "blocks.1.hook_resid_post" { value.scale(0.0)? } else { value })
    };
    let out = net.forward_hooked(&p, &tokens, &mut silence).unwrap();
    assert_eq!(read(&out), vec![0.0; 35]); // the norm of zeros is its bias, 0
}

#[test]
fn large_scores_are_counted_by_a_list_of_classes() {
    // Above 2²⁰ elements another way to tell the classes is taken; both must agree.
    let device = Device::Cpu;
    let (rows, classes) = (1100, 1000);
    let scores = draw(1, &[rows, classes], &device).parameter().unwrap();
    let labels = draw_labels(2, &[rows], classes, &device);
    let whole = cross_entropy(&scores, &labels, 0.0).unwrap();
    let part =
        cross_entropy(&scores.slice(0, 0, 700).unwrap(), &labels.slice(0, 0, 700).unwrap(), 0.0).unwrap();
    assert_eq!(read(&whole)[..700], read(&part));
    let gradient = &gradients(&whole.mean_all().unwrap(), &[&scores]).unwrap()[0];
    let numbers = read(gradient);
    let target = read(&labels)[5] as usize;
    let probability = (-f64::from(read(&whole)[5])).exp();
    let expected = [((probability - 1.0) / rows as f64) as f32];
    assert!(deviation(&numbers[5 * classes + target..][..1], &expected) < 1e-5);
}
