import type {ColorDepth} from './sgr.js';

/** The environment variables that say what a terminal can do. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What the terminal can do, as far as the environment tells; nothing is ever asked of it. */
export type Capabilities = {
  /** `TERM`, or `''`. */
  readonly term: string;
  /** True when no cursor can be moved: a listing is all that can be shown. */
  readonly isDumb: boolean;
  readonly colors: ColorDepth;
  /** Which variable decided about the colours, for `doctor`. */
  readonly colorsFrom: string;
  readonly isUtf8: boolean;
  /** Which variable decided about the encoding, and what it says; `''` when none is set. */
  readonly localeFrom: string;
  readonly isTmux: boolean;
  /** GNU screen. */
  readonly isScreen: boolean;
  /** Whether it is known to show an update in one go (DEC private mode 2026). */
  readonly isSynchronized: boolean;
  /** Whether it has a second screen, from which the first one comes back as it was. */
  readonly hasAlternateScreen: boolean;
  readonly hasErase: boolean;
  readonly hasSingleOff: boolean;
  /** Whether text can be put on the reader's clipboard (OSC 52); the terminal may still refuse. */
  readonly hasClipboard: boolean;
};

const isSet = (value: string | undefined): value is string => value !== undefined && value !== '';

/** Terminals known to have every colour by their `TERM` alone. */
const RICH =
  /^(xterm-kitty|xterm-ghostty|ghostty|alacritty|foot|wezterm|contour|rio|konsole-direct|.*-direct)/;
/** Of those, and by `TERM_PROGRAM`, the ones that have synchronized updates. */
const SYNCHRONIZED = /^(xterm-kitty|xterm-ghostty|ghostty|alacritty|foot|wezterm|contour|rio)/;
const SYNCHRONIZED_PROGRAMS = new Set([
  'WezTerm',
  'iTerm.app',
  'ghostty',
  'rio',
  'vscode',
  'mintty',
]);
const COLORLESS = /^(vt\d|vt-|ansi-m|.*-m$|.*-mono$|adm|wyse|dec-vt|hp|tvi|h19|us$)/;

function colorsOfTerm(term: string): ColorDepth {
  if (COLORLESS.test(term)) return 0;
  if (RICH.test(term)) return 16777216;
  if (term.includes('256')) return 256;
  if (/^(rxvt|cygwin|mintty|putty|xterm|konsole|gnome|vte|st(-|$)|iterm)/.test(term)) {
    return term.endsWith('-8color') ? 8 : 16;
  }
  return /^(linux|screen|tmux|ansi|cons25|eterm|beterm|fbterm|jfbterm|kterm|color|dvtm|teraterm|pcansi|.*-color$)/i.test(
    term,
  )
    ? 8
    : 0;
}

function forcedColors(value: string, byTerm: ColorDepth): ColorDepth {
  const least = (depth: ColorDepth): ColorDepth => (byTerm > depth ? byTerm : depth);
  if (value === '0' || value === 'false') return 0;
  if (value === '2') return 256;
  if (value === '3') return 16777216;
  return value === '1' ? 16 : least(16);
}

/**
How many colours: `NO_COLOR` (no-color.org) before `FORCE_COLOR` (force-color.org) before `CLICOLOR`
(bixense.com/clicolors) before `COLORTERM` before `TERM`. To want none is a need, to want some a wish.
*/
function colorsOf(env: Environment, term: string, isScreen: boolean): [ColorDepth, string] {
  const byTerm = colorsOfTerm(term);
  if (isSet(env.NO_COLOR)) return [0, 'NO_COLOR'];
  if (env.FORCE_COLOR !== undefined) return [forcedColors(env.FORCE_COLOR, byTerm), 'FORCE_COLOR'];
  const isForced = isSet(env.CLICOLOR_FORCE) && env.CLICOLOR_FORCE !== '0';
  if (env.CLICOLOR === '0' && !isForced) return [0, 'CLICOLOR'];
  if (isForced && byTerm < 8) return [8, 'CLICOLOR_FORCE'];
  // A COLORTERM from outside says nothing about GNU screen, nor about a terminal without colours.
  if (/^(truecolor|24bit)$/i.test(env.COLORTERM ?? '') && byTerm > 0 && !isScreen) {
    return [16777216, 'COLORTERM'];
  }
  return [byTerm, 'TERM'];
}

function localeOf(env: Environment): string {
  for (const name of ['LC_ALL', 'LC_CTYPE', 'LANG']) {
    if (isSet(env[name])) return `${name}=${env[name]}`;
  }
  return '';
}

/** @returns what the environment says of the terminal; what is unknown is taken to be missing. */
export function detectCapabilities(env: Environment): Capabilities {
  const term = env.TERM ?? '';
  const isTmux = isSet(env.TMUX) || /^tmux/.test(term);
  const isScreen = !isTmux && (isSet(env.STY) || /^screen/.test(term));
  const isInside = isTmux || isScreen;
  const isVeryOld = /^(vt|ansi|cons25|dec-vt)/.test(term);
  const [colors, colorsFrom] = colorsOf(env, term, isScreen);
  const localeFrom = localeOf(env);
  return {
    term,
    isDumb: /^(dumb|unknown|emacs|)$/.test(term),
    colors,
    colorsFrom,
    isUtf8: /utf-?8/i.test(localeFrom),
    localeFrom,
    isTmux,
    isScreen,
    isSynchronized:
      !isInside && (SYNCHRONIZED.test(term) || SYNCHRONIZED_PROGRAMS.has(env.TERM_PROGRAM ?? '')),
    hasAlternateScreen: !isVeryOld && !/^linux/.test(term),
    hasErase: !/^(vt1|ansi|cons25|dec-vt1)/.test(term),
    hasSingleOff: !/^vt1/.test(term),
    hasClipboard: !isVeryOld && !/^linux/.test(term),
  };
}
