import {baseStyles} from './base-styles.js';
import type {Theme} from './theme.js';

/** Light tones for dark backgrounds, all from xterm's palette of 256: the same everywhere, in few bytes. */
export const darkTheme: Theme = {
  id: 'dark',
  summary: 'for dark backgrounds',
  backgrounds: ['#000000', '#1e1e1e', '#282c34', '#002b36'],
  styles: baseStyles({
    muted: '#b2b2b2',
    accent: '#87afd7',
    quote: '#00d7d7',
    inferred: '#d7afff',
    contested: '#d7af5f',
    error: '#ffafaf',
    warning: '#d7af5f',
    lanes: ['#b2b2b2', '#d7af5f', '#87afd7', '#d75fff', '#00d7d7', '#afaf00'],
  }),
};
