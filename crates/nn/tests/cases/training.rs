//! The training loop: plans are used again, seeds repeat, snapshots resume.

use crate::support::{devices, draw, draw_labels, gpu, own_gpu, read};
use inscape_nn::*;
use tensor::{Device, DeviceKind, Tensor, plan_counters};

type Batch = (Tensor, Tensor);

/// Six layers, twelve parameters.
const SIZES: [usize; 7] = [10, 16, 16, 16, 16, 16, 4];

fn batch(step: u64, device: &Device) -> Batch {
    (draw(1000 + step, &[32, 10], device), draw_labels(2000 + step, &[32], 4, device))
}

fn trainer(settings: Settings, device: &Device) -> Trainer<Batch> {
    trainer_with(Activation::Relu, settings, device)
}

fn trainer_with(activation: Activation, settings: Settings, device: &Device) -> Trainer<Batch> {
    let mut list = ParameterList::new();
    let net = mlp(&mut list, "net", &SIZES, activation).unwrap();
    let drop = dropout("drop", 0.1).unwrap();
    let parameters = Parameters::initialise(&list, 5, device).unwrap();
    let model = move |p: &Parameters, (x, labels): &Batch| {
        let scores = net.forward(p, &drop.forward(p, x)?)?;
        let right = is_right(&scores, labels)?.mean_all()?;
        Ok(Outcome::of(cross_entropy(&scores, labels, 0.0)?.mean_all()?).with("accuracy", right))
    };
    Trainer::new(parameters, settings, model).unwrap()
}

fn all_optimisers() -> Vec<Settings> {
    let of = |optimiser: Optimiser| Settings { optimiser, rate: 0.01, ..Settings::default() };
    let momentum = Optimiser::Sgd { momentum: 0.9, nesterov: true, weight_decay: 1e-3 };
    vec![
        of(Optimiser::sgd()),
        of(momentum),
        of(Optimiser::adam()),
        Settings {
            schedule: Schedule::Cosine { warm_up: 5, n_steps: 50, floor: 0.0 },
            clip: Some(Clip::Norm { most: 1.0 }),
            average: Some(0.99),
            ..of(Optimiser::adam_w(0.01))
        },
        of(Optimiser::rms_prop()),
        of(Optimiser::lion(0.01)),
    ]
}

fn dispatches(device: &Device) -> u64 {
    match device {
        Device::Cpu => 0,
        Device::Gpu(gpu) => gpu.counters().dispatches,
    }
}

