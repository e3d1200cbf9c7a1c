import {entryOf, type MarkwhenEntry} from './markwhen-entry.js';
import {plainValue} from './markwhen-texts.js';

/** What stands before the first entry. */
export type MarkwhenHeader = {
  title: string | undefined;
  description: string | undefined;
  author: string | undefined;
  timezone: string | undefined;
  isDayFirst: boolean;
  /** Zones that tags stand for. */
  readonly tagTimezones: Map<string, string>;
  /** Keys that have no place in a chronology, and why. */
  readonly lost: Map<string, string>;
};

/** The section an entry stands in, with what it hands down. */
type MarkwhenSection = {
  readonly title: string | undefined;
  readonly tags: readonly string[];
  readonly timezone: string | undefined;
};

/** An entry with all its lines. */
export type MarkwhenBlock = MarkwhenEntry & {
  /** Line of the file that begins it, from 1. */
  readonly line: number;
  readonly properties: (readonly [key: string, value: string])[];
  readonly below: string[];
  readonly section: MarkwhenSection;
  /** What of its lines could not be kept. */
  readonly lost: string[];
};

/** A longer line is a file in a file: it is cut. */
const LONGEST_LINE = 100_000;
const CUT = `a line is cut after ${LONGEST_LINE.toLocaleString('en-US')} characters`;

type OpenSection = {
  level: number;
  title: string | undefined;
  tags: readonly string[];
  timezone: string | undefined;
};

const PROPERTY = /^(?!-)\s*([\w.-]+):(?:\s+(.*))?$/;
const HEADING = /^\s*(#{1,6})\s+(.*)$/;
const GROUP = /^\s*(?:group|section)(?:\s+(.*))?$/i;
const GROUP_END = /^\s*end\s?(?:group|section)\b/i;
const PAGE_BREAK = /^\s*_-_-_break_-_-_\s*$/;
const COMMENT = /^\s*\/\//;

/**
Cut notes into their header and their entries.

@returns the entries in order, and the lines that belong to none.
*/
export function splitMarkwhen(text: string): {
  readonly header: MarkwhenHeader;
  readonly blocks: readonly MarkwhenBlock[];
  readonly ignored: readonly {readonly line: number; readonly text: string}[];
} {
  const cut = new Set<number>();
  const lines = text.split(/\r\n|\n|\r/).map((line, at) => {
    if (line.length <= LONGEST_LINE) return line;
    cut.add(at);
    return line.slice(0, LONGEST_LINE);
  });
  const header: MarkwhenHeader = {
    title: undefined,
    description: undefined,
    author: undefined,
    timezone: undefined,
    isDayFirst: false,
    tagTimezones: new Map(),
    lost: new Map(),
  };
  // `section` is an ordinary word where headings make the sections, unless it is closed somewhere.
  const hasGroups =
    lines.some((line) => GROUP_END.test(line)) || !lines.some((line) => HEADING.test(line));
  const groupOf = (line: string) => (hasGroups ? GROUP.exec(line) : null);
  const begins = (line: string) =>
    HEADING.test(line) || groupOf(line) !== null || entryOf(line, header.isDayFirst) !== undefined;

  const blocks: MarkwhenBlock[] = [];
  const ignored: {line: number; text: string}[] = [];
  let open: OpenSection[] = [];
  let block: MarkwhenBlock | undefined;
  let properties: 'of the entry' | 'of the section' | undefined;
  const first = readHeader(lines, 0, header, begins);
  let at = first;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const heading = HEADING.exec(line);
    const group = groupOf(line);
    const entry = entryOf(line, header.isDayFirst);
    if (PAGE_BREAK.test(line)) {
      open = [];
      block = undefined;
      at = readHeader(lines, at + 1, header, begins) - 1;
    } else if (COMMENT.test(line)) {
      continue;
    } else if (entry !== undefined) {
      block = {
        ...entry,
        line: at + 1,
        properties: [],
        below: [],
        section: sectionOf(open),
        lost: [],
      };
      blocks.push(block);
      properties = 'of the entry';
    } else if (heading !== null) {
      const level = heading[1]?.length ?? 1;
      open = [
        ...open.filter((section) => section.level < level),
        startSection(level, heading[2] ?? ''),
      ];
      block = undefined;
      properties = 'of the section';
    } else if (group !== null) {
      open = [...open, startSection((open.at(-1)?.level ?? 0) + 1, group[1] ?? '')];
      block = undefined;
      properties = 'of the section';
    } else if (hasGroups && GROUP_END.test(line)) {
      open = open.slice(0, -1);
      block = undefined;
      properties = undefined;
    } else {
      const property = properties === undefined ? null : PROPERTY.exec(line);
      const isFence = properties !== undefined && /^\s*---\s*$/.test(line);
      const section = open.at(-1);
      if (isFence) continue;
      if (property !== null && properties === 'of the entry') {
        block?.properties.push([property[1] ?? '', property[2] ?? '']);
      } else if (property !== null && section !== undefined) {
        if (['tz', 'timezone'].includes(property[1] ?? '')) section.timezone = property[2];
        else if (property[1] !== 'style')
          header.lost.set(
            `${section.title ?? 'section'}.${property[1] ?? ''}`,
            'a property of a section',
          );
      } else {
        properties = undefined;
        if (block !== undefined) block.below.push(line);
        else if (line.trim() !== '') ignored.push({line: at + 1, text: line.trim()});
      }
    }
    if (cut.has(at)) block?.lost.push(CUT);
  }
  for (const line of cut) if (line < first) header.lost.set(`line ${line + 1}`, CUT);
  return {header, blocks, ignored};
}

