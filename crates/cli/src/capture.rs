//! `inscape capture`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use recipe::Pool;

use crate::failure::Failure;
use crate::file::write_file;
use crate::open::{DeviceName, open_model};
use crate::progress::Terminal;
use crate::stimuli::Source;

/// Arguments of `inscape capture`.
#[derive(clap::Args)]
pub struct Arguments {
    /// Model folder: config.json, model.safetensors, tokenizer.json for text.
    #[arg(long, value_name = "DIR")]
    model: PathBuf,
    #[command(flatten)]
    source: Source,
    /// Sites by name or alias, separated by commas.
    #[arg(long, value_name = "A,B", value_delimiter = ',', required = true)]
    sites: Vec<String>,
    /// Safetensors file to write: one tensor a site.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// A change on the way, as “z.18 heads 6, 7 = zero” (or = mean, = × 2); may be given again.
    #[arg(long, value_name = "CHANGE")]
    change: Vec<String>,
    /// How each stimulus becomes one vector; `none` keeps all axes.
    #[arg(long, value_enum, default_value = "none")]
    pool: PoolName,
    /// Where the model runs.
    #[arg(long, value_enum, default_value = "cpu")]
    device: DeviceName,
}

/// [`Pool`] on the command line.
#[derive(Clone, Copy, clap::ValueEnum)]
enum PoolName {
    /// All values; shorter texts end in zeros.
    None,
    /// Mean over positions or space.
    Mean,
    /// Last position.
    Last,
    /// First position, BERT's [CLS].
    Cls,
}

impl From<PoolName> for Pool {
    fn from(name: PoolName) -> Self {
        match name {
            PoolName::None => Self::None,
            PoolName::Mean => Self::Mean,
            PoolName::Last => Self::Last,
            PoolName::Cls => Self::Cls,
        }
    }
}

/// Captures and writes; the file's metadata says how.
pub async fn run(arguments: &Arguments) -> Result<(), Failure> {
    let device = arguments.device.open().await?;
    let mut session = open_model(&arguments.model, device).await?;
    session.set_changes(&arguments.change)?;
    let stimuli = arguments.source.read(&arguments.model).await?;
    let pool = Pool::from(arguments.pool);
    let captured = session.capture(&arguments.sites, pool, &stimuli, &mut Terminal::new()).await?;
    for site in &captured {
        let n_bad = site.values.iter().filter(|value| !value.is_finite()).count();
        if n_bad > 0 {
            eprintln!(
                "inscape: {} of {} values at {} are NaN or infinite.",
                n_bad,
                site.values.len(),
                site.site
            );
        }
    }
    let mut metadata = BTreeMap::from([
        ("engine".to_owned(), format!("inscape {}", recipe::ENGINE_VERSION)),
        ("pool".to_owned(), format!("{pool:?}").to_lowercase()),
        ("stimuli".to_owned(), serde_json::to_string(&stimuli.labels()).unwrap_or_default()),
    ]);
    if !arguments.change.is_empty() {
        metadata.insert("changes".to_owned(), arguments.change.join("; "));
    }
    if let Some(first) = captured.first().filter(|first| !first.n_positions.is_empty()) {
        metadata.insert("n_positions".to_owned(), format!("{:?}", first.n_positions));
    }
    let tensors: Vec<(String, Vec<usize>, &[f32])> = arguments
        .sites
        .iter()
        .zip(&captured)
        .map(|(asked, site)| (asked.trim().to_owned(), site.shape.clone(), site.values.as_slice()))
        .collect();
    write_file(&arguments.out, &formats::safetensors::write(&tensors, &metadata)?)
}
