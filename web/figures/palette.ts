// Colour scales. Their stops live in styles/tokens.css; here is only the arithmetic.

export type Rgb = readonly [number, number, number];
export type RampName = '--ramp-similarity' | '--ramp-distance' | '--ramp-probability' | '--ramp-diverging';

/** Stops of a scale as the theme in force defines them. */
export function readRamp(name: RampName, element: Element = document.documentElement): Rgb[] {
  return parseRamp(getComputedStyle(element).getPropertyValue(name));
}

/** `#rrggbb, #rrggbb, …` → stops. */
export function parseRamp(text: string): Rgb[] {
  return (text.match(/#[0-9a-f]{6}/gi) ?? []).map(
    (hex) => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as unknown as Rgb,
  );
}

/** The colour at `share` (0 to 1, clamped) of a scale, between evenly spaced stops. */
export function colourAt(ramp: readonly Rgb[], share: number): Rgb {
  const place = Math.min(Math.max(share, 0), 1) * (ramp.length - 1);
  const low = Math.min(Math.floor(place), ramp.length - 2);
  const [a, b] = [ramp[low]!, ramp[low + 1]!];
  return [0, 1, 2].map((i) => Math.round(a[i]! + (b[i]! - a[i]!) * (place - low))) as unknown as Rgb;
}

export const css = ([r, g, b]: Rgb) => `rgb(${r} ${g} ${b})`;

/** Relative luminance after WCAG 2.2. */
export function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((c) => (c <= 10.31475 ? c / 3294.6 : ((c / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** Black or white, whichever reads better on `colour`. */
export function textOn(colour: Rgb): string {
  return luminance(colour) > 0.1791 ? '#000000' : '#ffffff';
}

/** Where `value` lies between the ends of a domain: 0 to 1 inside, 0 for a domain without width. */
export function shareOf(value: number, [low, high]: readonly [number, number]): number {
  return high === low ? 0 : (value - low) / (high - low);
}