#[test]
fn from_the_third_step_on_no_plan_is_made_and_kernels_a_step_are_constant() {
    for device in [Device::Cpu, own_gpu()] {
        for settings in all_optimisers() {
            let mut trainer = trainer(settings, &device);
            let mut counts = Vec::new();
            let mut made_before = 0;
            for step in 1..=50 {
                let batch = batch(step, &device);
                Tensor::evaluate_all(&[batch.0.clone(), batch.1.clone()]).unwrap();
                if step == 3 {
                    made_before = plan_counters().plans_made;
                }
                let before = (plan_counters(), dispatches(&device));
                trainer.step(&batch).unwrap();
                let after = (plan_counters(), dispatches(&device));
                counts.push((
                    after.0.runs - before.0.runs,
                    after.0.kernels - before.0.kernels,
                    after.1 - before.1,
                ));
            }
            assert_eq!(plan_counters().plans_made, made_before, "{settings:?} on {device:?}");
            assert!(counts[2..].iter().all(|count| *count == counts[2]), "{settings:?}: {counts:?}");
            let (runs, kernels, dispatches) = counts[2];
            println!(
                "{:?} on {device:?}: {runs} runs, {kernels} kernels, {dispatches} dispatches a step",
                settings.optimiser
            );
            assert_eq!(runs, 1, "all of a step is evaluated together");
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_digest_and_another_seed_another() {
    for device in devices() {
        let train = |seed: u64| {
            let mut trainer = trainer(Settings { seed, ..Settings::default() }, &device);
            (0..20).for_each(|step| drop(trainer.step(&batch(step, &device)).unwrap()));
            pollster::block_on(digest(trainer.parameters())).unwrap()
        };
        let first = train(1);
        println!("{device:?}: {first}");
        assert_eq!(first.len(), 64);
        assert_eq!(first, train(1), "{device:?}");
        assert_ne!(first, train(2), "dropout draws from the seed");
    }
}

#[test]
fn kernels_a_step_by_nonlinearity() {
    let device = own_gpu();
    for activation in
        [Activation::Identity, Activation::Relu, Activation::Tanh, Activation::GeluErf, Activation::GeluTanh]
    {
        let mut trainer = trainer_with(activation, Settings::default(), &device);
        let mut counts = (0, 0);
        for step in 0..4 {
            let batch = batch(step, &device);
            Tensor::evaluate_all(&[batch.0.clone(), batch.1.clone()]).unwrap();
            let before = (plan_counters().kernels, dispatches(&device));
            trainer.step(&batch).unwrap();
            counts = (plan_counters().kernels - before.0, dispatches(&device) - before.1);
        }
        println!("{activation:?}: {} kernels, {} dispatches a step", counts.0, counts.1);
        // A layer: a product and its nonlinearity, two products, one sum and one slope back. Then there are
        // dropout, loss and accuracy, the join of the gradients and the update.
        let most = if activation == Activation::GeluTanh { 66 } else { 51 };
        assert!(counts.0 <= most && counts.1 <= most + 1, "{activation:?}: {counts:?}");
    }
}

/// Counts what it hears; cancels after some breaths.
#[derive(Default)]
struct Watcher {
    curve: Vec<CurvePoint>,
    kept: Vec<Vec<u8>>,
    breaths: u64,
    most_breaths: Option<u64>,
}

impl Host for Watcher {
    fn curve(&mut self, point: CurvePoint) {
        self.curve.push(point);
    }

    fn kept(&mut self, snapshot: &Snapshot) {
        self.kept.push(snapshot.to_bytes().unwrap());
    }

    async fn breathe(&mut self) -> Result<()> {
        self.breaths += 1;
        if self.most_breaths.is_some_and(|most| self.breaths > most) { Err(Error::Cancelled) } else { Ok(()) }
    }
}

#[test]
fn a_resumed_training_goes_on_to_the_bit() {
    for device in devices() {
        for settings in all_optimisers() {
            let steps = |trainer: &mut Trainer<Batch>, range: std::ops::Range<u64>| {
                range.for_each(|step| drop(trainer.step(&batch(step, &device)).unwrap()));
            };
            let mut whole = trainer(settings, &device);
            steps(&mut whole, 0..6);
            let bytes = pollster::block_on(whole.snapshot()).unwrap().to_bytes().unwrap();
            steps(&mut whole, 6..12);

            let snapshot = Snapshot::from_bytes(&bytes).unwrap();
            assert_eq!(snapshot.to_bytes().unwrap(), bytes);
            let mut resumed = trainer(settings, &device);
            pollster::block_on(resumed.resume(&snapshot, &device)).unwrap();
            assert_eq!(resumed.steps(), 6);
            steps(&mut resumed, 6..12);
            let [a, b] = [&whole, &resumed].map(|t| pollster::block_on(t.snapshot()).unwrap());
            assert_eq!(a.digest(), b.digest());
            assert!(a == b, "{settings:?} on {device:?}");
            if settings.average.is_some() {
                let of = |t: &Trainer<Batch>| pollster::block_on(digest(&t.averaged().unwrap())).unwrap();
                assert_eq!(of(&whole), of(&resumed));
                assert_ne!(of(&whole), a.digest());
            }
        }
    }
}

#[test]
fn a_training_goes_on_on_another_device() {
    let mut trainer = trainer(Settings::default(), &gpu());
    (0..5).for_each(|step| drop(trainer.step(&batch(step, &gpu())).unwrap()));
    let kept = pollster::block_on(trainer.keep()).unwrap().clone();
    pollster::block_on(trainer.resume(&kept, &Device::Cpu)).unwrap();
    assert_eq!(trainer.parameters().device().kind(), DeviceKind::Cpu);
    assert_eq!(pollster::block_on(trainer.snapshot()).unwrap(), kept);
    trainer.step(&batch(5, &Device::Cpu)).unwrap();
}

#[test]
fn a_run_reports_keeps_cancels_and_ends_where_single_steps_do() {
    let device = Device::Cpu;
    let pace = Pace { slice_secs: 0.0, curve_every: 5, keep_secs: 0.0 };
    let mut host = Watcher { most_breaths: Some(11), ..Watcher::default() };
    let mut run = trainer(Settings::default(), &device);
    let make = |step: u64| Ok(batch(step, &Device::Cpu));
    let stopped = pollster::block_on(run.run(20, make, pace, &mut host));
    assert!(matches!(stopped, Err(Error::Cancelled)));
    assert_eq!(run.steps(), 12);
    // The page was closed; another goes on from what was kept last.
    let last = Snapshot::from_bytes(host.kept.last().unwrap()).unwrap();
    assert_eq!(last.step, 12);
    let mut other = trainer(Settings::default(), &device);
    pollster::block_on(other.resume(&last, &device)).unwrap();
    host.most_breaths = None;
    pollster::block_on(other.run(20, make, pace, &mut host)).unwrap();
    assert_eq!(host.curve.iter().map(|point| point.step).collect::<Vec<_>>(), [5, 10, 15, 20]);
    let values = &host.curve[0].values;
    assert_eq!((values[0].0.as_str(), values[1].0.as_str()), ("loss", "accuracy"));
    assert!(values[0].1[0] > 0.0 && (0.0..=1.0).contains(&values[1].1[0]));

    let mut single = trainer(Settings::default(), &device);
    (0..20).for_each(|step| drop(single.step(&batch(step, &device)).unwrap()));
    let of = |t: &Trainer<Batch>| pollster::block_on(digest(t.parameters())).unwrap();
    assert_eq!(of(&single), of(&other));
}

#[test]
fn frozen_parameters_and_masked_numbers_stay() {
    for device in devices() {
        let mut list = ParameterList::new();
        let net = mlp(&mut list, "net", &[10, 8, 4], Activation::Relu).unwrap();
        list.freeze(|name| name.starts_with("net.0."));
        let parameters = Parameters::initialise(&list, 5, &device).unwrap();
        let mask = draw_labels(9, &[4, 8], 2, &device);
        let masks = pollster::block_on(parameters.masks(&[("net.1.weight", mask.clone())])).unwrap();
        let first = read(parameters.named("net.0.weight").unwrap());
        let second = read(parameters.named("net.1.weight").unwrap());
        let model = move |p: &Parameters, (x, labels): &Batch| {
            Ok(Outcome::of(cross_entropy(&net.forward(p, x)?, labels, 0.1)?.mean_all()?))
        };
        let mut trainer =
            Trainer::new(parameters, Settings::default(), model).unwrap().with_masks(masks).unwrap();
        (0..5).for_each(|step| drop(trainer.step(&batch(step, &device)).unwrap()));
        assert_eq!(read(trainer.parameters().named("net.0.weight").unwrap()), first);
        let after = read(trainer.parameters().named("net.1.weight").unwrap());
        for ((after, before), mask) in after.iter().zip(&second).zip(read(&mask)) {
            assert!(if mask == 0.0 { *after == 0.0 } else { after != before });
        }
        // Thawed, the same numbers are all there.
        let thawed = trainer.parameters().frozen(|_| false).unwrap();
        assert_eq!(read(thawed.named("net.0.weight").unwrap()), first);
        assert_eq!(read(thawed.named("net.1.weight").unwrap()), after);
        assert_eq!(thawed.trained().unwrap().count(), 10 * 8 + 8 + 8 * 4 + 4);
    }
}

#[test]
fn a_snapshot_of_another_network_is_refused_in_a_sentence() {
    let mut list = ParameterList::new();
    linear(&mut list, "nett.0", 10, 16).unwrap();
    let other = Parameters::initialise(&list, 1, &Device::Cpu).unwrap();
    let snapshot = pollster::block_on(Snapshot::of(&other, 0)).unwrap();
    let mut trainer = trainer(Settings::default(), &Device::Cpu);
    let error = pollster::block_on(trainer.resume(&snapshot, &Device::Cpu)).unwrap_err();
    assert_eq!(error.to_string(), "this snapshot does not fit: it has 2 parameters, the network 12");
    let error = trainer.parameters().named("net.0.wieght").unwrap_err();
    assert!(
        error.to_string().starts_with("there is no parameter net.0.wieght; near: net.0.weight"),
        "{error}"
    );
}

/// Takes the graphics device away at its fourth breath.
struct Thief {
    device: Device,
    breaths: u64,
}

impl Host for Thief {
    async fn breathe(&mut self) -> Result<()> {
        self.breaths += 1;
        if let (4, Device::Gpu(gpu)) = (self.breaths, &self.device) {
            gpu.destroy();
        }
        Ok(())
    }
}

#[test]
fn a_lost_device_costs_the_steps_since_the_last_snapshot_and_no_more() {
    let pace = Pace { slice_secs: 0.0, curve_every: 3, keep_secs: 0.0 };
    let of = |t: &Trainer<Batch>| pollster::block_on(digest(t.parameters())).unwrap();
    let mut undisturbed = trainer(Settings::default(), &gpu());
    pollster::block_on(undisturbed.run(10, |step| Ok(batch(step, &gpu())), pace, &mut SilentHost)).unwrap();

    let (first, second) = (own_gpu(), own_gpu());
    let batches: Vec<Batch> = (0..10).map(|step| batch(step, &first)).collect();
    let mut trainer = trainer(Settings::default(), &first);
    let mut thief = Thief { device: first.clone(), breaths: 0 };
    let lost =
        pollster::block_on(trainer.run(10, |step| Ok(batches[step as usize].clone()), pace, &mut thief));
    assert!(matches!(lost, Err(Error::Tensor(tensor::Error::Gpu(_)))), "{lost:?}");
    let kept = trainer.kept().unwrap().clone();
    assert_eq!(kept.step, 4);
    pollster::block_on(trainer.resume(&kept, &second)).unwrap();
    pollster::block_on(trainer.run(10, |step| Ok(batch(step, &second)), pace, &mut SilentHost)).unwrap();
    assert_eq!(of(&trainer), of(&undisturbed));
}
