/** Where a figure comes from, as its caption and its files say it. */
export interface FigureSource {
  /** How its files' names begin: `inscape-squeezenet1_1`. */
  fileName: string;
  /** What stands behind n and unit in its caption, such as `CPU, f32`. */
  facts: string[];
  /** Under what conditions it was made, a line for exported pictures. */
  conditions: string;
  /** What a JSON file holds beside the figure. */
  about: Record<string, unknown>;
}
