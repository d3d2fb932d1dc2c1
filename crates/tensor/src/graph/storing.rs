//! Which nodes get a buffer. All others are computed where they are needed, within a kernel.

use super::walk::{Place, Walk};
use super::{Source, View};
use crate::Tensor;
use crate::shape::Layout;

/// An elementwise result that several kernels need is computed again in each, unless that reads more
/// buffers than this …
const MAX_SHARED_LOADS: usize = 2;
/// … or costs more than this (in additions).
const MAX_SHARED_WORK: usize = 64;
/// An expression that only one kernel needs becomes part of it unless it reads more buffers than this …
const MAX_OWN_LOADS: usize = 3;
/// … or costs more than this.
const MAX_OWN_WORK: usize = 256;
/// Buffers that one kernel may read. WebGPU guarantees 8 storage buffers a kernel; one holds the words
/// that change from run to run, and one or more are written.
pub(super) const MAX_LOADS: usize = 6;

/// What is decided for each node of a walk.
pub(super) struct Storing<'a> {
    walk: &'a Walk,
    /// Gets a buffer.
    pub is_stored: Vec<bool>,
    /// Is stored because it was asked for, yet cheap: users compute it again, so that they may share
    /// its kernel.
    pub is_inlined_too: Vec<bool>,
    /// Where its elements lie: a node that is no view, and the layout in it.
    seen: Vec<(Place, Layout)>,
    /// Buffers that its expression reads.
    pub loads: Vec<Vec<Place>>,
    work: Vec<usize>,
}

impl<'a> Storing<'a> {
    pub fn new(walk: &'a Walk, roots: &[Tensor]) -> Self {
        let n = walk.nodes.len();
        let mut storing = Self {
            walk,
            is_stored: vec![false; n],
            is_inlined_too: vec![false; n],
            seen: Vec::with_capacity(n),
            loads: vec![Vec::new(); n],
            work: vec![0; n],
        };
        storing.see();
        let is_asked = storing.store_what_must_be(roots);
        storing.weigh(&is_asked);
        storing
    }

    /// The layout of each node in the buffer of a node that is no view.
    fn see(&mut self) {
        for i in 0..self.walk.nodes.len() {
            let shape = &self.walk.nodes[i].shape;
            let seen = match &*self.walk.sources[i] {
                Source::View(view, input) => {
                    let (base, layout) = self.seen(input);
                    match apply(view, &layout, shape) {
                        Some(layout) => (base, layout),
                        None => {
                            // Only a copy of the input can be seen in this shape.
                            let place = self.walk.place(input);
                            self.store(place);
                            (place, Layout::contiguous(shape))
                        }
                    }
                }
                _ => (Place::Node(i), Layout::contiguous(shape)),
            };
            self.seen.push(seen);
        }
    }

    /// Where the elements of `tensor` lie: a stored place or an expression, and the layout in it.
    pub fn seen(&self, tensor: &Tensor) -> (Place, Layout) {
        let place = self.walk.place(tensor);
        match place {
            Place::Node(i) if !self.is_stored[i] || !self.is_view(i) => self.seen[i].clone(),
            _ => (place, Layout::contiguous(tensor.shape())),
        }
    }

    /// As [`Storing::seen`] for a node's own elements, before they are copied.
    pub fn seen_before_copy(&self, node: usize) -> (Place, Layout) {
        self.seen[node].clone()
    }

    /// For each node whether its buffer stays: those that were asked for do.
    pub fn stay(&self, roots: &[Tensor]) -> Vec<bool> {
        let mut stays = vec![false; self.walk.nodes.len()];
        for root in roots {
            for place in [self.seen(root).0, self.walk.place(root)] {
                if let Place::Node(at) = place {
                    stays[at] = true;
                }
            }
        }
        stays
    }

    fn is_view(&self, node: usize) -> bool {
        matches!(*self.walk.sources[node], Source::View(..))
    }

    fn store(&mut self, place: Place) {
        if let Place::Node(i) = place {
            self.is_stored[i] = true;
        }
    }

    /// True when an expression over these elements can be computed in place of a buffer: one that is
    /// seen element by element, or a number that is the same everywhere.
    pub fn is_expression(&self, place: Place, layout: &Layout) -> bool {
        let Place::Node(i) = place else { return false };
        match &*self.walk.sources[i] {
            Source::Constant(_) | Source::Scalar(_) => true,
            Source::Unary(..)
            | Source::Binary(..)
            | Source::Select(..)
            | Source::Index
            | Source::Random(_) => {
                layout.offset == 0
                    && layout.is_contiguous()
                    && layout.count() == crate::shape::count(&self.walk.nodes[i].shape)
            }
            _ => false,
        }
    }

