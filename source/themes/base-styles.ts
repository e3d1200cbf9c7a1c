import type {Role} from '../core/draw/line.js';
import type {Color, Style} from '../core/draw/style.js';

/** The few colours a theme is made of; absent ones are the terminal's own text colour. */
export type Palette = {
  readonly muted?: Color;
  readonly accent?: Color;
  readonly quote?: Color;
  readonly inferred?: Color;
  readonly contested?: Color;
  readonly error?: Color;
  readonly warning?: Color;
  readonly lanes?: readonly Color[];
};

/**
@returns a style for every role. What matters is told by bold, underline, inverse and the text
itself; colour only helps the eye, so every role stays what it is without it.
*/
export function baseStyles(palette: Palette): Readonly<Record<Role, Style>> {
  const ink = (color: Color | undefined, style: Style = {}): Style =>
    color === undefined ? style : {...style, color};
  const lane = (number: number): Style => ink(palette.lanes?.[number]);
  return {
    text: {},
    muted: ink(palette.muted),
    heading: {bold: true},
    title: {bold: true},
    border: ink(palette.muted),
    'border-active': {bold: true},
    selected: {bold: true},
    'selected-inactive': {},
    // The sign beside it says that it is selected: a title drawn anew costs a slow link ten times as much.
    'selected-title': {},
    quote: ink(palette.quote),
    inferred: ink(palette.inferred, {italic: true}),
    contested: ink(palette.contested),
    link: ink(palette.accent),
    match: {inverse: true},
    key: {bold: true},
    error: ink(palette.error, {bold: true}),
    warning: ink(palette.warning),
    axis: ink(palette.muted),
    'lane-name': {bold: true},
    'lane-1': lane(0),
    'lane-2': lane(1),
    'lane-3': lane(2),
    'lane-4': lane(3),
    'lane-5': lane(4),
    'lane-6': lane(5),
    mark: {underline: true},
    cursor: {inverse: true},
    bar: ink(palette.muted),
    land: {},
    water: ink(palette.muted),
  };
}
