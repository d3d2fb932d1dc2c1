//! Gradients by reverse mode. They are tensors like any other: nothing runs until they are read, and
//! gradients of gradients are had by asking again.

use std::collections::HashMap;
use std::rc::Rc;

use super::slices::Slices;
use super::{Node, Reducer, Reduction, Source, View};
use crate::element::{Binary, Unary};
use crate::{Error, Result, Tensor};

/// The gradient of `loss` (one number) with respect to each of `parameters`, in their shapes. Ask
/// before or after the loss is evaluated. Errors when `loss` is not one number, or when one of
/// `parameters` was not made by [`Tensor::parameter`] or computed from one. Zeros for one that the
/// loss does not depend on.
pub fn gradients(loss: &Tensor, parameters: &[&Tensor]) -> Result<Vec<Tensor>> {
    if loss.count() != 1 {
        let found = format!("{:?}", loss.shape());
        return Err(Error::shape("gradients", "a loss of one number", found));
    }
    if let Some(at) = parameters.iter().position(|parameter| !parameter.node.is_tracked) {
        let found = format!("tensor {at} of {}, which is none", parameters.len());
        return Err(Error::shape("gradients", "parameters, or tensors computed from them", found));
    }
    let order = tracked(loss);
    let mut cotangents: HashMap<*const Node, Tensor> = HashMap::new();
    cotangents.insert(Rc::as_ptr(&loss.node), Tensor::full(1.0, loss.shape(), &loss.device())?);
    let mut slices = Slices::default();
    for tensor in order.iter().rev() {
        let key = Rc::as_ptr(&tensor.node);
        // All users of this tensor are done.
        if let Some(joined) = slices.join(tensor)? {
            let sum = match cotangents.get(&key) {
                Some(before) => before.add(&joined)?,
                None => joined,
            };
            cotangents.insert(key, sum);
        }
        let Some(cotangent) = cotangents.get(&key).cloned() else { continue };
        let Some(source) = tensor.node.source() else { continue };
        if let Source::View(View::Slice { dim, start }, input) = &*source {
            slices.note(input, *dim, *start, cotangent);
            continue;
        }
        let inputs = source.inputs();
        for (input, gradient) in inputs.iter().zip(of_source(&source, tensor, &cotangent)?) {
            let Some(gradient) = gradient.filter(|_| input.node.is_tracked) else { continue };
            let key = Rc::as_ptr(&input.node);
            let sum = match cotangents.get(&key) {
                Some(before) => before.add(&gradient)?,
                None => gradient,
            };
            cotangents.insert(key, sum);
        }
    }
    let of = |parameter: &&Tensor| match cotangents.get(&Rc::as_ptr(&parameter.node)) {
        Some(gradient) => Ok(gradient.clone()),
        None => Tensor::full(0.0, parameter.shape(), &parameter.device()),
    };
    parameters.iter().map(of).collect()
}

/// The nodes between `loss` and parameters, inputs before users.
fn tracked(loss: &Tensor) -> Vec<Tensor> {
    let mut order = Vec::new();
    let mut met: HashMap<*const Node, bool> = HashMap::new();
    let mut stack = vec![(loss.clone(), false)];
    while let Some((tensor, is_done)) = stack.pop() {
        let key = Rc::as_ptr(&tensor.node);
        if is_done {
            if met.insert(key, true) == Some(false) {
                order.push(tensor);
            }
            continue;
        }
        if met.contains_key(&key) || !tensor.node.is_tracked {
            continue;
        }
        met.insert(key, false);
        let source = tensor.node.source();
        stack.push((tensor, true));
        if let Some(source) = source {
            stack.extend(source.inputs().into_iter().map(|input| (input.clone(), false)));
        }
    }
    order
}

/// The gradient for each input of a source, given that of its output.
fn of_source(source: &Source, output: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
    match source {
        Source::Constant(_) | Source::Scalar(_) | Source::Index | Source::Random(_) => Ok(Vec::new()),
        Source::View(view, x) => Ok(vec![of_view(view, x, c)?]),
        Source::Unary(function, x) => Ok(vec![of_unary(*function, x, output, c)?]),
        Source::Binary(function, a, b) => of_binary(*function, a, b, output, c),
        Source::Select(condition, ..) => {
            let zero = Tensor::full(0.0, c.shape(), &c.device())?;
            Ok(vec![None, Some(condition.select(c, &zero)?), Some(condition.select(&zero, c)?)])
        }
        Source::Reduce(reduction, x) => Ok(vec![Some(of_reduction(*reduction, x, output, c)?)]),
        Source::Op(op, inputs) => op.gradient(inputs, output, c),
    }
}

