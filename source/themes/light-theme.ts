import {baseStyles} from './base-styles.js';
import type {Theme} from './theme.js';

/** Dark tones for light backgrounds, all from xterm's palette of 256: the same everywhere, in few bytes. */
export const lightTheme: Theme = {
  id: 'light',
  summary: 'for light backgrounds',
  backgrounds: ['#ffffff', '#fdf6e3', '#f0f0f0'],
  styles: baseStyles({
    muted: '#5f5f5f',
    accent: '#005faf',
    quote: '#005f5f',
    inferred: '#8700af',
    contested: '#875f00',
    error: '#af0000',
    warning: '#875f00',
    lanes: ['#5f5f5f', '#875f00', '#005faf', '#8700ff', '#005f5f', '#5f5f00'],
  }),
};
