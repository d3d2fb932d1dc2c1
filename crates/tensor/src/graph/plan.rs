//! A plan: the steps that compute some roots, made once for each kind of walk and kept.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::dying::dying_leaves;
use super::key::key;
use super::schedule::schedule;
use super::walk::Walk;
use super::{Node, Reduction};
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
    /// For each output the input (its place in `inputs`) that it may be written over, where nothing else
    /// holds that; one for each output, and none twice.
    pub over: Vec<Option<usize>>,
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

impl Step {
    /// What errors call it.
    pub fn name(&self) -> &'static str {
        match &self.work {
            Work::Element { .. } => "elementwise work",
            Work::Reduce { .. } => "a reduction",
            Work::Op { op, .. } => op.name(),
        }
    }

    /// The shape of its outputs; of fused work only the count is kept.
    pub fn shape(&self) -> Vec<usize> {
        match &self.work {
            Work::Op { shape, .. } => shape.clone(),
            _ => self.outputs.first().map(|&(_, count)| count).into_iter().collect(),
        }
    }
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

/// Computes `tensors` that are not known yet, all in one run where they share a device. What nobody can ask
/// for then, once the handles in `given` are dropped, is freed on the way or written over.
pub(crate) fn evaluate(tensors: &[Tensor], given: &[&Tensor]) -> Result<()> {
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
        evaluate_on(&device, here, given)?;
        pending = elsewhere;
    }
    Ok(())
}

fn evaluate_on(device: &Device, roots: Vec<Tensor>, given: &[&Tensor]) -> Result<()> {
    let walk = Walk::new(&roots);
    let key = (device.identity(), key(&walk, &roots));
    let plan = PLANS.with_borrow_mut(|plans| plans.find(key, || schedule(&walk, &roots)));
    if !walk.leaves.iter().all(|leaf| leaf.is_known()) {
        return Err(Error::GivenUp);
    }
    let dying = dying_leaves(&walk, &roots, given);
    let mut slots: Vec<Option<Buffer>> = Vec::with_capacity(plan.n_slots);
    let mut lent: Vec<(usize, Rc<Node>)> = Vec::new();
    for (at, (leaf, is_dying)) in walk.leaves.iter().zip(dying).enumerate() {
        if is_dying {
            slots.push(leaf.give_up());
            lent.push((at, leaf.clone()));
        } else {
            slots.push(leaf.value());
        }
    }
    let words = walk.words();
    drop(walk);
    match run_plan(device, &plan, &mut slots, &words) {
        Ok(values) => {
            for (root, value) in roots.iter().zip(values) {
                root.node.fulfil(value);
            }
            Ok(())
        }
        Err(error) => {
            // What was not freed yet is as it was.
            for (at, leaf) in lent {
                slots[at].take().into_iter().for_each(|value| leaf.take_back(value));
            }
            Err(error)
        }
    }
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
