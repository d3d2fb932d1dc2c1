//! `inscape train`.

use std::path::PathBuf;

use experiments::{Committed, Lab, LabFile, find_committed, list_committed};
use formats::safetensors::Precision;
use recipe::{
    DataFile, TaskCard, TrainHost, TrainOptions, TrainPoint, TrainProgress, list_tasks, run_training,
};
use sha2::{Digest as _, Sha256};

use crate::failure::Failure;
use crate::file::{read_file, write_file};
use crate::measure::print_json;
use crate::open::DeviceName;

/// Arguments of `inscape train`.
#[derive(clap::Args)]
pub struct Arguments {
    /// Which task (`inscape list` names them), or which weights of an experiment: needle-llama, list-readers.
    task: String,
    /// What the first weights, the order of the examples and dropout follow from.
    #[arg(long, default_value_t = 1)]
    seed: u32,
    /// Where it runs.
    #[arg(long, value_enum, default_value = "cpu")]
    device: DeviceName,
    /// The folder that `scripts/models/fetch.py` filled.
    #[arg(long, value_name = "DIR", default_value = "models")]
    models: PathBuf,
    /// Fewer training files than all.
    #[arg(long)]
    n_train_files: Option<usize>,
    /// Fewer steps than all.
    #[arg(long)]
    n_steps: Option<usize>,
    /// Goes on from a file that --keep wrote.
    #[arg(long, value_name = "FILE")]
    resume: Option<PathBuf>,
    /// Writes what a training can be resumed from, every ten seconds.
    #[arg(long, value_name = "FILE")]
    keep: Option<PathBuf>,
    /// Writes the network as a model's folder, which --model of other commands takes: config.json, model.safetensors and,
    /// for text, tokenizer.json.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Rounds the weights in that folder to 16 bits.
    #[arg(long, requires = "out")]
    half: bool,
}

/// Trains a network and prints its report as JSON; points of the curves go to standard error.
pub async fn run(arguments: &Arguments) -> Result<(), Failure> {
    if let Ok(committed) = find_committed(&arguments.task) {
        return train_committed(committed, arguments).await;
    }
    let tasks = list_tasks();
    let Some(card) = tasks.iter().find(|card| card.id == arguments.task) else {
        let of_experiments = list_committed().iter().map(|one| one.name);
        let known: Vec<&str> = tasks.iter().map(|card| card.id.as_str()).chain(of_experiments).collect();
        let (asked, known) = (&arguments.task, known.join(", "));
        return Err(Failure::new(format!("no training task is called {asked:?}; there are {known}")));
    };
    let device = arguments.device.open().await?;
    let n_files = arguments.n_train_files.unwrap_or(usize::MAX).max(1);
    let train = read_files(card, card.train_files.iter().take(n_files), &arguments.models)?;
    let test = read_files(card, card.test_files.iter(), &arguments.models)?;
    let kept = arguments.resume.as_ref().map(|path| read_file(path)).transpose()?;
    let options = TrainOptions {
        task: arguments.task.clone(),
        seed: arguments.seed,
        n_train_files: arguments.n_train_files,
        n_steps: arguments.n_steps,
    };
    let mut host = Terminal { keep: arguments.keep.clone() };
    let mut report = run_training(&options, train, test, kept.as_deref(), &device, &mut host).await?;
    // Bytes do not belong in JSON.
    report.weights.clear();
    if let Some(folder) = &arguments.out {
        let precision = if arguments.half { Precision::Half } else { Precision::Full };
        std::fs::create_dir_all(folder)
            .map_err(|error| Failure::new(format!("cannot make the folder {}: {error}", folder.display())))?;
        for file in report.folder.files(precision)? {
            write_file(&folder.join(&file.name), &file.bytes)?;
        }
    }
    print_json(&serde_json::to_value(&report).map_err(|error| Failure::new(error.to_string()))?)
}

/// Weights that an experiment reads: its own training, which ends in files of 16 bits.
async fn train_committed(committed: &Committed, arguments: &Arguments) -> Result<(), Failure> {
    let read = |name: &&str| -> Result<LabFile, Failure> {
        Ok(LabFile { name: (*name).to_owned(), bytes: read_file(&arguments.models.join(name))? })
    };
    let files = committed.files.iter().map(read).collect::<Result<_, _>>()?;
    let lab = Lab { device: arguments.device.open().await?, files };
    let n_steps = arguments.n_steps.map(|n_steps| n_steps as u64);
    let made = committed.train(&lab, arguments.seed, n_steps, &mut |line| eprintln!("{line}")).await?;
    if let Some(folder) = &arguments.out {
        std::fs::create_dir_all(folder)
            .map_err(|error| Failure::new(format!("cannot make the folder {}: {error}", folder.display())))?;
        for file in &made {
            write_file(&folder.join(&file.name), &file.bytes)?;
        }
    }
    let listed = made.iter().map(|file| {
        serde_json::json!({ "name": file.name, "bytes": file.bytes.len(), "sha256": sha256(&file.bytes) })
    });
    print_json(&serde_json::json!({ "weights": committed.name, "files": listed.collect::<Vec<_>>() }))
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn read_files<'a>(
    card: &TaskCard,
    names: impl Iterator<Item = &'a String>,
    models: &std::path::Path,
) -> Result<Vec<DataFile>, Failure> {
    names
        .map(|name| {
            Ok(DataFile { name: name.clone(), bytes: read_file(&models.join(&card.data).join(name))? })
        })
        .collect()
}

struct Terminal {
    keep: Option<PathBuf>,
}

impl TrainHost for Terminal {
    fn progress(&mut self, _: TrainProgress) {}

    fn point(&mut self, point: TrainPoint) {
        if let Some(metric) = point.metric {
            eprintln!("step {}: loss {:.4}, metric {metric:.4}", point.step, point.loss);
        } else if point.step.is_multiple_of(100) {
            eprintln!("step {}: loss {:.4}", point.step, point.loss);
        }
    }

    fn kept(&mut self, bytes: Vec<u8>, step: usize) {
        if let Some(path) = &self.keep
            && let Err(error) = std::fs::write(path, bytes)
        {
            eprintln!("step {step} could not be kept in {} ({error})", path.display());
        }
    }

    async fn breathe(&mut self) -> recipe::Result<()> {
        Ok(())
    }
}
