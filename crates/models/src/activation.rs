//! The function between the two halves of an MLP, by the names that configurations use.

use serde_json::Value;
use tensor::Tensor;

use crate::Result;
use crate::fields::Fields;

/// An elementwise function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Activation {
    /// `x Φ(x)` with the exact error function (Hendrycks & Gimpel 2016, arXiv:1606.08415).
    Gelu,
    /// The same with Φ approximated by tanh, as in the first GPT.
    GeluTanh,
    /// `max(x, 0)`.
    Relu,
    /// `x σ(x)`.
    Silu,
}

/// Hugging Face's names. Several mean one function, computed with other roundings.
const SPELLINGS: &[(&str, Activation)] = &[
    ("gelu", Activation::Gelu),
    ("gelu_python", Activation::Gelu),
    ("gelu_new", Activation::GeluTanh),
    ("gelu_fast", Activation::GeluTanh),
    ("gelu_pytorch_tanh", Activation::GeluTanh),
    ("relu", Activation::Relu),
    ("silu", Activation::Silu),
    ("swish", Activation::Silu),
];

impl Activation {
    /// What the field `name` says; `default` when absent. Refuses every other function by name.
    pub fn read(fields: &Fields, name: &str, default: Self) -> Result<Self> {
        if !fields.has(name) {
            return Ok(default);
        }
        let names: Vec<&str> = SPELLINGS.iter().map(|(spelling, _)| *spelling).collect();
        let harmless: Vec<Value> = names.iter().map(|name| Value::from(*name)).collect();
        fields.refuse(name, &harmless, &format!("the activations here are {}", names.join(", ")))?;
        let chosen = fields.choice(name, &names)?;
        let found = SPELLINGS.iter().find(|(spelling, _)| *spelling == chosen);
        Ok(found.map_or(default, |(_, activation)| *activation))
    }

    pub fn apply(self, x: &Tensor) -> Result<Tensor> {
        Ok(match self {
            Self::Gelu => x.gelu_erf()?,
            Self::GeluTanh => x.gelu_tanh()?,
            Self::Relu => x.relu()?,
            Self::Silu => x.silu()?,
        })
    }

    /// Its name in a formula.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gelu => "GELU",
            Self::GeluTanh => "GELU (by tanh)",
            Self::Relu => "ReLU",
            Self::Silu => "SiLU",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_spelling_is_taken_and_another_one_is_refused_by_name() {
        let read = |text: &str| {
            let fields =
                Fields::parse(format!(r#"{{"model_type": "x", "act": {text}}}"#).as_bytes()).unwrap();
            Activation::read(&fields, "act", Activation::Relu)
        };
        for (spelling, activation) in SPELLINGS {
            assert_eq!(read(&format!("\"{spelling}\"")).unwrap(), *activation);
        }
        assert_eq!(read("null").unwrap(), Activation::Relu);
        let error = read("\"quick_gelu\"").unwrap_err().to_string();
        assert!(error.contains("quick_gelu") && error.contains("gelu_new"), "{error}");
        assert!(read("3").is_err());
    }
}
