//! Progress on standard error, when it is a terminal.

use std::io::{IsTerminal, Write};

use recipe::{Host, Progress, Result};

/// Shows one changing line.
pub struct Terminal {
    is_shown: bool,
}

impl Terminal {
    /// Shows progress if standard error is a terminal.
    pub fn new() -> Self {
        Self { is_shown: std::io::stderr().is_terminal() }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if self.is_shown {
            eprint!("\r\x1b[K");
        }
    }
}

impl Host for Terminal {
    fn report(&mut self, progress: Progress) {
        if self.is_shown {
            let left =
                progress.seconds_left.map_or(String::new(), |secs| format!(", about {secs:.0} s left"));
            eprint!("\r\x1b[K{}: {:.0} %{left}", progress.stage, 100.0 * progress.done);
            // A line that does not show yet is no reason to stop.
            let _ = std::io::stderr().flush();
        }
    }

    async fn breathe(&mut self) -> Result<()> {
        Ok(())
    }
}
