//! A plan: the steps that compute some roots, made once for each kind of walk and kept.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::Reduction;
use super::key::key;
use super::schedule::schedule;
use super::walk::Walk;
use crate::element::Run;
use crate::exec::{Buffer, run_plan, upload};
use crate::ops::Op;
use crate::shape::Layout;
use crate::{Device, Error, Result, Tensor};

/// What a step does.
pub(crate) enum Work {
    /// A fused elementwise program over `0..count`; a result an output.
    Element { run: Run, count: usize },
    /// A fused program and a reduction of its one result.
    Reduce { run: Run, reduction: Reduction },
    /// An op with its own kernel, and the program that its result goes through, if any: one number carried, the
    /// step's inputs after the op's own, one result.
    Op { op: Rc<dyn Op>, layouts: Vec<Layout>, shape: Vec<usize>, finish: Option<Run> },
}

/// One kernel: buffers are named by slots, of which the first are the walk's leaves.
pub(crate) struct Step {
    pub work: Work,
    pub inputs: Vec<usize>,
    /// Slot and count.
    pub outputs: Vec<(usize, usize)>,
    /// Slots that are needed no more.
    pub free_after: Vec<usize>,
}

/// Steps in order.
pub(crate) struct Plan {
    pub steps: Vec<Step>,
    pub n_slots: usize,
    pub roots: Vec<usize>,
    /// A number that never comes again, by which a graphics device finds what it compiled for it.
    pub id: u64,
}

impl Plan {
    pub fn new(steps: Vec<Step>, n_slots: usize, roots: Vec<usize>) -> Self {
        static NEXT_ID: AtomicU64 = AtomicU64::new(0);
        Self { steps, n_slots, roots, id: NEXT_ID.fetch_add(1, Ordering::Relaxed) }
    }
}

/// Plans kept; a training step, its validation and a few analyses fit many times.
pub(crate) const MAX_PLANS: usize = 256;

/// How often this thread planned and ran.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlanCounters {
    /// Plans made.
    pub plans_made: u64,
    /// Times that a plan ran.
    pub runs: u64,
    /// Kernels that ran: dispatches on a graphics device, loops on the CPU.
    pub kernels: u64,
}

#[derive(Default)]
struct Plans {
    /// By device and key; the number says when it last served.
    made: HashMap<(usize, Vec<u64>), (Rc<Plan>, u64)>,
    counters: PlanCounters,
}

thread_local! {
    static PLANS: RefCell<Plans> = RefCell::default();
}

/// What this thread planned and ran so far.
pub fn plan_counters() -> PlanCounters {
    PLANS.with_borrow(|plans| plans.counters)
}

/// Computes `tensors` that are not known yet, all in one run where they share a device.
pub(crate) fn evaluate(tensors: &[Tensor]) -> Result<()> {
    let mut pending: Vec<Tensor> = Vec::new();
    for tensor in tensors.iter().filter(|tensor| !tensor.node.is_known()) {
        if tensor.count() == 0 {
            tensor.node.fulfil(upload(Vec::new(), &tensor.device())?);
        } else if !pending.iter().any(|other| Rc::ptr_eq(&other.node, &tensor.node)) {
            pending.push(tensor.clone());
        }
    }
    while let Some(first) = pending.first() {
        let device = first.device();
        let (here, elsewhere) = pending.into_iter().partition(|tensor| tensor.device().is_same(&device));
        evaluate_on(&device, here)?;
        pending = elsewhere;
    }
    Ok(())
}

fn evaluate_on(device: &Device, roots: Vec<Tensor>) -> Result<()> {
    let walk = Walk::new(&roots);
    let key = (device.identity(), key(&walk, &roots));
    let plan = PLANS.with_borrow_mut(|plans| plans.find(key, || schedule(&walk, &roots)));
    let known =
        |leaf: &Rc<super::Node>| leaf.value().ok_or_else(|| Error::Cpu("a leaf has no numbers".to_owned()));
    let inputs: Vec<Buffer> = walk.leaves.iter().map(known).collect::<Result<_>>()?;
    let words = walk.words();
    drop(walk);
    let values = run_plan(device, &plan, inputs, &words)?;
    for (root, value) in roots.iter().zip(values) {
        root.node.fulfil(value);
    }
    Ok(())
}

impl Plans {
    fn find(&mut self, key: (usize, Vec<u64>), make: impl FnOnce() -> Plan) -> Rc<Plan> {
        self.counters.runs += 1;
        let now = self.counters.runs;
        if !self.made.contains_key(&key) {
            if self.made.len() >= MAX_PLANS {
                let oldest =
                    self.made.iter().min_by_key(|(_, (_, served))| *served).map(|(key, _)| key.clone());
                oldest.and_then(|oldest| self.made.remove(&oldest));
            }
            self.counters.plans_made += 1;
            self.made.insert(key.clone(), (Rc::new(make()), now));
        }
        let (plan, served) = self.made.get_mut(&key).expect("the plan was just made");
        *served = now;
        self.counters.kernels += plan.steps.len() as u64;
        plan.clone()
    }
}
