//! Small networks that train in front of a visitor: tasks as data, one run, its report.
//!
//! A task says what it learns from, how, and what it must reach ([`TaskCard`]). [`run_training`] reads the
//! data files, makes the steps with breaths between them, and returns a [`TrainReport`]. To add a task: its
//! file here and its line in [`task_list`].

mod austen;
mod card;
mod fashion;
mod folder;
mod garments;
mod mixed;
mod run;
mod task;
mod tiny_lm;
mod tiny_lstm;

pub use card::{Metric, TaskCard, TrainOptions, TrainPoint, TrainProgress, TrainReport};
pub use folder::ModelFolder;
pub use run::{TrainHost, run_training};

use crate::{Error, Result};
use task::Task;

/// A named file that the page or the terminal has read.
pub struct DataFile {
    /// As in the card.
    pub name: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

/// All tasks.
fn task_list() -> Vec<Box<dyn Task>> {
    vec![
        Box::new(fashion::Mlp),
        Box::new(fashion::Cnn),
        Box::new(fashion::Vit),
        Box::new(austen::Decoder),
        Box::new(tiny_lm::TinyGpt2),
        Box::new(tiny_lm::TinyLlama),
        Box::new(tiny_lstm::TinyCharLstm),
    ]
}

/// The cards of all tasks.
pub fn list_tasks() -> Vec<TaskCard> {
    task_list().iter().map(|task| task.card()).collect()
}

/// The task of this name.
fn find_task(id: &str) -> Result<Box<dyn Task>> {
    let mut tasks = task_list();
    match tasks.iter().position(|task| task.card().id == id) {
        Some(at) => Ok(tasks.swap_remove(at)),
        None => {
            let known: Vec<String> = tasks.iter().map(|task| task.card().id).collect();
            Err(Error::Recipe(format!("no training task is called {id:?}; there are {}", known.join(", "))))
        }
    }
}
