mod differences;
mod golden;
mod layers;
mod many;
mod memory;
mod training;
