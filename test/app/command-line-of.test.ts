import {execFileSync} from 'node:child_process';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import bundled from '../../data/washington-baghdad.yaml';
import {parseZoom} from '../../source/app/command-line-of.js';
import {createEnv} from '../../source/app/create-env.js';
import type {Opening} from '../../source/app/initial-state.js';
import {obey} from '../../source/commands/run-command-line.js';
import type {Io} from '../../source/commands/command.js';
import {makeInert} from '../../source/core/events/inert-text.js';
import {shownZone, type State} from '../../source/core/state/state.js';
import {rowAtCursor} from '../../source/core/state/visit.js';
import {HARD_NAMES} from '../helpers/hostile-chronology.js';
import {BENCH_NOW, openBench, type Bench} from '../helpers/open-bench.js';

/** What `Y` copies. */
function lineOf(
  bench: Bench,
  files: readonly string[] = [],
  fileFlags: readonly string[] = [],
): string {
  const env = createEnv({
    store: bench.store,
    files,
    fileFlags,
    now: () => BENCH_NOW,
    refusal: () => undefined,
    copies: new Map(),
    drawMap: () => undefined,
  });
  return env.commandLine(bench.state());
}

/** Command lines as a POSIX shell splits them into words, all in one shell. */
function wordsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const script = lines.map((line) => `printf '%s\\0' ${line}; printf '\\1'`).join('\n');
  const output = execFileSync('sh', ['-c', script], {encoding: 'utf8'});
  return output
    .split('\u0001')
    .slice(0, -1)
    .map((words) => words.split('\0').slice(0, -1));
}

/** The flags of a command line as an opening, each followed by its value. */
function openingOf(words: readonly string[]): Partial<Opening> {
  const opening: Record<string, string> = {};
  for (let at = 1; at < words.length; at += 2) {
    opening[(words[at] ?? '').slice(2)] = words[at + 1] ?? '';
  }
  return opening;
}

/** What a command line brings back. */
function viewOf(state: State, env: ReturnType<Bench['env']>): object {
  const {focus, frame, timeline} = state.stop;
  const {scale, start, end, firstStep, lastStep} = timeline;
  const round = (value: number, to: number): number => Math.round(value / to) * to;
  const width = end - start;
  return {
    event: rowAtCursor(state, env)?.id,
    focus,
    pane: focus === 'detail' ? `${frame.pane}:${frame.subject}` : undefined,
    filter: state.filter,
    zone: shownZone(state),
    scale,
    // To a thousandth of what is shown, which no screen is wide enough to tell.
    window:
      scale === 'sequence'
        ? [firstStep, lastStep].map((step) => round(step, 0.01))
        : [start, end].map((instant) => round(instant / width, 0.001).toFixed(3)),
  };
}

const KEYS = fc.constantFrom(
  ...['j', 'k', 'g', 'G', 'h', 'l', '+', '-', '0', 'A', '<', '>', 's', 'z', 'i', '[', ']'],
  ...[
    'enter',
    'enter',
    'escape',
    'tab',
    'c',
    'C',
    'o',
    'p',
    'v',
    'w',
    '!',
    'f',
    'd',
    'r',
    'b',
    'L',
  ],
);
const FILTERS = fc.constantFrom(
  'actor:austin',
  '-kind:strike',
  '"reckless escalation"',
  `said:"Iraq's"`,
  'is:contested OR is:inferred',
  'after:2024-01 before:2024-02',
  '$HOME `id` \\ * ~',
);
const STEP = fc.oneof(
  {weight: 12, arbitrary: KEYS.map((key) => ({key}))},
  {weight: 1, arbitrary: FILTERS.map((filter) => ({filter}))},
);

function walk(steps: readonly ({readonly key: string} | {readonly filter: string})[]): Bench {
  const bench = openBench({chronology: bundled, opening: {readerZone: 'Asia/Tokyo'}});
  for (const step of steps) {
    if ('key' in step) bench.press(step.key);
    else {
      if (bench.state().overlay !== undefined) bench.press('escape');
      bench.press('F', 'ctrl+u');
      bench.type(step.filter);
      bench.press('enter');
    }
  }
  return bench;
}

