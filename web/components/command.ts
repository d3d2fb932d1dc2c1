/** Something that the visitor can do by its name. */
export interface Command {
  /** What it does, as a command: `Run`. */
  words: string;
  /** Keys that do the same, as written: `Ctrl+Z`. */
  keys?: string;
  /** Does it; what comes back is said to the visitor. */
  run: () => unknown;
}
