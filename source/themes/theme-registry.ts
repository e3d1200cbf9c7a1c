import {darkTheme} from './dark-theme.js';
import {highContrastTheme} from './high-contrast-theme.js';
import {lightTheme} from './light-theme.js';
import {monoTheme} from './mono-theme.js';
import {neutralTheme} from './neutral-theme.js';
import type {Theme} from './theme.js';

/** Every theme, the one for unknown backgrounds first. */
export const THEMES: readonly Theme[] = [
  neutralTheme,
  darkTheme,
  lightTheme,
  highContrastTheme,
  monoTheme,
];

/**
@param wanted - the id the reader gave, if any.
@param colorFgBg - the variable COLORFGBG, `15;0`, which some terminals set; its last number is the background.
@returns the theme to use; undefined when there is none of the wanted id.
*/
export function chooseTheme(
  wanted: string | undefined,
  hasColor: boolean,
  colorFgBg: string | undefined,
): Theme | undefined {
  if (wanted !== undefined) return THEMES.find((theme) => theme.id === wanted);
  if (!hasColor) return monoTheme;
  const background = /;(\d+)$/u.exec(colorFgBg ?? '')?.[1];
  if (background === undefined) return neutralTheme;
  return background === '7' || background === '15' ? lightTheme : darkTheme;
}
