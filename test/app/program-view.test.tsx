import {stripVTControlCharacters} from 'node:util';
import {cleanup, render} from 'ink-testing-library';
import {afterEach, describe, expect, test} from 'vitest';
import bundled from '../../data/washington-baghdad.yaml';
import {ProgramView} from '../../source/app/program-view.js';
import {monoTheme} from '../../source/themes/mono-theme.js';
import {openBench, type Bench} from '../helpers/open-bench.js';

afterEach(() => {
  cleanup();
});

type Shown = {
  readonly bench: Bench;
  /** Send bytes, wait until they have led to a screen with the expected words and Ink shows it. */
  send(bytes: string, expected: string): Promise<void>;
};

/** The program as Ink shows it, beside the same one composed without Ink. */
async function show(): Promise<Shown> {
  // The library's terminal has 100 columns.
  const bench = openBench({chronology: bundled, columns: 100, rows: 30});
  const {lastFrame, stdin} = render(<ProgramView program={bench.program} theme={monoTheme} />);
  const text = (): string =>
    stripVTControlCharacters(lastFrame() ?? '')
      .split('\n')
      .map((row) => row.trimEnd())
      .join('\n');
  const isShown = async (): Promise<void> => expect.poll(text).toBe(bench.text());
  await isShown();
  // What comes before Ink listens is lost.
  await expect.poll(() => stdin.listenerCount('readable')).toBeGreaterThan(0);
  return {
    bench,
    async send(bytes, expected) {
      stdin.write(bytes);
      await expect.poll(() => bench.text()).toContain(expected);
      await isShown();
    },
  };
}

describe('the program through Ink', () => {
  test('shows exactly the lines that the panes compose, after every key', async () => {
    const {send} = await show();
    for (const [bytes, expected] of [
      ['j', '9/18'],
      ['\u001b[B', '10/18'],
      ['\u001b[A', '9/18'],
      ['\r', '> Iraqi authorities accuse the U.S.'],
      ['c', '─ Accounts ─'],
      ['\u001b', '─ Event ─'],
      ['c', '─ Accounts ─'],
      ['\u007f', '─ Event ─'],
      ['?', 'Keys that work here'],
      ['q', 'Sequence'],
      ['/', ' /'],
      ['sov', '/sov'],
      ['\r', 'n next'],
      ['G', '18/18'],
      ['g', '1/18'],
    ] as const) {
      await send(bytes, expected);
    }
  });

  test('takes several keys that arrive at once in their order', async () => {
    const {bench, send} = await show();
    await send('gjjj', '4/18');
    expect(bench.state().stop.cursor).toBe(3);
  });

  test('a paste goes into a prompt as one line and is ignored elsewhere', async () => {
    const {bench, send} = await show();
    const {stop} = bench.state();
    await send('\u001b[200~qqq\u001b[201~/', 'Enter applies, Esc cancels');
    expect(bench.state().stop).toEqual(stop);
    expect(bench.effects).toEqual([]);
    await send('\u001b[200~must\nleave\u001b[201~', '/must leave');
  });

  test('q asks to quit', async () => {
    const {bench, send} = await show();
    await send('qj', '9/18');
    expect(bench.effects).toEqual([{kind: 'quit'}]);
  });
});
