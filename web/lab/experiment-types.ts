// Generated from crates/experiments by `UPDATE=1 cargo test -p inscape-experiments types`; do not edit.

import type { Backend, Digest, Figure, StageTime } from './types';

export type Wing = "compare" | "language" | "vision" | "learning" | "brains" | "fields";

export type Paper = { title: string, authors: Array<string>, year: number, venue: string, arxiv: string, bibtex: string, };

export type DiagramBox = { id: string, label: string, row: number, column: number, };

export type DiagramArrow = { from: string, to: string, label: string, };

export type Diagram = { boxes: Array<DiagramBox>, arrows: Array<DiagramArrow>, };

export type Needs = { gpu: boolean, model?: string, files: Array<string>, seconds_cpu: number, };

export type ParamOption = { name: string, label: string, about: string, files?: Array<string>, };

export type ParamKind = { "kind": "integer", min: number, max: number, step: number, default: number, } | { "kind": "number", min: number, max: number, step: number, default: number, is_log: boolean, } | { "kind": "choice", options: Array<ParamOption>, default: string, } | { "kind": "flag", default: boolean, };

export type Param = { name: string, label: string, help: string, unit: string, kind: ParamKind, };

export type Value = boolean | number | string;

export type Values = { [key in string]: Value };

export type Condition = { reading: string, at_least?: number, at_most?: number, };

export type PredictionOption = { label: string, condition: Condition, };

export type ExerciseKind = { "kind": "choice", options: Array<string>, answer: number, } | { "kind": "number", answer: number, tolerance: number, unit: string, } | { "kind": "prediction", options: Array<PredictionOption>, params: Values, } | { "kind": "setting", goal: string, conditions: Array<Condition>, };

export type Exercise = { id: string, question: string, kind: ExerciseKind, hint: string, why: string, };

export type ExperimentCard = { slug: string, title: string, version: number, paper: Paper, wing: Wing, claims: [string, string, string], system: Diagram, fake: string, needs: Needs, seed: number, verify_seeds: Array<number>, params: Array<Param>, exercises: Array<Exercise>, lesson: string, };

export type ExperimentRecipe = { version: number, experiment: string, defaults: number, params: Values, seed: number, backend: Backend, engine: string, digest?: Digest, };

export type ClaimVerdict = "holds" | "fails" | "open";

export type Claim = { id: string, claim: string, measured: string, value?: number, interval?: [number, number], n: number, unit: string, criterion: string, control: string, control_measured: string, control_holds: boolean, verdict: ClaimVerdict, about: string, };

export type Reading = { name: string, value: number, unit: string, };

export type ExperimentRun = { engine: string, backend: Backend, device: string, precision: string, seed: number, n_repeats: number, times: Array<StageTime>, };

export type ExperimentReport = { recipe: ExperimentRecipe, run: ExperimentRun, figures: Array<Figure>, claims: Array<Claim>, readings: Array<Reading>, warnings: Array<string>, };
