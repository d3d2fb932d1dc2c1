//! The layers whose units are matched.

/// A layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// Filters of 5 × 5 pixels.
    Conv1,
    /// Filters of 3 × 3 over those.
    Conv2,
    /// The dense layer before the classes.
    Dense,
}

impl Layer {
    /// In the order of the network.
    pub const ALL: [Self; 3] = [Self::Conv1, Self::Conv2, Self::Dense];

    /// Name, label and description of each as the card's parameter has them; the default first.
    pub const TEXTS: [(&str, &str, &str); 3] = [
        ("conv1", "first convolution", "Filters on the pixels."),
        ("conv2", "second convolution", "Filters on the first layer's maps."),
        ("dense", "dense layer", "Units that see the whole picture."),
    ];

    /// By the parameter's name.
    pub fn named(name: &str) -> Self {
        let place = Self::TEXTS.iter().position(|texts| texts.0 == name);
        Self::ALL[place.unwrap_or_default()]
    }

    /// As figures call it.
    pub fn label(self) -> &'static str {
        Self::TEXTS[self as usize].1
    }

    /// As readings call it.
    pub fn name(self) -> &'static str {
        Self::TEXTS[self as usize].0
    }
}
