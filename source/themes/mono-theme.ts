import {baseStyles} from './base-styles.js';
import type {Theme} from './theme.js';

/** No colour at all; bold, underline and inverse remain. Chosen by NO_COLOR and by terminals without colour. */
export const monoTheme: Theme = {
  id: 'mono',
  summary: 'no colour',
  backgrounds: ['#000000', '#ffffff'],
  styles: baseStyles({}),
};
