//! How much a forward pass multiplies, estimated from the shapes of its sites and weights.

use crate::route::Route;
use crate::{Axis, Result, Site};

impl Route {
    /// Multiply-adds of the products and convolutions of one stimulus up to the deepest of the asked-for sites; of texts, one
    /// of `n_pos` tokens. Norms and activations are left out, and a convolution within a block counts as if it gave the
    /// block's own map.
    pub fn multiply_adds(&self, asked: &[&str], n_pos: usize) -> Result<u64> {
        let (mut total, mut d_model, mut d_head) = (0_u64, 1, 1);
        for (site, needs) in self.up_to(asked)? {
            let rows = rows(site, n_pos);
            let is_lookup = site.name.ends_with("embed");
            let last = site.axes.last().map_or(1, |axis| axis.size(n_pos)) as u64;
            let is_said = has_axis(site, "vocab");
            for weight in needs {
                // Tables are looked up; vectors and position embeddings of rank 3 are added.
                let is_matrix = weight.shape.len() == 2 && !is_lookup && !weight.is_table;
                // One matrix gives the logits, the embedding or a head.
                let gives_logits = is_said && weight.shape.contains(&(last as usize));
                if weight.shape.len() == 4 || (is_matrix && !gives_logits) {
                    total = total.saturating_add((weight.count() as u64).saturating_mul(rows));
                }
            }
            if site.name.ends_with("hook_pattern") {
                // Scores, and the values that the pattern mixes.
                total = total.saturating_add(2 * site.units(n_pos) as u64 * d_head);
            }
            if is_said {
                total = total.saturating_add(rows * d_model * last);
            }
            match site.axes.iter().any(|axis| matches!(axis, Axis::Head(_))) {
                true if has_axis(site, "d_head") => d_head = last,
                true => {}
                false => d_model = last,
            }
        }
        Ok(total)
    }
}

/// How often a weight is used: once a position of a text, a token or a pixel of an image.
fn rows(site: &Site, n_pos: usize) -> u64 {
    let size = |axis: &Axis| match axis {
        Axis::Pos | Axis::Height(_) | Axis::Width(_) | Axis::Unit { name: "token", .. } => axis.size(n_pos),
        _ => 1,
    };
    site.axes.iter().map(|axis| size(axis) as u64).product()
}

fn has_axis(site: &Site, wanted: &str) -> bool {
    site.axes.iter().any(|axis| matches!(axis, Axis::Unit { name, .. } if *name == wanted))
}
