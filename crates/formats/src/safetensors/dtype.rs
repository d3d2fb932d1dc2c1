//! The element types of safetensors.

use std::fmt;

/// An element type that the format knows. Source: `Dtype` in `safetensors/src/tensor.rs`, 0.8.
/// All can be named and measured; [`Dtype::is_supported`] says which can be decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(non_camel_case_types, missing_docs)] // the names are the format's own
pub enum Dtype {
    F64,
    F32,
    F16,
    BF16,
    I64,
    I32,
    I16,
    I8,
    U64,
    U32,
    U16,
    U8,
    BOOL,
    C64,
    F8_E4M3,
    F8_E5M2,
    F8_E8M0,
    F8_E4M3FNUZ,
    F8_E5M2FNUZ,
    F6_E2M3,
    F6_E3M2,
    F4,
}

/// Each type with its name in a header and its bits an element.
const TABLE: [(Dtype, &str, u64); 22] = [
    (Dtype::F64, "F64", 64),
    (Dtype::F32, "F32", 32),
    (Dtype::F16, "F16", 16),
    (Dtype::BF16, "BF16", 16),
    (Dtype::I64, "I64", 64),
    (Dtype::I32, "I32", 32),
    (Dtype::I16, "I16", 16),
    (Dtype::I8, "I8", 8),
    (Dtype::U64, "U64", 64),
    (Dtype::U32, "U32", 32),
    (Dtype::U16, "U16", 16),
    (Dtype::U8, "U8", 8),
    (Dtype::BOOL, "BOOL", 8),
    (Dtype::C64, "C64", 64),
    (Dtype::F8_E4M3, "F8_E4M3", 8),
    (Dtype::F8_E5M2, "F8_E5M2", 8),
    (Dtype::F8_E8M0, "F8_E8M0", 8),
    (Dtype::F8_E4M3FNUZ, "F8_E4M3FNUZ", 8),
    (Dtype::F8_E5M2FNUZ, "F8_E5M2FNUZ", 8),
    (Dtype::F6_E2M3, "F6_E2M3", 6),
    (Dtype::F6_E3M2, "F6_E3M2", 6),
    (Dtype::F4, "F4", 4),
];

impl Dtype {
    /// The type that a header calls `name`, if the format has it.
    pub fn from_name(name: &str) -> Option<Self> {
        TABLE.iter().find(|(_, known, _)| *known == name).map(|(dtype, _, _)| *dtype)
    }

    /// Its name in a header.
    pub fn name(self) -> &'static str {
        TABLE[self as usize].1
    }

    /// Bits of one element: 4, 6, 8, 16, 32 or 64.
    pub fn bits(self) -> u64 {
        TABLE[self as usize].2
    }

    /// Whether [`super::decode_f32`] can read it. Complex numbers and floats of 8 bits or fewer
    /// cannot be read; a file with such a tensor opens, and only that tensor is refused.
    pub fn is_supported(self) -> bool {
        !matches!(
            self,
            Self::C64
                | Self::F8_E4M3
                | Self::F8_E5M2
                | Self::F8_E8M0
                | Self::F8_E4M3FNUZ
                | Self::F8_E5M2FNUZ
                | Self::F6_E2M3
                | Self::F6_E3M2
                | Self::F4
        )
    }

    pub(super) fn list() -> String {
        TABLE.map(|(_, name, _)| name).join(", ")
    }

    pub(super) fn list_supported() -> String {
        let names: Vec<&str> =
            TABLE.iter().filter(|(dtype, _, _)| dtype.is_supported()).map(|(_, name, _)| *name).collect();
        names.join(", ")
    }
}

impl fmt::Display for Dtype {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_type() {
        for (index, (dtype, name, _)) in TABLE.iter().enumerate() {
            assert_eq!(*dtype as usize, index);
            assert_eq!(format!("{dtype:?}"), *name);
        }
    }
}