fn of_view(view: &View, x: &Tensor, c: &Tensor) -> Result<Option<Tensor>> {
    Ok(Some(match view {
        View::Reshape => c.reshape(x.shape())?,
        View::Permute(order) => {
            let mut inverse = vec![0; order.len()];
            for (to, &from) in order.iter().enumerate() {
                inverse[from] = to;
            }
            c.permute(&inverse)?
        }
        View::Broadcast => c.sum_to(x.shape())?,
        View::Slice { dim, start } => {
            let after = x.shape()[*dim] - start - c.shape()[*dim];
            c.pad(*dim, *start, after)?
        }
        View::Flip(dim) => c.flip(*dim)?,
        View::Detach => return Ok(None),
    }))
}

fn of_unary(function: Unary, x: &Tensor, y: &Tensor, c: &Tensor) -> Result<Option<Tensor>> {
    Ok(Some(match function {
        Unary::Neg => c.neg()?,
        Unary::Copy => c.clone(),
        Unary::Abs => c.mul(&x.sign()?)?,
        Unary::Exp => c.mul(y)?,
        Unary::Ln => c.div(x)?,
        Unary::Sqrt => c.div(&y.scale(2.0)?)?,
        Unary::Recip => c.mul(&y.mul(y)?)?.neg()?,
        // 1 − y²
        Unary::Tanh => c.sub(&c.mul(&y.mul(y)?)?)?,
        // y (1 − y)
        Unary::Sigmoid => c.mul(&y.sub(&y.mul(y)?)?)?,
        // 2 / √π · exp(−x²)
        Unary::Erf => c.mul(&x.mul(x)?.neg()?.exp()?.scale(std::f32::consts::FRAC_2_SQRT_PI)?)?,
        // Φ(x) + x φ(x)
        Unary::GeluErf => {
            let cdf = x.scale(std::f32::consts::FRAC_1_SQRT_2)?.erf()?.shift(1.0)?.scale(0.5)?;
            let density = x.mul(x)?.scale(-0.5)?.exp()?.scale(0.398_942_3)?; // 1 / √(2π)
            c.mul(&cdf.add(&x.mul(&density)?)?)?
        }
        Unary::Sin => c.mul(&x.cos()?)?,
        Unary::Cos => c.mul(&x.sin()?)?.neg()?,
        Unary::Relu => {
            let zero = Tensor::full(0.0, c.shape(), &c.device())?;
            zero.less(y)?.select(c, &zero)?
        }
        Unary::Sign | Unary::Floor => return Ok(None),
    }))
}

fn of_binary(function: Binary, a: &Tensor, b: &Tensor, y: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
    let zero = || Tensor::full(0.0, c.shape(), &c.device());
    let (of_a, of_b) = match function {
        Binary::Add => (c.clone(), c.clone()),
        Binary::Sub => (c.clone(), c.neg()?),
        Binary::Mul => (c.mul(b)?, c.mul(a)?),
        Binary::Div => {
            let of_a = c.div(b)?;
            let of_b = of_a.mul(y)?.neg()?;
            (of_a, of_b)
        }
        // Where both are equal the first has it all.
        Binary::Max => {
            let is_second = a.less(b)?;
            (is_second.select(&zero()?, c)?, is_second.select(c, &zero()?)?)
        }
        Binary::Min => {
            let is_second = b.less(a)?;
            (is_second.select(&zero()?, c)?, is_second.select(c, &zero()?)?)
        }
        // b a^(b−1), and y ln a where a > 0
        Binary::Pow => {
            let of_a = c.mul(&b.mul(&a.pow(&b.shift(-1.0)?)?)?)?;
            let of_b = zero()?.less(a)?.select(&c.mul(&y.mul(&a.ln()?)?)?, &zero()?)?;
            (of_a, of_b)
        }
        Binary::Less | Binary::LessEqual | Binary::Equal => return Ok(vec![None, None]),
    };
    Ok(vec![Some(of_a), Some(of_b)])
}

/// The largest shares its gradient evenly with its equals, as torch's `amax` does.
fn of_reduction(reduction: Reduction, x: &Tensor, y: &Tensor, c: &Tensor) -> Result<Tensor> {
    let Reduction { reducer, outer, middle, inner } = reduction;
    let stretch = |t: &Tensor| t.reshape(&[outer, 1, inner])?.broadcast_to(&[outer, middle, inner]);
    let spread = match reducer {
        Reducer::Sum => stretch(c)?,
        Reducer::Max | Reducer::Min => {
            let is_best = x.reshape(&[outer, middle, inner])?.equal(&stretch(y)?)?;
            let n_best = is_best.sum(1)?;
            is_best.mul(&stretch(&c.reshape(&[outer, inner])?.div(&n_best)?)?)?
        }
    };
    spread.reshape(x.shape())
}
