//! `inscape compare` and `inscape rdm`.

use std::path::{Path, PathBuf};

use formats::{Array, npy};
use recipe::{Comparison, compare_arrays, list_measures, rdm_of_array};

use crate::failure::Failure;
use crate::file::{read_file, write_file};

/// Arguments of `inscape compare`.
#[derive(clap::Args)]
pub struct CompareArguments {
    /// Activations [n_stimuli, n_units], or an RDM for `rdm_…` measures.
    #[arg(value_name = "A.npy", required_unless_present = "list")]
    a: Option<PathBuf>,
    /// The other array.
    #[arg(value_name = "B.npy", required_unless_present = "list")]
    b: Option<PathBuf>,
    /// The measure's exact name; see --list.
    #[arg(long, value_name = "NAME", required_unless_present = "list")]
    measure: Option<String>,
    /// Print all measures as a JSON array of {"name", "about"}.
    #[arg(long)]
    list: bool,
}

/// Arguments of `inscape rdm`.
#[derive(clap::Args)]
pub struct RdmArguments {
    /// Activations [n_stimuli, n_units].
    #[arg(value_name = "A.npy")]
    a: PathBuf,
    /// The distance's exact name; see `inscape list`.
    #[arg(long, value_name = "NAME")]
    distance: String,
    /// File for the square RDM [n_stimuli, n_stimuli], f64.
    #[arg(long, value_name = "R.npy")]
    out: PathBuf,
}

/// Prints the measure's value, or the list.
pub fn compare(arguments: &CompareArguments) -> Result<(), Failure> {
    if arguments.list {
        return print_json(&list_measures());
    }
    let (Some(a), Some(b), Some(measure)) = (&arguments.a, &arguments.b, &arguments.measure) else {
        return Err(Failure::new("give two .npy files and --measure NAME, or --list"));
    };
    print_json(&compare_arrays(measure, &read_npy(a)?, &read_npy(b)?)?)
}

/// Writes the RDM and prints its mean dissimilarity.
pub fn rdm(arguments: &RdmArguments) -> Result<(), Failure> {
    let rdm = rdm_of_array(&arguments.distance, &read_npy(&arguments.a)?)?;
    write_file(&arguments.out, &npy::write(&rdm)?)?;
    let n_stimuli = rdm.shape[0];
    let total: f64 = rdm.to_f64()?.iter().sum();
    let value = total / (n_stimuli * (n_stimuli - 1)) as f64;
    print_json(&Comparison { measure: arguments.distance.clone(), value, n_stimuli })
}

fn read_npy(path: &Path) -> Result<Array, Failure> {
    npy::read(&read_file(path)?).map_err(|error| Failure::new(format!("{}: {error}", path.display())))
}

/// Prints a value as JSON on standard output.
pub fn print_json(value: &impl serde::Serialize) -> Result<(), Failure> {
    use std::io::Write;
    let text = serde_json::to_string(value)
        .map_err(|error| Failure::new(format!("writing JSON failed: {error}")))?;
    // A reader that closed early, as `head` does, is no failure.
    let _ = writeln!(std::io::stdout(), "{text}");
    Ok(())
}
