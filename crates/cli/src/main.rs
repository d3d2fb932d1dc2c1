//! `inscape`: the lab's recipes in a terminal.
//!
//! Results go to standard output as JSON (or to the file that `--out` names), progress and
//! errors to standard error. The exit code is 0, or 1 with one plain sentence; that of an experiment is 1 when a claim fails.

#![allow(clippy::print_stdout, reason = "a command's results go to standard output")]

mod arrays;
mod bench;
mod capture;
mod check;
mod experiment;
mod failure;
mod file;
mod groups;
mod list;
mod measure;
mod open;
mod pairs;
mod progress;
mod rdms;
mod run;
mod stimuli;
mod train;
mod write;

use clap::{Parser, Subcommand};

/// Look inside neural networks: capture activations, compare representations.
#[derive(Parser)]
#[command(name = "inscape", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Compare arrays with what was measured: intervals, p-values, noise ceiling.
    Against(arrays::ReferenceArguments),
    /// Time the engine on the workloads that its peers run too.
    Bench(bench::Arguments),
    /// Capture activations of stimuli at named sites into a safetensors file.
    Capture(capture::Arguments),
    /// Try the identities that define a model's sites, on one short input.
    Check(check::Arguments),
    /// Put stimuli into groups: by a tree, k-means or a graph of neighbours.
    Cluster(groups::ClusterArguments),
    /// Compare two .npy arrays by a measure; prints {"measure", "value", "n_stimuli"}.
    Compare(measure::CompareArguments),
    /// Lay stimuli out in the plane: PCA, MDS, t-SNE, UMAP.
    Embed(arrays::EmbedArguments),
    /// Predict an array from another, or several, by ridge regression, on stimuli that it did not see.
    Encode(arrays::EncodeArguments),
    /// How much arrays differ along the edges of a graph of their stimuli: Dirichlet energy.
    Energy(rdms::EnergyArguments),
    /// Make the RDM of conditions that were measured several times; transform it, count its components and loops.
    Geometry(rdms::GeometryArguments),
    /// Estimate the mutual information of two arrays.
    Mi(arrays::InformationArguments),
    /// How far named vectors follow ratings of pairs, as of words.
    Pairs(pairs::Arguments),
    /// Read classes from an array, on stimuli that the decoder did not see.
    Probe(arrays::ProbeArguments),
    /// Make the RDM of a .npy array of activations.
    Rdm(measure::RdmArguments),
    /// Draw RDMs of arrays, several side by side, as figures in a report.
    Rdms(groups::RdmsArguments),
    /// List what can be named: measures, distances, architectures, and a model's sites.
    List(list::Arguments),
    /// Explain an RDM by a mixture of model RDMs, and say what each adds.
    Regress(rdms::RegressArguments),
    /// Run an experiment by its name, or a bench recipe, and write its report.
    Run(run::Arguments),
    /// Numbers for each array alone: dimension, isotropy, and with labels classes and selectivity.
    Summarise(arrays::SummariseArguments),
    /// Train a small network and report its weights' hash.
    Train(train::Arguments),
    /// Write on from a prompt, or list the likeliest next tokens.
    Write(write::Arguments),
}

fn main() -> std::process::ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) if error.use_stderr() => {
            eprintln!("{}", failure::usage_sentence(&error));
            return std::process::ExitCode::from(2);
        }
        // --help and --version.
        Err(error) => {
            let _ = error.print();
            return std::process::ExitCode::SUCCESS;
        }
    };
    let result = match cli.command {
        Command::Against(arguments) => pollster::block_on(arrays::against(&arguments)),
        Command::Bench(arguments) => pollster::block_on(bench::run(&arguments)),
        Command::Capture(arguments) => pollster::block_on(capture::run(&arguments)),
        Command::Check(arguments) => pollster::block_on(check::run(&arguments)),
        Command::Cluster(arguments) => pollster::block_on(groups::cluster(&arguments)),
        Command::Compare(arguments) => measure::compare(&arguments),
        Command::Embed(arguments) => pollster::block_on(arrays::embed(&arguments)),
        Command::Encode(arguments) => pollster::block_on(arrays::encode(&arguments)),
        Command::Energy(arguments) => pollster::block_on(rdms::energy(&arguments)),
        Command::Geometry(arguments) => pollster::block_on(rdms::geometry(&arguments)),
        Command::Mi(arguments) => pollster::block_on(arrays::information(&arguments)),
        Command::Pairs(arguments) => pollster::block_on(pairs::run(&arguments)),
        Command::Probe(arguments) => pollster::block_on(arrays::probe(&arguments)),
        Command::Rdm(arguments) => measure::rdm(&arguments),
        Command::Rdms(arguments) => pollster::block_on(groups::rdms(&arguments)),
        Command::Regress(arguments) => pollster::block_on(rdms::regress(&arguments)),
        Command::List(arguments) => pollster::block_on(list::run(&arguments)),
        Command::Run(arguments) => pollster::block_on(run::run(&arguments)),
        Command::Summarise(arguments) => pollster::block_on(arrays::summarise(&arguments)),
        Command::Train(arguments) => pollster::block_on(train::run(&arguments)),
        Command::Write(arguments) => pollster::block_on(write::run(&arguments)),
    };
    match result {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            std::process::ExitCode::FAILURE
        }
    }
}
