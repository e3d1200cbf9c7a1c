import {afterEach, describe, expect, test} from 'vitest';
import bundled from '../../data/washington-baghdad.yaml';
import {ProgramView} from '../../source/app/program-view.js';
import {monoTheme} from '../../source/themes/mono-theme.js';
import {openBench, type Bench} from '../helpers/open-bench.js';
import {renderInk, type InkScreen} from '../helpers/render-ink.js';

let ink: InkScreen | undefined;
afterEach(() => {
  ink?.unmount();
});

type Shown = {
  readonly bench: Bench;
  text(): string;
  /** Send bytes and wait until Ink has drawn what the program shows then. */
  send(bytes: string, expected: string): Promise<void>;
};

/** The program as Ink shows it. */
async function show(): Promise<Shown> {
  const bench = openBench({chronology: bundled, columns: 100, rows: 30});
  const screen = renderInk(<ProgramView program={bench.program} theme={monoTheme} />, 100, 30);
  ink = screen;
  const text = (): string =>
    screen
      .frame()
      .replaceAll(/\u001b\[[\d;?]*[a-z]/giu, '')
      .split('\n')
      .map((row) => row.trimEnd())
      .join('\n');
  await expect.poll(text).toContain('Sequence');
  return {
    bench,
    text,
    async send(bytes, expected) {
      screen.write(bytes);
      await expect.poll(text).toContain(expected);
    },
  };
}

describe('the program through Ink', () => {
  test('shows exactly the lines that the panes compose, after every key', async () => {
    const {bench, text, send} = await show();
    expect(text()).toBe(bench.text());
    for (const [bytes, expected] of [
      ['j', '9/18'],
      ['\u001b[B', '10/18'],
      ['\u001b[A', '9/18'],
      ['c', 'Accounts'],
      ['\u001b', 'Event'],
      ['?', 'Keys that work here'],
      ['q', 'Sequence'],
      ['/', ' /'],
      ['sov', '/sov'],
      ['\r', 'n next'],
      ['G', '18/18'],
      ['g', '1/18'],
    ] as const) {
      await send(bytes, expected);
      expect(text()).toBe(bench.text());
    }
  });

  test('takes several keys that arrive at once in their order', async () => {
    const {bench, send} = await show();
    await send('gjjj', '4/18');
    expect(bench.state().stop.cursor).toBe(3);
  });

  test('a paste goes into a prompt as one line and is ignored elsewhere', async () => {
    const {bench, send} = await show();
    const before = bench.state();
    await send('\u001b[200~qqq\u001b[201~', 'Sequence');
    expect(bench.state().stop).toEqual(before.stop);
    expect(bench.effects).toEqual([]);
    await send('/', ' /');
    await send('\u001b[200~must\nleave\u001b[201~', '/must leave');
  });
});
