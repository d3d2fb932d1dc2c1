//! The largest of equal shares of an image.

use crate::ops::avg_pool2d::{check_shares, share};
use crate::ops::max_pool2d::Pool;
use crate::{Error, Result, Tensor};

impl Tensor {
    /// `[batch, channels, height, width]` → `[batch, channels, size…]`: the largest of each of equal shares,
    /// which overlap where `size` does not divide the image (torch's `adaptive_max_pool2d`). NaN is ignored.
    /// Where they overlap, equals share the gradient.
    pub fn adaptive_max_pool2d(&self, size: [usize; 2]) -> Result<Tensor> {
        let [_, _, height, width] = *self.shape() else {
            let found = format!("{:?}", self.shape());
            return Err(Error::shape("adaptive_max_pool2d", "[batch, channels, height, width]", found));
        };
        let image = [height, width];
        check_shares("adaptive_max_pool2d", image, size)?;
        if image[0] % size[0] == 0 && image[1] % size[1] == 0 {
            let kernel = [image[0] / size[0], image[1] / size[1]];
            return self.max_pool2d_with(&Pool::new(kernel, kernel));
        }
        let mut out = self.clone();
        for axis in [0, 1] {
            let largest = |at: usize| {
                let share = share(image[axis], size[axis], at);
                out.slice(2 + axis, share.start, share.len())?.max(2 + axis)
            };
            let parts: Vec<Tensor> = (0..size[axis]).map(largest).collect::<Result<_>>()?;
            out = Tensor::stack(&parts.iter().collect::<Vec<_>>(), 2 + axis)?;
        }
        Ok(out)
    }
}
