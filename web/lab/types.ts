// Generated from crates/recipe by `UPDATE=1 cargo test -p inscape-recipe --test types`; do not edit.

export type Backend = "cpu" | "gpu";

export type BackendChoice = "auto" | "cpu" | "gpu";

export type Pool = "none" | "mean" | "last" | "cls";

export type ModelRef = { id: string, revision: string, sha256: string, };

export type Inputs = { "kind": "bundled", set: string, } | { "kind": "lines", lines: Array<string>, } | { "kind": "files", names: Array<string>, sha256: Array<string>, };

export type FigureDigest = { id: string, hash: string, samples: Array<number>, scale: number, };

export type Digest = { backend: Backend, figures: Array<FigureDigest>, };

export type NextTokens = { prompt: string, n: number, };

export type WritingChoice = { "kind": "greedy", } | { "kind": "sampled", temperature: number, top_k?: number, top_p: number, seed: number, } | { "kind": "beams", n_beams: number, };

export type Writing = { prompt: string, n_new: number, choice: WritingChoice, };

export type Patterns = { text: number, max_tokens: number, };

export type ScoredOn = { "kind": "repeated_random", n_tokens: number, n_sequences: number, seed: number, } | { "kind": "texts" };

export type HeadScores = { score: string, on: ScoredOn, };

export type View = { "kind": "next_tokens" } & NextTokens | { "kind": "writing" } & Writing | { "kind": "patterns" } & Patterns | { "kind": "head_scores" } & HeadScores | { "kind": "patching" } & Patching | { "kind": "ablation" } & Ablation | { "kind": "numbers" } & Numbers;

export type Recipe = { version: number, model: ModelRef, inputs: Inputs, sites: Array<string>, changes: Array<string>, pool: Pool, distance: string, similarity: string, focus: string, has_slow_intervals?: boolean, lens_text: number, views: Array<View>, backend: BackendChoice, engine: string, digest?: Digest, };

export type Verdict = { "kind": "exact" } | { "kind": "close", worst: number, } | { "kind": "differs", figure: string, worst?: number, };

export type Caption = { id: string, finding: string, about: string, unit: string, n: number, alt: string, };

export type Entries = "stimuli" | "sites" | "arrays";

export type Heatmap = { caption: Caption, entries: Entries, labels: Array<string>, values: Float64Array | Array<number>, domain: [number, number], };

export type Scatter = { caption: Caption, labels: Array<string>, x: Float64Array | Array<number>, y: Float64Array | Array<number>, x_name: string, y_name: string, groups?: Array<string>, title?: string, };

export type Curve = { caption: Caption, labels: Array<string>, values: Array<number>, y_name: string, x_name?: string, };

export type LensCell = { token: string, id: number, probability: number, entropy_nats: number, rank_of_next?: number, };

export type Lens = { caption: Caption, layers: Array<string>, tokens: Array<string>, cells: Array<LensCell>, };

export type Column = { name: string, unit: string, };

export type TableValue = number | string;

export type Table = { caption: Caption, title: string, columns: Array<Column>, rows: Array<Array<TableValue>>, };

export type CellKind = "head" | "position" | "other";

export type Grid = { caption: Caption, title: string, rows: Array<string>, columns: Array<string>, row_axis: string, column_axis: string, values: Array<number | null>, domain: [number, number], is_diverging: boolean, cell: CellKind, };

export type AttentionPatterns = { caption: Caption, title: string, tokens: Array<string>, layers: Array<number>, n_heads: number, values: Float32Array | Array<number>, };

export type WrittenToken = { token: string, id: number, probability: number, rank: number, };

export type Continuation = { tokens: Array<WrittenToken>, log_probability: number, has_ended: boolean, };

export type Continuations = { caption: Caption, title: string, prompt: string, texts: Array<Continuation>, };

export type PatchedSite = "resid_pre" | "attn_out" | "mlp_out" | "z";

export type Patching = { clean: string, corrupt: string, answer: string, wrong: string, site: PatchedSite, layers: Array<number>, };

export type Ablated = { "kind": "heads" } | { "kind": "layers" } | { "kind": "neurons", n: number, } | { "kind": "listed_neurons", layer: number, units: Array<number>, };

