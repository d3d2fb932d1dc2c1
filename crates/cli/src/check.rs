//! `inscape check`: whether a model's sites are what their names say.

use std::path::PathBuf;

use crate::failure::Failure;
use crate::measure::print_json;
use crate::open::{DeviceName, open_model};
use crate::progress::Terminal;

/// Arguments of `inscape check`.
#[derive(clap::Args)]
pub struct Arguments {
    /// Model folder: config.json, model.safetensors.
    #[arg(long, value_name = "DIR")]
    model: PathBuf,
    /// Where the model runs.
    #[arg(long, value_enum, default_value = "cpu")]
    device: DeviceName,
}

/// Prints `{"input", "n_sites", "tolerance", "identities": [{"statement", "deviation", "holds"}], "absent"}`; fails when one
/// does not hold.
pub async fn run(arguments: &Arguments) -> Result<(), Failure> {
    let mut session = open_model(&arguments.model, arguments.device.open().await?).await?;
    let check = session.check_sites(&mut Terminal::new()).await?;
    print_json(&check)?;
    let broken: Vec<&str> =
        check.identities.iter().filter(|one| !one.holds).map(|one| one.statement.as_str()).collect();
    match broken.as_slice() {
        [] => Ok(()),
        [first, ..] => Err(Failure::new(format!(
            "{} of {} identities do not hold within {:e}, the first: {first}",
            broken.len(),
            check.identities.len(),
            check.tolerance
        ))),
    }
}
