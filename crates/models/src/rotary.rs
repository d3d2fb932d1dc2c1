//! What configurations say about rotary positions.

use crate::Result;
use crate::fields::Fields;

/// Fails when a configuration stretches its rotary positions beyond the trained length, in either of the places
/// where it may say so.
pub(crate) fn refuse_stretched(fields: &Fields) -> Result<()> {
    let reason = "rotary positions here are not stretched beyond the trained length";
    for name in ["rope_scaling", "rope_parameters"] {
        match fields.inside(name) {
            None => fields.refuse(name, &[], reason)?,
            Some(rope) => {
                for kind in ["rope_type", "type"] {
                    rope.refuse(kind, &["default".into()], reason)?;
                }
                rope.refuse("factor", &[1.into(), 1.0.into()], reason)?;
            }
        }
    }
    Ok(())
}
