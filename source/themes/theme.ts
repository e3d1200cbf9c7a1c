/**
The theme contract.

How to add a theme: write one file in `themes/` that exports a `Theme`, and add one line to
`themes/theme-registry.ts`. The contract suite in `test/themes/` then checks its contrast (WCAG 2.2,
4.5 to 1 for text) on every background it is for, that it says nothing by colour alone, and that
colours used side by side stay apart for the common kinds of colour blindness.
*/
import type {Role} from '../core/draw/line.js';
import type {Style} from '../core/draw/style.js';

export type Theme = {
  /** As in `--theme`. */
  readonly id: string;
  readonly summary: string;
  /** The backgrounds it is readable on, `#rrggbb`. */
  readonly backgrounds: readonly `#${string}`[];
  readonly styles: Readonly<Record<Role, Style>>;
};
