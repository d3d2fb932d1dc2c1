// Stands in for the generated declarations where the wasm has not been built yet.
declare module '*/wasm/lab.js' {
  export default function init(options: { module_or_path: string }): Promise<{ memory: WebAssembly.Memory }>;
  export class Lab {}
}
declare module '*/wasm/data.js' {
  export default function init(options: { module_or_path: string }): Promise<unknown>;
  export class DataLab {}
}
declare module '*/wasm/experiments.js' {
  export default function init(options: { module_or_path: string }): Promise<unknown>;
  export class ExperimentLab {}
}
declare module '*/wasm/text.js' {
  export default function init(options: { module_or_path: string }): Promise<unknown>;
  export class TextLab {
    constructor(tokenizer_json: Uint8Array);
  }
}
