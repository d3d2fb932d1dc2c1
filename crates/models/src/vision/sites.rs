//! The sites of a vision transformer and the weights that each first needs.

use super::{Head, Vision};
use crate::prenorm::{add_blocks, add_last_norm, identities as identities_of_blocks};
use crate::route::Route;
use crate::{Axis, Identity, WeightRequest};

/// Every site in forward order.
pub(super) fn route(config: &Vision) -> Route {
    let mut route = Route::new(config.architecture);
    add_embedding(&mut route, config);
    let start = match config.has_first_norm {
        true => "resid_pre = full_embed through the first norm.",
        false => "resid_pre = embed + pos_embed.",
    };
    add_blocks(&mut route, &config.blocks, start);
    add_last_norm(&mut route, &config.blocks);
    let about = "The class token of ln_final_out.";
    route.add("pooled", "cls", &[config.blocks.d_model_axis()], about, vec![]);
    add_head(&mut route, config);
    route
}

fn add_embedding(route: &mut Route, config: &Vision) {
    let (d_model, side, resid) = (config.blocks.d_model, config.image.side, config.blocks.resid());
    let request = |name: &str, shape: &[usize]| config.blocks.names.request(name, shape);
    let pixels = [Axis::Channel(3), Axis::Height(side), Axis::Width(side)];
    route.add("input", "pixels", &pixels, "The preprocessed pixels.", vec![]);

    let names = config.names;
    let mut needs = vec![
        request(&format!("{}.weight", names.patches), &config.patch_shape()),
        request(names.class, &config.class_shape()),
    ];
    if config.has_patch_bias {
        needs.push(request(&format!("{}.bias", names.patches), &[d_model]));
    }
    if config.n_placed > 1 {
        needs.push(request(names.distillation, &[1, 1, d_model]));
    }
    if config.n_registers > 0 {
        needs.push(request(names.registers, &[1, config.n_registers, d_model]));
    }
    let about = match (config.n_placed, config.n_registers) {
        (1, 0) => "The class token, then each patch through one dense layer, row by row.",
        (1, _) => "The class token, the registers, then each patch through one dense layer, row by row.",
        _ => "The class and the distillation token, then each patch through one dense layer, row by row.",
    };
    route.add("hook_embed", "embed", &resid, about, needs);
    let about = match config.n_registers {
        0 => "The position embeddings, the same for every image.",
        _ => "The position embeddings, the same for every image; 0 for registers.",
    };
    let table = request(names.positions, &config.table_shape());
    route.add("hook_pos_embed", "pos_embed", &resid, about, vec![table]);
    if config.has_first_norm {
        route.add("hook_full_embed", "full_embed", &resid, "full_embed = embed + pos_embed.", vec![]);
        let needs =
            ["weight", "bias"].map(|part| request(&format!("{}.{part}", names.first_norm), &[d_model]));
        let about = "full_embed to mean 0 and variance 1, before gain and bias.";
        route.add("ln_pre.hook_normalized", "ln_pre", &resid, about, needs.to_vec());
    }
}

fn add_head(route: &mut Route, config: &Vision) {
    let d_model = config.blocks.d_model;
    let mut add = |site: &str, short: &str, axis: Axis, about: &str, needs: Vec<WeightRequest>| {
        route.add(site, short, &[axis], about, needs);
    };
    let class = |size: usize| Axis::Unit { name: "class", size };
    match config.head {
        Head::Pooled => {}
        Head::Class { n_classes } => {
            let needs = classifier("classifier", n_classes, d_model);
            add("logits", "classifier", class(n_classes), "pooled through the classifier.", needs);
        }
        Head::ClassAndMean { n_classes } => {
            let needs = classifier("classifier", n_classes, 2 * d_model);
            let about = "pooled beside the mean of the patches' ln_final_out, through the classifier.";
            add("logits", "classifier", class(n_classes), about, needs);
        }
        Head::Teacher { n_classes } => {
            let needs = classifier("cls_classifier", n_classes, d_model);
            add("cls_logits", "cls_classifier", class(n_classes), "Logits from the class token.", needs);
            let about = "Logits from the distillation token, trained on what a teacher answered.";
            let needs = classifier("distillation_classifier", n_classes, d_model);
            add("distillation_logits", "distillation_classifier", class(n_classes), about, needs);
            let about = "logits = (cls_logits + distillation_logits) / 2.";
            add("logits", "classifier", class(n_classes), about, vec![]);
        }
        Head::Projection { width } => {
            let needs = vec![WeightRequest::new("visual_projection.weight", &[width, d_model])];
            let about = "pooled in the space that image and text share, as long as it comes.";
            let axis = Axis::Unit { name: "embed", size: width };
            add("embeds", "image_embeds", axis, about, needs);
        }
    }
}

fn classifier(name: &str, n_classes: usize, n_in: usize) -> Vec<WeightRequest> {
    vec![
        WeightRequest::new(format!("{name}.weight"), &[n_classes, n_in]),
        WeightRequest::new(format!("{name}.bias"), &[n_classes]),
    ]
}

/// What the residual stream and the patterns are.
pub(super) fn identities(config: &Vision) -> Vec<Identity> {
    let parts = ["hook_embed", "hook_pos_embed"];
    if !config.has_first_norm {
        return identities_of_blocks(&config.blocks, &parts);
    }
    let mut all = identities_of_blocks(&config.blocks, &[]);
    all.push(Identity::Sum { whole: "hook_full_embed".to_owned(), parts: parts.map(str::to_owned).to_vec() });
    all
}

impl Vision {
    /// The shape of the patches' convolution.
    pub(super) fn patch_shape(&self) -> [usize; 4] {
        [self.blocks.d_model, 3, self.patch, self.patch]
    }

    /// The stored shape of the class token.
    pub(super) fn class_shape(&self) -> Vec<usize> {
        let d_model = self.blocks.d_model;
        if self.names.has_batch { vec![1, 1, d_model] } else { vec![d_model] }
    }

    /// The stored shape of the position table.
    pub(super) fn table_shape(&self) -> Vec<usize> {
        let rows = vec![self.n_placed + self.positions.trained * self.positions.trained, self.blocks.d_model];
        if self.names.has_batch { [vec![1], rows].concat() } else { rows }
    }
}
