/** The eight colours of every colour terminal; `Bright` ones need sixteen and fall back to these. */
export type ColorName =
  | 'black'
  | 'red'
  | 'green'
  | 'yellow'
  | 'blue'
  | 'magenta'
  | 'cyan'
  | 'white'
  | 'blackBright'
  | 'redBright'
  | 'greenBright'
  | 'yellowBright'
  | 'blueBright'
  | 'magentaBright'
  | 'cyanBright'
  | 'whiteBright';

/** A named colour, or `#rrggbb`, which the terminal room brings down to what the terminal has. */
export type Color = ColorName | `#${string}`;

/**
How a run of text looks. The names are those of Ink's `<Text>` where the meaning is the same; an
absent colour is the terminal's own.
*/
export type Style = {
  readonly color?: Color;
  readonly background?: Color;
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly inverse?: boolean;
};
