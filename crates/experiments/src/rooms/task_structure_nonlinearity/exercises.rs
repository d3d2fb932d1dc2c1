//! Questions with answers that the page can check.

use crate::{Condition, Exercise, ExerciseKind, PredictionOption, Value, Values};

/// The exercises.
pub fn exercises() -> Vec<Exercise> {
    let option = |label: &str, condition| PredictionOption { label: label.to_owned(), condition };
    let setting = |name: &str, value| (name.to_owned(), value);
    vec![
        Exercise::new(
            "self-alignment",
            ExerciseKind::Number { answer: 1.0, tolerance: 0.001, unit: String::new() },
            [
                "What is the centred kernel alignment of a kernel with itself?",
                "It is a cosine: the inner product of two centred matrices, divided by both their lengths.",
                "A matrix and itself point in the same direction, so that the cosine is 1. That is why curves that reach 1 mean: the same geometry, up to scale.",
            ],
        ),
        Exercise::new(
            "factored-xor",
            ExerciseKind::Prediction {
                options: vec![
                    option("tanh: the gap is above 0.1", Condition::at_least("gap", 0.1)),
                    option("neither: the gap is within ±0.1", Condition::between("gap", -0.1, 0.1)),
                    option("ReLU: the gap is below −0.1", Condition::at_most("gap", -0.1)),
                ],
                params: Values([setting("structure", Value::Number(0.0)), setting("noise", Value::Number(0.0))].into()),
            },
            [
                "Make the inputs linear in the bits (structure 0) and take the noise away. Which hidden layer will be more aligned with the target XOR?",
                "Negate an input. What happens to the answer of a network of tanh neurons without biases, and what happens to XOR?",
                "Tanh is odd: negating the input negates everything down to the answer. XOR of two bits stays as it is when both are negated, so no such network can learn it. ReLU is not odd, and its network can.",
            ],
        ),
        Exercise::new(
            "close-the-gap",
            ExerciseKind::Setting {
                goal: "Noisy, unstructured inputs, and yet the two hidden layers are alike: a gap within ±0.05 at structure 1.".to_owned(),
                conditions: vec![Condition::between("gap", -0.05, 0.05), Condition::at_least("structure", 1.0)],
            },
            [
                "Find a setting with structure 1 at which the gap in target alignment nearly vanishes.",
                "The table names a nonlinearity with ReLU's sharp corners that is alike on both sides of the origin.",
                "Clipping to ±1 against tanh does it: what counts is not smoothness but that a neuron learns from inputs on both sides of the origin.",
            ],
        ),
    ]
}
