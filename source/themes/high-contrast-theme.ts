import {baseStyles} from './base-styles.js';
import type {Theme} from './theme.js';

/** The terminal's own text colour throughout, with bold, underline and inverse for what stands out. */
export const highContrastTheme: Theme = {
  id: 'high-contrast',
  summary: 'full contrast: the text colour of the terminal, bold and underline',
  backgrounds: ['#000000', '#ffffff'],
  styles: {
    ...baseStyles({}),
    link: {underline: true},
    contested: {bold: true},
    selected: {bold: true, inverse: true},
    'selected-title': {bold: true, inverse: true},
    'border-active': {bold: true, underline: true},
  },
};
