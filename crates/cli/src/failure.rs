//! Why a command failed, in one sentence.

/// One plain sentence for standard error.
#[derive(Debug)]
pub struct Failure(String);

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // One line, whatever a library put into its message.
        let line = self.0.split_whitespace().collect::<Vec<_>>().join(" ");
        let end = if line.ends_with(['.', '!', '?']) { "" } else { "." };
        write!(f, "inscape: {line}{end}")
    }
}

impl Failure {
    /// A failure found here.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl From<recipe::Error> for Failure {
    fn from(error: recipe::Error) -> Self {
        let report = error.report();
        Self(report.message)
    }
}

impl From<formats::Error> for Failure {
    fn from(error: formats::Error) -> Self {
        Self(error.to_string())
    }
}

/// clap's report of a wrong command line as one sentence.
pub fn usage_sentence(error: &clap::Error) -> Failure {
    let text = error.to_string();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let told: Vec<&str> =
        lines.take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more")).collect();
    let told = told.join(" ");
    let told = told.trim_start_matches("error: ");
    Failure(format!("{told}; see `inscape --help`"))
}