    /// What kernels read as buffers, and what was asked for. Returns which nodes were asked for only.
    fn store_what_must_be(&mut self, roots: &[Tensor]) -> Vec<bool> {
        for i in 0..self.walk.nodes.len() {
            let source = self.walk.sources[i].clone();
            match &*source {
                Source::Op(op, inputs) => {
                    self.is_stored[i] = true;
                    for (k, input) in inputs.iter().enumerate() {
                        let (base, layout) = self.seen(input);
                        if op.takes_strided(k) || layout.is_contiguous() {
                            self.store(base);
                        } else {
                            let place = self.walk.place(input);
                            self.store(place);
                            self.read(base, &layout);
                        }
                    }
                }
                Source::View(..) => {
                    if self.is_stored[i] {
                        let (base, layout) = self.seen_before_copy(i);
                        self.read(base, &layout);
                    }
                }
                source => {
                    self.is_stored[i] |= matches!(source, Source::Reduce(..));
                    for input in source.inputs() {
                        let (base, layout) = self.seen(input);
                        self.read(base, &layout);
                    }
                }
            }
        }
        let before = self.is_stored.clone();
        for root in roots {
            let (base, layout) = self.seen(root);
            if is_whole(&layout, base, self.walk) {
                self.store(base);
            } else {
                let place = self.walk.place(root);
                self.store(place);
                self.read(base, &layout);
            }
        }
        before.iter().zip(&self.is_stored).map(|(&before, &now)| now && !before).collect()
    }

    /// A kernel reads these elements: as a buffer, unless they are an expression.
    fn read(&mut self, base: Place, layout: &Layout) {
        if !self.is_expression(base, layout) {
            self.store(base);
        }
    }

    /// Decides for elementwise results that several kernels need, and for expressions that grow long.
    fn weigh(&mut self, is_asked: &[bool]) {
        let n = self.walk.nodes.len();
        let mut n_users = vec![0_usize; n];
        for source in &self.walk.sources {
            for input in source.inputs() {
                if let (Place::Node(base), _) = self.seen(input) {
                    n_users[base] += 1;
                }
            }
        }
        for i in 0..n {
            let source = self.walk.sources[i].clone();
            let own_work = match &*source {
                Source::Unary(function, _) => function.work(),
                Source::Binary(function, ..) => function.work(),
                Source::Random(_) => 32,
                _ => 1,
            };
            let inputs: Vec<(Place, Layout)> = match &*source {
                Source::View(..) => vec![self.seen_before_copy(i)],
                source => source.inputs().into_iter().map(|input| self.seen(input)).collect(),
            };
            let is_op = matches!(*source, Source::Op(..));
            let (mut loads, mut work) = self.weigh_inputs(&inputs, is_op);
            while loads.len() > MAX_LOADS && !is_op {
                // Whoever needs several kernels' results reads few buffers, so there is one to store.
                let own = |(base, _): &&(Place, Layout)| match *base {
                    Place::Node(j) => !self.is_stored[j] && n_users[j] == 1,
                    Place::Leaf(_) => false,
                };
                let n_loads = |(base, _): &&(Place, Layout)| match *base {
                    Place::Node(j) => self.loads[j].len(),
                    Place::Leaf(_) => 0,
                };
                let Some((base, _)) = inputs.iter().filter(own).max_by_key(n_loads) else { break };
                let base = *base;
                self.store(base);
                (loads, work) = self.weigh_inputs(&inputs, is_op);
            }
            work += own_work;
            let is_element = matches!(
                *source,
                Source::Unary(..) | Source::Binary(..) | Source::Select(..) | Source::Random(_)
            );
            let is_long = loads.len() > MAX_OWN_LOADS || work > MAX_OWN_WORK;
            let is_heavy = loads.len() > MAX_SHARED_LOADS || work > MAX_SHARED_WORK;
            if is_element && !self.is_stored[i] && (is_long || (n_users[i] > 1 && is_heavy)) {
                self.is_stored[i] = true;
            } else if is_element && is_asked[i] && loads.len() <= MAX_SHARED_LOADS && work <= 16 {
                self.is_inlined_too[i] = true;
            }
            self.loads[i] = loads;
            self.work[i] = work.min(1 << 20);
        }
    }
}

impl Storing<'_> {
    /// The buffers and the work of computing these inputs within a kernel.
    fn weigh_inputs(&self, inputs: &[(Place, Layout)], is_op: bool) -> (Vec<Place>, usize) {
        let (mut loads, mut work) = (Vec::new(), 0);
        for (base, layout) in inputs {
            match *base {
                Place::Node(j)
                    if !is_op
                        && self.is_expression(*base, layout)
                        && (!self.is_stored[j] || self.is_inlined_too[j]) =>
                {
                    loads.extend(self.loads[j].iter().copied());
                    work += self.work[j];
                }
                base => loads.push(base),
            }
        }
        loads.sort_unstable();
        loads.dedup();
        (loads, work)
    }
}

/// True when the view is all of its base in its own order.
pub(super) fn is_whole(layout: &Layout, base: Place, walk: &Walk) -> bool {
    let shape = match base {
        Place::Leaf(i) => &walk.leaves[i].shape,
        Place::Node(i) => &walk.nodes[i].shape,
    };
    layout.offset == 0 && layout.is_contiguous() && layout.count() == crate::shape::count(shape)
}

fn apply(view: &View, layout: &Layout, shape: &[usize]) -> Option<Layout> {
    match view {
        View::Reshape => layout.reshape(shape),
        View::Permute(order) => Some(layout.permute(order)),
        View::Broadcast => Some(layout.broadcast_to(shape)),
        View::Slice { dim, start } => Some(layout.slice(*dim, *start, shape[*dim])),
        View::Flip(dim) => Some(layout.flip(*dim)),
        View::Detach => Some(layout.clone()),
    }
}