export type Ablating = "zero" | "mean";

export type Measured = { "kind": "answer", prompt: string, answer: string, } | { "kind": "text", text: number, } | { "kind": "repeated_random", n_tokens: number, seed: number, };

export type Ablation = { what: Ablated, change: Ablating, measure: Measured, layers: Array<number>, };

export type Numbers = { sites: Array<string>, };

export type Band = { name: string, low: number, high: number, };

export type Intervals = { caption: Caption, title: string, labels: Array<string>, values: Array<number>, intervals: Array<[number, number]>, notes: Array<string>, x_name: string, band?: Band, baseline?: number, };

export type Panels = { caption: Caption, title: string, names: Array<string>, labels: Array<string>, values: Float64Array | Array<number>, domain: [number, number], };

export type Tree = { caption: Caption, title: string, labels: Array<string>, merges: Array<[number, number]>, heights: Array<number>, order: Array<number>, n_groups: number, height_name: string, classes?: Array<string>, };

export type NeighbourGraph = { caption: Caption, title: string, labels: Array<string>, x: Array<number>, y: Array<number>, edges: Array<[number, number]>, weights: Array<number>, groups?: Array<string>, };

export type Line = { name: string, values: Array<number | null>, band: Array<[number, number]>, };

export type Lines = { caption: Caption, title: string, x_name: string, y_name: string, x: Array<number>, lines: Array<Line>, };

export type PlanePath = { group: string, x: Array<number>, y: Array<number>, };

export type Plane = { caption: Caption, title: string, x_name: string, y_name: string, paths: Array<PlanePath>, arrows: Array<[number, number, number, number]>, };

export type Figure = { "kind": "heatmap" } & Heatmap | { "kind": "scatter" } & Scatter | { "kind": "curve" } & Curve | { "kind": "lens" } & Lens | { "kind": "table" } & Table | { "kind": "grid" } & Grid | { "kind": "patterns" } & AttentionPatterns | { "kind": "written" } & Continuations | { "kind": "intervals" } & Intervals | { "kind": "panels" } & Panels | { "kind": "tree" } & Tree | { "kind": "neighbour_graph" } & NeighbourGraph | { "kind": "lines" } & Lines | { "kind": "plane" } & Plane;

export type StageTime = { stage: string, seconds: number, };

export type RunFacts = { engine: string, backend: Backend, device: string, precision: string, n_stimuli: number, stimulus_labels: Array<string>, architecture: string, times: Array<StageTime>, };

export type Report = { recipe: Recipe, run: RunFacts, figures: Array<Figure>, warnings: Array<string>, };

export type MetricCard = { title: string, formula: string, source: string, range: string, larger_is: string, unchanged_by: Array<string>, fails: string, };

export type Choice = { name: string, about: string, takes?: string, card: MetricCard, };

export type AnalysisList = { measures: Array<Choice>, distances: Array<Choice>, summaries: Array<Choice>, decoders: Array<Choice>, estimators: Array<Choice>, groupings: Array<Choice>, maps: Array<Choice>, noise_distances: Array<Choice>, transforms: Array<Choice>, further: Array<Choice>, };

export type ArrayKind = "activations" | "rdm" | "rdms" | "labels" | "values" | "other";

export type ArrayCard = { name: string, shape: Array<number>, dtype: string, kind: ArrayKind, n_stimuli: number, n_nan: number, n_infinite: number, sha256: string, understood: string, stimuli: Array<string>, pairs_of?: number, };

export type Reading = "activations" | "rdms";

export type ArrayRef = { name: string, sha256: string, read_as?: Reading, };

export type Prepare = { is_detrended: boolean, is_standardised: boolean, left_out: Array<number>, is_averaged: boolean, };

export type Noise = "ignored" | "full" | "variances" | "towards_identity" | "towards_variances";

export type Transform = { "name": "rank_transform" } | { "name": "geo_topological_transform", lower: number, upper: number, } | { "name": "geodesic_distance", n_neighbours: number, };

export type RdmTask = { array: string, labels: string | null, groups: string | null, distance: string, noise: Noise, transform: Transform | null, has_topology: boolean, };

