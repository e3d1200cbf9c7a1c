import {baseStyles} from './base-styles.js';
import type {Theme} from './theme.js';

/** Mid tones that keep 4.5 to 1 on black and on white: for a terminal whose background is not known. */
export const neutralTheme: Theme = {
  id: 'neutral',
  summary: 'readable on dark and on light backgrounds',
  backgrounds: ['#000000', '#ffffff'],
  styles: baseStyles({
    muted: '#767676',
    accent: '#1974dd',
    quote: '#008383',
    inferred: '#9d52d4',
    contested: '#a56800',
    error: '#e02d27',
    warning: '#a56800',
    lanes: ['#767676', '#a56800', '#1974dd', '#cf25b3', '#008383', '#7a7a00'],
  }),
};
