//! What a Llama's `config.json` may ask for and the forward pass lacks.

use super::variant::Variant;
use crate::Result;
use crate::fields::Fields;

/// Refuses by name what would silently change every number.
pub(super) fn refuse_what_is_not_here(fields: &Fields, variant: &Variant, n_blocks: usize) -> Result<()> {
    let silu = ["silu".into(), "swish".into()];
    fields.refuse("hidden_act", &silu, "only the gated SiLU is here")?;
    for flag in ["attention_bias", "mlp_bias"] {
        if !variant.bias_flags.contains(&flag) {
            fields.refuse(flag, &[false.into()], "this architecture has no such biases")?;
        }
    }
    refuse_windows(fields, variant, n_blocks)?;
    fields.refuse("rope_interleaved", &[false.into()], "rotary pairs here are the two halves of a head")?;
    fields.refuse("use_mrope", &[false.into()], "positions here count tokens, not rows and columns")?;
    fields.refuse("partial_rotary_factor", &[1.into(), 1.0.into()], "a head here rotates as a whole")?;
    fields.refuse("quantization_config", &[], "only weights in f32, f16 or bf16 are read")?;
    for rope in ["rope_scaling", "rope_parameters"].iter().filter_map(|name| fields.inside(name)) {
        rope.refuse("partial_rotary_factor", &[1.into(), 1.0.into()], "a head rotates as a whole")?;
    }
    Ok(())
}

fn refuse_windows(fields: &Fields, variant: &Variant, n_blocks: usize) -> Result<()> {
    let reason = "attention here sees the whole text before a token";
    fields.refuse("use_sliding_window", &[false.into()], reason)?;
    if !variant.has_window_switch {
        fields.refuse("sliding_window", &[false.into()], reason)?;
    }
    fields.refuse("layer_types", &[vec!["full_attention"; n_blocks].into()], reason)
}