export type RegressionTask = { arrays: Array<string>, reference: string, distance: string, n_permutations: number, };

export type EnergyTask = { arrays: Array<string>, graph: string, };

export type DataTask = { "kind": "compare", arrays: Array<string>, measure: string, distance: string, has_intervals?: boolean, } | { "kind": "summaries", arrays: Array<string>, labels: string | null, } | { "kind": "reference", arrays: Array<string>, reference: string, distance: string, comparison: string, n_bootstrap: number, n_permutations: number, } | { "kind": "decode", array: string, labels: string, groups: string | null, decoder: string, n_folds: number, n_permutations: number, prepare?: Prepare, control?: string, is_coded?: boolean, } | { "kind": "encode", array: string, targets: string, n_folds: number, more?: Array<string>, repeats?: Array<string>, is_alpha_shared?: boolean, has_pairs?: boolean, } | { "kind": "information", x: string, y: string, estimator: string, } | { "kind": "rdms", arrays: Array<string>, distance: string, labels: string | null, } | { "kind": "cluster", array: string, method: string, distance: string, n_groups: number, labels: string | null, } | { "kind": "neighbours", array: string, distance: string, n_neighbours: number, method: string, labels: string | null, } | { "kind": "map", array: string, method: string, labels: string | null, } | { "kind": "pairs", array: string, ratings: string, first: string | null, second: string, } | { "kind": "rdm" } & RdmTask | { "kind": "regression" } & RegressionTask | { "kind": "energy" } & EnergyTask;

export type DataRecipe = { version: number, arrays: Array<ArrayRef>, task: DataTask, seed: number, digest?: Digest, };

export type DataReport = { recipe: DataRecipe, engine: string, n_stimuli: number, times: Array<StageTime>, figures: Array<Figure>, warnings: Array<string>, };

export type Progress = { stage: string, done: number, seconds_left?: number, };

export type ErrorReport = { kind: string, message: string, causes: Array<string>, };

export type BackendFacts = { backend: Backend, name: string, api: string, unavailable?: string, gflops?: number, limits: Array<[string, number]>, };

export type Capability = { backends: Array<BackendFacts>, chosen: Backend, why: string, };

export type SiteFacts = { name: string, short: string, about: string, axes: string, units: number, };

export type FormatFacts = { dtype: string, n_tensors: number, n_numbers: number, bytes: number, };

export type FileFacts = { name: string, bytes: number, };

export type ShapeFact = { name: string, value: number, };

export type ModelCard = { model: ModelRef, architecture: string, input: string, image_side?: number, n_parameters: number, weights_bytes: number, formats: Array<FormatFacts>, files: Array<FileFacts>, shape: Array<ShapeFact>, is_tied?: boolean, sites: Array<SiteFacts>, default_sites: Array<string>, has_lens: boolean, max_positions?: number, };

export type SiteIdentity = { statement: string, deviation: number | null, holds: boolean, };

export type SiteCheck = { input: string, n_sites: number, tolerance: number, identities: Array<SiteIdentity>, absent: Array<string>, };

export type Cost = { bytes_to_read: number, bytes_in_memory: number, n_weights: number, };

export type Comparison = { measure: string, value: number, n_stimuli: number, };

export type Metric = { name: string, unit: string, target: number, is_higher_better: boolean, };

export type TaskCard = { id: string, title: string, about: string, data: string, train_files: Array<string>, test_files: Array<string>, network: string, n_parameters: number, optimiser: string, batch: number, n_steps: number, steps_per_epoch: number, metric: Metric, budget_secs: number, };

export type TrainOptions = { task: string, seed: number, n_train_files?: number, n_steps?: number, };

export type TrainPoint = { step: number, epoch: number, loss: number, rate: number, metric?: number, };

export type TrainProgress = { step: number, n_steps: number, steps_per_sec: number, seconds_left?: number, };

export type TrainReport = { task: string, seed: number, step: number, n_steps: number, loss: number, metric: number, sha256: string, backend: string, device: string, precision: string, engine_version: string, n_train: number, n_test: number, seconds: number, kernels_per_step: number, allocated_bytes_per_step: number, peak_bytes_per_step: number, weights: Uint8Array, };
