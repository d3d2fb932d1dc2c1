mod cards;
mod runs;
mod types;
mod values;