describe('the command line of a view', () => {
  const walks = fc.sample(fc.array(STEP, {maxLength: 24}), {numRuns: 150, seed: 7}).map(walk);

  test('brings back event, pane, filter, window, scale and zone from wherever keys lead', () => {
    const lines = walks.map((bench) => lineOf(bench));
    wordsOf(lines).forEach((words, at) => {
      const bench = walks[at];
      if (bench === undefined) throw new Error('a line is missing');
      expect(words[0]).toBe('ticktock');
      const again = openBench({chronology: bundled, opening: openingOf(words)});
      expect(viewOf(again.state(), again.env()), lines[at]).toEqual(
        viewOf(bench.state(), bench.env()),
      );
    });
  });

  test('reaches most panes in these walks', () => {
    const panes = new Set(
      walks
        .map((bench) => bench.state().stop)
        .map(({focus, frame}) => focus === 'detail' && frame.pane),
    );
    expect(panes.size).toBeGreaterThan(6);
  });

  test('names any file so that a shell and the program take it for that file', () => {
    const names = [
      ...HARD_NAMES,
      "it's.yaml",
      '-rf.yaml',
      '--at',
      'list',
      'tour',
      '$(touch x) `touch y` ; touch z & #',
      'a\nb.yaml',
      '~/x.yaml',
      '*.yaml',
      '\u001b]0;title\u0007.yaml',
      `\u202eit's \\ back\u009b`,
      '-',
    ];
    const bench = openBench({chronology: bundled});
    const lines = names.map((name) => lineOf(bench, [name]));
    expect(makeInert(lines.join(''))).toBe(lines.join(''));
    const given = wordsOf(lines).map((words) => words[1]);
    expect(given).toEqual(
      names.map((name) => (/^(?:-.|[a-z]+$)/u.test(name) ? `./${name}` : name)),
    );
  });

  test('says how the files are read', () => {
    const bench = openBench({chronology: bundled});
    const flags = ['--from', 'table', '--map', 'date=When it was,title=What', '--other-reports'];
    const line = lineOf(bench, ['a.csv'], flags);
    expect(wordsOf([line])[0]?.slice(0, 7)).toEqual(['ticktock', 'a.csv', ...flags]);
  });
});

describe('the window of a command line', () => {
  test('is two ISO instants, or two numbers beyond the reach of a date', () => {
    expect(parseZoom('2024-01-24T00:00:00.000Z/2024-01-25T00:00:00.000Z')).toEqual({
      from: Date.UTC(2024, 0, 24),
      to: Date.UTC(2024, 0, 25),
    });
    expect(parseZoom('-1e+20/-000044-03-15T00:00:00.000Z')?.from).toBe(-1e20);
    expect(parseZoom('1000.0/2000.5')).toEqual({from: 1000, to: 2000.5});
  });

  test('in steps of a long sequence is not taken for years', () => {
    const events = Array.from({length: 3000}, (_, at) => ({
      id: `e${at}`,
      title: `Event ${at}`,
      when: {edtf: `2024-01-01T00:00:00Z`, basis: 'stated' as const},
    }));
    const bench = openBench({
      chronology: {
        chronology: 1,
        title: 'Long',
        timezone: 'UTC',
        sides: [],
        fields: [],
        sources: [],
        actors: [],
        places: [],
        claims: [],
        links: [],
        events,
      },
      opening: {scale: 'sequence', zoom: '1000.0/2000.0', at: 'e1500'},
    });
    expect(bench.state().stop.timeline).toMatchObject({firstStep: 1000, lastStep: 2000});
    const [words = []] = wordsOf([lineOf(bench)]);
    expect(openingOf(words).zoom).toBe('1000.0/2000.0');
  });

  test('in years on the scale of the sequence is the events of those years', () => {
    const bench = openBench({
      chronology: bundled,
      opening: {scale: 'sequence', zoom: '2024-01-24'},
    });
    const {firstStep, lastStep} = bench.state().stop.timeline;
    expect(firstStep).toBeGreaterThan(0);
    expect(lastStep).toBeLessThanOrEqual(bundled.events.length);
  });
});

describe('the values of flags', () => {
  const said: string[] = [];
  const printed: string[] = [];
  const io: Io = {
    out: async (text) => {
      printed.push(text);
      return Promise.resolve();
    },
    error: (line) => said.push(line),
    stdin: async () => Promise.resolve(new Uint8Array()),
    isStdoutTerminal: false,
    isStdinTerminal: false,
    columns: 80,
    env: {},
    now: () => 0,
  };
  const run = async (...words: readonly string[]): Promise<string> => {
    printed.length = 0;
    said.length = 0;
    const status = await obey(words, io);
    return `${status} ${said.join('\n')}${printed.join('')}`;
  };

  test('reach the program as they were given: quotation marks, dashes, equals signs, numbers', async () => {
    const phrase = await run('list', '--query', '"the escalation of"');
    const loose = await run('list', '--query', 'the escalation of');
    expect(phrase).not.toBe(loose);
    expect(await run('list', '--query', '-actor:austin')).toBe(
      await run('list', '--query=-actor:austin'),
    );
    expect(await run('list', '--query', '-actor:austin')).toMatch(/^0 \w/u);
    expect(await run('list', '1e3')).toContain('1e3: there is no such file');
    expect(await run('date', '--', '-0043')).toContain('44 BC');
  });

  test('are refused in one line when a flag is given twice', async () => {
    expect(await run('list', '--query', 'a', '--query', 'b')).toBe(
      '2 ticktock list: --query is given twice',
    );
    expect(await run('list', '--no-query')).toMatch(/^2 .*no flag --no-query/u);
  });

  test('say how long without a key is too long', async () => {
    const terminal: Io = {...io, isStdoutTerminal: true, env: {TERM: 'xterm'}};
    for (const wrong of ['0', '-1', 'soon', '1e9', '36000', '']) {
      said.length = 0;
      expect(await obey([`--idle=${wrong}`], terminal)).toBe(2);
      expect(said.join('\n')).toContain('--idle');
      expect(said).toHaveLength(1);
    }
  });
});
