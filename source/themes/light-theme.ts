import {baseStyles} from './base-styles.js';
import type {Theme} from './theme.js';

/** Dark tones for light backgrounds. */
export const lightTheme: Theme = {
  id: 'light',
  summary: 'for light backgrounds',
  backgrounds: ['#ffffff', '#fdf6e3', '#f0f0f0'],
  styles: baseStyles({
    muted: '#5d5d5d',
    accent: '#145cb0',
    quote: '#006868',
    inferred: '#8530c2',
    contested: '#835300',
    error: '#b61f1a',
    warning: '#835300',
    lanes: ['#5d5d5d', '#835300', '#145cb0', '#9600ff', '#006868', '#616100'],
  }),
};
