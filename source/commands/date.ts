import {inertJson, makeInert} from '../core/events/inert-text.js';
import {formatInstant, machineBounds} from '../core/time/format-instant.js';
import {describeEdtf} from '../core/time/edtf-words.js';
import {parseEdtf, parseStrictEdtf} from '../core/time/edtf.js';
import type {EdtfLevel} from '../core/time/edtf-value.js';
import {resolveEnds, type EndBounds} from '../core/time/resolve-when.js';
import type {Command, Io} from './command.js';

/** One answer, as `--format ndjson` prints it. */
type DateAnswer = {
  readonly input: string;
  readonly valid: boolean;
  readonly level: EdtfLevel | null;
  /** ISO instants in UTC; a signed year beyond the reach of a date; null when open, unknown or not valid. */
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly words: string | null;
  /** With the column, from 1; only when not valid. */
  readonly error?: string;
};

/** Inputs of this many characters in all are answered before the next are written. */
const BATCH = 500;

/** Characters of an input that are shown in text. */
const LONGEST_SHOWN = 72;

/** `ticktock date`: what EDTF texts mean. */
export const dateCommand: Command = {
  name: 'date',
  usage: 'date [EDTF...]',
  summary: 'what a date means: valid or not, its level, its earliest and latest instant, in words',
  flags: [
    {
      name: 'format',
      type: 'string',
      choices: ['text', 'ndjson'],
      placeholder: 'FORMAT',
      summary: 'text (default), or ndjson: one JSON object a line',
    },
  ],
  async run({input, flags, io}) {
    const format = flags['format'] ?? 'text';
    if (format !== 'text' && format !== 'ndjson') {
      io.error('ticktock date: --format is text or ndjson');
      return 2;
    }
    const isPiped = input.length === 0 || (input.length === 1 && input[0] === '-');
    if (isPiped && io.isStdinTerminal) {
      io.error('ticktock date: no date given: write one, as in: ticktock date 2023-10-15~');
      return 2;
    }
    const texts = isPiped ? await readLines(io) : input;
    let isAllValid = true;
    for (let from = 0; from < texts.length; from += BATCH) {
      const answers = texts.slice(from, from + BATCH).map(answerDate);
      isAllValid &&= answers.every(({valid}) => valid);
      const write = format === 'ndjson' ? inertJson : answerText;
      await io.out(answers.map((answer) => `${write(answer)}\n`).join(''));
    }
    return isAllValid ? 0 : 1;
  },
};

/**
@param text - EDTF, nothing around it; anything else is answered as not valid.
@returns what it means; dates and local times are taken in UTC. What a chronology file takes although
it is no EDTF is not valid here, where EDTF is judged, and the error says so.
*/
export function answerDate(text: string): DateAnswer {
  const result = parseStrictEdtf(text);
  if (!result.ok) {
    const error = `character ${result.column}: ${result.error}${inChronology(text)}`;
    return {
      input: text,
      valid: false,
      level: null,
      earliest: null,
      latest: null,
      words: null,
      error,
    };
  }
  const {value} = result;
  return {
    input: text,
    valid: true,
    level: value.level,
    ...machineBounds(value, 'UTC'),
    words: describeEdtf(value),
  };
}

function inChronology(text: string): string {
  const result = parseEdtf(text);
  return result.ok ? ` (a chronology file takes it: ${describeEdtf(result.value)})` : '';
}

function answerText(answer: DateAnswer): string {
  const input = shorten(answer.input);
  if (!answer.valid) return `${input}\n  not valid, ${answer.error ?? ''}`;
  const {earliest, latest, level, words} = answer;
  return [
    input,
    `  ${words ?? ''}`,
    `  earliest  ${earliest ?? 'not given'}`,
    `  latest    ${latest ?? 'not given'}`,
    ...endLines(answer.input),
    `  level     ${level ?? ''}`,
  ].join('\n');
}

/** When an interval can begin and when it can end, which `earliest` and `latest` leave out. */
function endLines(text: string): readonly string[] {
  const result = parseStrictEdtf(text);
  const ends = result.ok ? resolveEnds(result.value, 'UTC') : undefined;
  if (!ends) return [];
  const line = (name: string, end: EndBounds | undefined): string =>
    end === undefined
      ? `  ${name} not given`
      : `  ${name} ${formatInstant(end.earliest, 'earliest') ?? ''} to ${formatInstant(end.latest, 'latest') ?? ''}`;
  return [line('begins   ', ends.start), line('ends     ', ends.end)];
}

function shorten(text: string): string {
  const inert = makeInert(text);
  if (inert === '') return '(empty)';
  const shown = [...inert.slice(0, 2 * LONGEST_SHOWN)].slice(0, LONGEST_SHOWN).join('');
  return shown.length < inert.length ? `${shown}...` : inert;
}

/** Every line is a date, an empty one too, so that answers stand beside their lines. */
async function readLines(io: Io): Promise<readonly string[]> {
  const text = new TextDecoder().decode(await io.stdin());
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
