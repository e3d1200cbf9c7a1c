/** A colour as red, green and blue, each from 0 to 1, in linear light. */
type Linear = readonly [red: number, green: number, blue: number];

export type Vision = 'trichromat' | 'deuteranopia' | 'protanopia' | 'tritanopia';

/**
What people without one kind of cone see, in linear RGB.

Source: Machado, Oliveira & Fernandes 2009, "A physiologically-based model for simulation of color
vision deficiency", table of severity 1.0.
*/
const SEEN: Readonly<Record<Vision, readonly (readonly [number, number, number])[]>> = {
  trichromat: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function linearOf(color: string): Linear {
  const channel = (at: number): number => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function luminance([red, green, blue]: Linear): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @returns the contrast of two colours `#rrggbb`, 1 to 21. Source: WCAG 2.2, "contrast ratio". */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(linearOf(one)), luminance(linearOf(other))].toSorted(
    (a, b) => a - b,
  );
  return (light + 0.05) / (dark + 0.05);
}

/** CIE L*a*b* of a linear colour under D65. */
function labOf([red, green, blue]: Linear): readonly [number, number, number] {
  const curve = (value: number): number =>
    value > 216 / 24_389 ? Math.cbrt(value) : ((24_389 / 27) * value + 16) / 116;
  const x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.950_47);
  const y = curve(luminance([red, green, blue]));
  const z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.088_83);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** @returns how far apart two colours `#rrggbb` look: CIE 1976 Delta E, about 2.3 is just noticed. */
export function colorDifference(one: string, other: string, vision: Vision = 'trichromat'): number {
  const [a, b] = [one, other].map((color) => {
    const [red, green, blue] = linearOf(color);
    const seen = SEEN[vision].map(([r, g, bl]) =>
      Math.max(0, Math.min(1, r * red + g * green + bl * blue)),
    );
    return labOf([seen[0] ?? 0, seen[1] ?? 0, seen[2] ?? 0]);
  });
  return Math.hypot(
    ...[0, 1, 2].map((at) => (a?.[at as 0 | 1 | 2] ?? 0) - (b?.[at as 0 | 1 | 2] ?? 0)),
  );
}
