import {describe, expect, test} from 'vitest';
import {detectCapabilities, type Environment} from '../../source/terminal/capabilities.js';

const colors = (env: Environment): number => detectCapabilities(env).colors;

describe('the number of colours', () => {
  test('follows TERM', () => {
    const known: Readonly<Record<string, number>> = {
      'xterm-256color': 256,
      xterm: 16,
      'tmux-256color': 256,
      tmux: 8,
      screen: 8,
      'screen-256color': 256,
      linux: 8,
      vt100: 0,
      vt220: 0,
      ansi: 8,
      'xterm-kitty': 16777216,
      'xterm-direct': 16777216,
      alacritty: 16777216,
      foot: 16777216,
      'xterm-mono': 0,
      rxvt: 16,
      'st-256color': 256,
      dumb: 0,
      '': 0,
      'no-such-terminal': 0,
    };
    for (const [TERM, count] of Object.entries(known))
      expect([TERM, colors({TERM})]).toEqual([TERM, count]);
  });

  test('is none with NO_COLOR, whatever else is asked for', () => {
    const env = {
      TERM: 'xterm-256color',
      NO_COLOR: '1',
      FORCE_COLOR: '3',
      COLORTERM: 'truecolor',
      CLICOLOR_FORCE: '1',
    };
    expect(colors(env)).toBe(0);
    expect(colors({...env, NO_COLOR: ''})).toBe(16777216);
  });

  test('is forced by FORCE_COLOR', () => {
    const force = (FORCE_COLOR: string): number => colors({TERM: 'vt100', FORCE_COLOR});
    expect(['0', 'false', '1', '2', '3', '', 'true'].map(force)).toEqual([
      0, 0, 16, 256, 16777216, 16, 16,
    ]);
    expect(colors({TERM: 'xterm-256color', FORCE_COLOR: 'true'})).toBe(256);
  });

  test('is none with CLICOLOR=0 unless CLICOLOR_FORCE is set', () => {
    expect(colors({TERM: 'xterm', CLICOLOR: '0'})).toBe(0);
    expect(colors({TERM: 'xterm', CLICOLOR: '0', CLICOLOR_FORCE: '1'})).toBe(16);
    expect(colors({TERM: 'vt100', CLICOLOR_FORCE: '1'})).toBe(8);
  });

  test('is all with COLORTERM, but not in GNU screen nor on a VT100', () => {
    const COLORTERM = 'truecolor';
    expect(colors({TERM: 'xterm-256color', COLORTERM})).toBe(16777216);
    expect(colors({TERM: 'screen-256color', COLORTERM, TMUX: '/tmp/tmux,1,0'})).toBe(16777216);
    expect(colors({TERM: 'screen-256color', COLORTERM, STY: '1.tty'})).toBe(256);
    expect(colors({TERM: 'vt100', COLORTERM})).toBe(0);
  });
});

describe('the encoding', () => {
  const isUtf8 = (env: Environment): boolean => detectCapabilities({TERM: 'xterm', ...env}).isUtf8;
  test('is that of LC_ALL, else LC_CTYPE, else LANG; without any it is ASCII', () => {
    expect(isUtf8({LANG: 'en_US.UTF-8'})).toBe(true);
    expect(isUtf8({LANG: 'C.utf8'})).toBe(true);
    expect(isUtf8({LANG: 'en_US.UTF-8', LC_ALL: 'C'})).toBe(false);
    expect(isUtf8({LANG: 'C', LC_CTYPE: 'de_DE.UTF-8'})).toBe(true);
    expect(isUtf8({LANG: 'en_US.UTF-8', LC_ALL: ''})).toBe(true);
    expect(isUtf8({LANG: 'POSIX'})).toBe(false);
    expect(isUtf8({LANG: 'en_US'})).toBe(false);
    expect(isUtf8({})).toBe(false);
  });
});

describe('the terminal', () => {
  test('is dumb when it says so or says nothing', () => {
    for (const TERM of ['dumb', '', 'unknown'])
      expect(detectCapabilities({TERM}).isDumb).toBe(true);
    expect(detectCapabilities({}).isDumb).toBe(true);
    expect(detectCapabilities({TERM: 'vt100'}).isDumb).toBe(false);
  });

  test('has synchronized updates only where that is known, and never inside tmux', () => {
    const isSynchronized = (env: Environment): boolean => detectCapabilities(env).isSynchronized;
    expect(isSynchronized({TERM: 'xterm-kitty'})).toBe(true);
    expect(isSynchronized({TERM: 'xterm-256color', TERM_PROGRAM: 'WezTerm'})).toBe(true);
    expect(isSynchronized({TERM: 'xterm-256color'})).toBe(false);
    expect(isSynchronized({TERM: 'tmux-256color', TERM_PROGRAM: 'WezTerm', TMUX: 'x'})).toBe(false);
  });

  test('is taken for no more than it is', () => {
    expect(detectCapabilities({TERM: 'vt100'})).toMatchObject({
      hasAlternateScreen: false,
      hasErase: false,
      hasSingleOff: false,
      hasClipboard: false,
    });
    expect(detectCapabilities({TERM: 'linux'})).toMatchObject({
      hasAlternateScreen: false,
      hasErase: true,
    });
    expect(detectCapabilities({TERM: 'screen', TMUX: 'x'})).toMatchObject({
      isTmux: true,
      isScreen: false,
    });
    expect(detectCapabilities({TERM: 'screen'})).toMatchObject({isTmux: false, isScreen: true});
  });
});
