import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import type {Io} from '../../source/commands/command.js';
import {dateCommand} from '../../source/commands/date.js';

type Vector = {
  readonly input: string;
  readonly valid: boolean;
  readonly level?: number;
  readonly earliest?: string | null;
  readonly latest?: string | null;
  readonly column?: number;
};

const {vectors} = JSON.parse(
  readFileSync(new URL('../fixtures/edtf-vectors.json', import.meta.url), 'utf8'),
) as {readonly vectors: readonly Vector[]};

type Run = {readonly code: number; readonly out: string; readonly errors: readonly string[]};

async function run(input: readonly string[], format?: string, stdin?: string): Promise<Run> {
  let out = '';
  const errors: string[] = [];
  const io: Io = {
    out: async (text) => {
      out += text;
    },
    error: (line) => {
      errors.push(line);
    },
    stdin: async () => new TextEncoder().encode(stdin ?? ''),
    isStdoutTerminal: false,
    isStdinTerminal: stdin === undefined,
    columns: 80,
    env: {},
    now: () => 0,
  };
  const code = await dateCommand.run({input, flags: format === undefined ? {} : {format}, io});
  return {code, out, errors};
}

describe('ticktock date', () => {
  test('of - is what standard input says, line by line', async () => {
    const piped = await run([], 'ndjson', '2024-01\n2023~\n');
    expect(await run(['-'], 'ndjson', '2024-01\n2023~\n')).toEqual(piped);
    expect(piped.out.trimEnd().split('\n')).toHaveLength(2);
  });

  test('answers each line of standard input with one line of JSON', async () => {
    const {code, out} = await run(
      [],
      'ndjson',
      vectors
        .map(({input}) => input)
        .filter((i) => !i.includes('\n'))
        .join('\n'),
    );
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(code).toBe(1);
    const expected = vectors.filter(({input}) => !input.includes('\n'));
    expect(answers.map(({input}) => input)).toEqual(expected.map(({input}) => input));
    for (const [at, {valid, level, earliest, latest, column, input}] of expected.entries()) {
      const answer = answers[at];
      expect(answer).toMatchObject({
        input,
        valid,
        level: level ?? null,
        earliest: earliest ?? null,
        latest: latest ?? null,
      });
      if (valid) expect(answer).not.toHaveProperty('error');
      else expect(answer?.['error']).toMatch(new RegExp(`^character ${column ?? ''}: .`));
      expect(typeof answer?.['words']).toBe(valid ? 'string' : 'object');
    }
  });

  test('says in text what a date means', async () => {
    expect(await run(['2023-10-15~/2024-01-24'])).toEqual({
      code: 0,
      errors: [],
      out: [
        '2023-10-15~/2024-01-24',
        '  between mid-October 2023 and 24 January 2024, the start approximate',
        '  earliest  2023-10-15T00:00:00.000Z',
        '  latest    2024-01-24T23:59:59.999Z',
        '  begins    2023-10-15T00:00:00.000Z to 2023-10-15T23:59:59.999Z',
        '  ends      2024-01-24T00:00:00.000Z to 2024-01-24T23:59:59.999Z',
        '  level     1',
        '',
      ].join('\n'),
    });
  });

  test('says in text what is wrong, and exits with 1 when any date is', async () => {
    const {code, out} = await run(['2024', '2023-02-29']);
    expect(code).toBe(1);
    expect(out).toContain('2023-02-29\n  not valid, character 9: February 2023 has 28 days\n');
  });

  test('says of an end that it is not given', async () => {
    expect((await run(['/..'])).out).toContain(
      '  earliest  not given\n  latest    not given\n  begins    not given\n  ends      not given\n',
    );
  });

  test('never sends a control character of the input to the terminal', async () => {
    const {out} = await run(['2024\u001b[2J\u009b', `\u202e${'9'.repeat(500)}`]);
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(out.split('\n').every((line) => line.length < 120)).toBe(true);
  });

  test('escapes control characters in JSON, and loses none of them', async () => {
    const hostile = '2024\u001b[2J\u007f\u009b\u202e\u2028\ud800\u{e0041}\u{1f469}';
    const {out} = await run([hostile], 'ndjson');
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e]/);
    expect(out).not.toContain('\u{e0041}');
    expect(JSON.parse(out)).toMatchObject({input: hostile, valid: false});
  });

  test('never shows half a character of a long input', async () => {
    const {out} = await run(['\u{1f469}'.repeat(100)]);
    expect(out).toMatch(/^\u{1f469}{72}\.\.\.\n/u);
  });

  test('an empty line is a date that is not valid, the end of the last line is none', async () => {
    const {out} = await run([], 'ndjson', '2024\r\n\n2025\n');
    expect(out.split('\n').map((line) => line.slice(0, 15))).toEqual([
      '{"input":"2024"',
      '{"input":"","va',
      '{"input":"2025"',
      '',
    ]);
  });

  test('with nothing to read it says what to write', async () => {
    const {code, errors, out} = await run([]);
    expect([code, out, errors.length]).toEqual([2, '', 1]);
    expect((await run(['2024'], 'xml')).code).toBe(2);
  });

  test('takes a thousand dates', async () => {
    const {code, out} = await run(
      Array.from({length: 1000}, (_, at) => String(1000 + at)),
      'ndjson',
    );
    expect([code, out.split('\n').length]).toEqual([0, 1001]);
  });
});
