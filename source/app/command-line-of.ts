import {makeInert} from '../core/events/inert-text.js';
import {shownZone, type Env, type State} from '../core/state/state.js';
import {rowAtCursor} from '../core/state/visit.js';

/** Words of the command line that say what is opened. */
type GivenWords = {
  readonly files: readonly string[];
  /** How the files are read. */
  readonly fileFlags?: readonly string[];
  /** Before the files: a command, and what it takes first. */
  readonly verb?: readonly string[];
};

/**
@param given - as on the command line.
@returns a command line for a POSIX shell that brings the view back: command, files, event, pane,
filter, window, scale and zone.
*/
export function commandLineOf(state: State, env: Env, given: GivenWords): string {
  const {verb = [], files, fileFlags = []} = given;
  const words = ['ticktock', ...verb, ...files.map(fileWord), ...fileFlags];
  const row = rowAtCursor(state, env);
  const {frame, focus, timeline} = state.stop;
  if (row !== undefined) words.push('--at', row.id);
  if (focus === 'detail') {
    const isOwn = frame.pane === 'event' && frame.subject === row?.id;
    words.push('--pane', isOwn ? 'event' : `${frame.pane}:${frame.subject}`);
  }
  if (state.filter !== '') words.push('--query', state.filter);
  if (timeline.scale === 'sequence') {
    words.push('--zoom', `${step(timeline.firstStep)}/${step(timeline.lastStep)}`);
  } else words.push('--zoom', `${instant(timeline.start)}/${instant(timeline.end)}`);
  words.push('--scale', timeline.scale, '--zone', shownZone(state));
  return words.map(shellWord).join(' ');
}

/** A file whose name could be taken for a command or a flag is named with its folder. */
function fileWord(file: string): string {
  return file !== '-' && /^(?:-|[a-z]+$)/u.test(file) ? `./${file}` : file;
}

/** A step of four digits would be read back as a year. */
function step(value: number): string {
  const text = String(Math.round(value * 1000) / 1000);
  return /^\d{4}$/u.test(text) ? `${text}.0` : text;
}

/** ISO 8601 where a date reaches, else milliseconds since 1970. */
function instant(value: number): string {
  return Math.abs(value) < 8.64e15 ? new Date(value).toISOString() : String(value);
}

/**
@returns a word as a POSIX shell reads it back unchanged. What acts on a terminal is written as octal
bytes for `printf`: the line is going to be pasted.
*/
function shellWord(word: string): string {
  if (/^[\w./:@%+=,-]+$/u.test(word)) return word;
  if (makeInert(word) === word) return `'${word.replaceAll("'", `'\\''`)}'`;
  const escaped = Array.from(word, (character) =>
    character === '\\' || character === "'" || makeInert(character) !== character
      ? octalBytes(character)
      : character,
  );
  return `"$(printf %b '${escaped.join('')}')"`;
}

function octalBytes(character: string): string {
  return Array.from(
    new TextEncoder().encode(character),
    (byte) => `\\0${byte.toString(8).padStart(3, '0')}`,
  ).join('');
}

/**
@param text - `START/END` as {@link commandLineOf} writes them, ISO instants in UTC or numbers.
@returns the two ends; undefined when it is no such pair.
*/
export function parseZoom(text: string): {readonly from: number; readonly to: number} | undefined {
  const ends = text.split('/').map((part) => {
    if (INSTANT.test(part)) return Date.parse(part);
    // Four digits alone are a year, which is not for here to read.
    return NUMBER.test(part) && !/^\d{4}$/u.test(part) ? Number(part) : Number.NaN;
  });
  const [from, to] = ends;
  if (ends.length !== 2 || from === undefined || to === undefined) return undefined;
  return from < to ? {from, to} : undefined;
}

const INSTANT = /^[+-]?\d{4,6}-\d\d-\d\dT[\d:.]+Z$/u;
const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu;
