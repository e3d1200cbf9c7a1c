import {describe, expect, test} from 'vitest';
import bundled from '../../data/washington-baghdad.yaml';
import {performEffect, type World} from '../../source/app/perform-effect.js';
import {openBench} from '../helpers/open-bench.js';

/** What is said of a copy, by a terminal that takes texts for the clipboard or one that does not. */
function saidOf(isTaken: boolean, isTmux: boolean): string {
  const {program, store, state} = openBench({chronology: bundled});
  const world: World = {
    terminal: {
      capabilities: {isTmux},
      close: () => undefined,
      suspend: () => undefined,
      writeClipboard: () => isTaken,
      runOutside: async (run) => run(),
    },
    makeEnv: () => program.env(),
    loadMap: async () => undefined,
    alone: store,
    otherReports: undefined,
    edit: undefined,
  };
  performEffect({kind: 'copy', text: 'the text', what: 'The command line'}, program, world);
  const {message, overlay} = state();
  return message?.text ?? (overlay?.kind === 'text' ? overlay.text : '');
}

describe('a copy', () => {
  test('is said to be sent, not to have arrived, in words that fit the last line', () => {
    expect(saidOf(true, false)).toBe("The command line was sent to the terminal's clipboard");
    expect(saidOf(true, true)).toMatch(/tmux.* set-clipboard on/u);
    expect(saidOf(true, true).length).toBeLessThanOrEqual(78);
  });

  test('that cannot be sent is shown', () => {
    expect(saidOf(false, false)).toBe('the text');
  });
});
