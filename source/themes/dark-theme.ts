import {baseStyles} from './base-styles.js';
import type {Theme} from './theme.js';

/** Light tones for dark backgrounds. */
export const darkTheme: Theme = {
  id: 'dark',
  summary: 'for dark backgrounds',
  backgrounds: ['#000000', '#1e1e1e', '#282c34', '#002b36'],
  styles: baseStyles({
    muted: '#b3b3b3',
    accent: '#8ab7ea',
    quote: '#23c6c6',
    inferred: '#cca4e8',
    contested: '#dfaa4c',
    error: '#ed9e9c',
    warning: '#dfaa4c',
    lanes: ['#b3b3b3', '#dfaa4c', '#8ab7ea', '#d269ff', '#23c6c6', '#b9b921'],
  }),
};