function startSection(level: number, text: string): OpenSection {
  const words = text.replace(/\s\/\/.*$/, '');
  const tags = [...words.matchAll(/(?:^|\s)#(?!\d+(?:\s|$))([\p{L}\p{N}_]+)/gu)].map(
    (match) => match[1] ?? '',
  );
  const title = words.replace(/(?:^|\s)#(?!\d+(?:\s|$))[\p{L}\p{N}_]+/gu, '').trim();
  return {level, title: title === '' ? undefined : title, tags, timezone: undefined};
}

/** What an entry gets from the sections around it: the nearest title, all tags, the nearest zone. */
function sectionOf(open: readonly OpenSection[]): MarkwhenSection {
  // A section's properties come before its entries, so its zone is known here.
  return {
    title: open.map(({title}) => title).findLast((title) => title !== undefined),
    tags: open.flatMap(({tags}) => tags),
    timezone: open.map(({timezone}) => timezone).findLast((zone) => zone !== undefined),
  };
}

/** Keys of the header that say how notes look or who may see them. */
const LOOKS = new Map([
  ['view', 'who may see the notes'],
  ['edit', 'who may change the notes'],
  ['viewers', 'who may see the notes'],
  ['editors', 'who may change the notes'],
]);

/** Reads front matter between `---`, or all that stands before the first entry or section. */
function readHeader(
  lines: readonly string[],
  from: number,
  header: MarkwhenHeader,
  begins: (line: string) => boolean,
): number {
  let at = from;
  let isFenced = false;
  let parent = '';
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (/^---\s*$/.test(line)) {
      if (isFenced) return at + 1;
      isFenced = true;
      continue;
    }
    if (!isFenced && (begins(line) || PAGE_BREAK.test(line))) return at;
    if (COMMENT.test(line) || line.trim() === '') continue;
    const inner = /^\s+/.test(line);
    const [, key = '', raw = ''] = /^\s*(#?[^:\s][^:]{0,100}?)\s*:(?:\s+(.*))?$/.exec(line) ?? [];
    const value = plainValue(raw.replace(/\s\/\/.*$/, ''));
    if (inner && parent !== '') readInner(header, parent, key, value);
    else {
      parent = key;
      readKey(header, key, value, line);
    }
  }
  return at;
}

function readKey(header: MarkwhenHeader, key: string, value: string, line: string): void {
  const name = key.toLowerCase();
  if (name === 'title') header.title ??= value;
  else if (name === 'description') header.description ??= value;
  else if (name === 'timezone' || name === 'tz') header.timezone ??= value;
  else if (name === 'dateformat') {
    if (/^d{1,2}\/M{1,2}\/y{1,4}$/.test(value)) header.isDayFirst = true;
    else if (!/^M{1,2}\/d{1,2}\/y{1,4}$/.test(value))
      header.lost.set('dateFormat', `the form “${value}” is not one that markwhen knows`);
  } else if (name === 'author' || name === 'authors') {
    if (value !== '') header.author ??= value;
  } else if (key.startsWith('#')) {
    if (value !== '') header.lost.set(key, 'the colour of a tag');
  } else if (key === '') header.lost.set(line.trim().slice(0, 40), 'text before the first entry');
  else header.lost.set(key, LOOKS.get(name) ?? 'a key that has no place in a chronology');
}

function readInner(header: MarkwhenHeader, parent: string, key: string, value: string): void {
  const name = key.toLowerCase();
  if (/^authors?$/i.test(parent) && name === 'name') header.author ??= value;
  else if (parent.startsWith('#') && (name === 'timezone' || name === 'tz'))
    header.tagTimezones.set(parent.slice(1), value);
  else if (parent.startsWith('#') && /^colou?r$/i.test(key))
    header.lost.set(parent, 'the colour of a tag');
  else header.lost.set(`${parent}.${key}`, 'a key that has no place in a chronology');
}
