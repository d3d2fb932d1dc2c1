// What training says across the worker's boundary. Same names and fields as in crates/recipe.

/** What is measured on data that the network never learnt from. */
export interface Metric {
  /** `test accuracy`, `validation loss`. */
  name: string;
  /** `%`, `nats per character`. */
  unit: string;
  target: number;
  is_higher_better: boolean;
}

/** A network, its data and how it is trained. */
export interface TaskCard {
  id: string;
  title: string;
  about: string;
  /** Folder under `models/`. */
  data: string;
  train_files: string[];
  test_files: string[];
  network: string;
  n_parameters: number;
  optimiser: string;
  batch: number;
  n_steps: number;
  steps_per_epoch: number;
  metric: Metric;
  budget_secs: number;
}

export interface TrainOptions {
  task: string;
  seed: number;
  /** The first parts of the training data only. */
  n_train_files?: number | undefined;
  /** Fewer steps than the task's. */
  n_steps?: number | undefined;
}

/** One point of the curves. `loss` is that of the step's batch. */
export interface TrainPoint {
  step: number;
  epoch: number;
  loss: number;
  /** Learning rate. */
  rate: number;
  /** Where the network was just tested. */
  metric?: number;
}

export interface TrainProgress {
  step: number;
  n_steps: number;
  steps_per_sec: number;
  seconds_left?: number;
}

export interface TrainReport {
  task: string;
  seed: number;
  step: number;
  n_steps: number;
  loss: number;
  metric?: number;
  /** SHA-256 of the final weights in hex. */
  sha256: string;
  backend: string;
  device: string;
  precision: 'f32';
  engine_version: string;
  n_train: number;
  n_test: number;
  seconds: number;
  kernels_per_step: number;
  allocated_bytes_per_step: number;
  /** The parameters as a safetensors file. */
  weights: Uint8Array;
}
