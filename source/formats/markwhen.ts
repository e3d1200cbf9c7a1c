import {isZoneName} from '../core/time/zone.js';
import type {FileHead, Format, FormatInput, ReadResult} from './format.js';
import {type Import, startImport} from './imported-chronology.js';
import {looksLikeJson} from './json-rows.js';
import {entryOf} from './markwhen-entry.js';
import {type MarkwhenBlock, type MarkwhenHeader, splitMarkwhen} from './markwhen-lines.js';
import {type ClockSpan, resolveRange} from './markwhen-spans.js';
import {listValue, plainValue, readTexts, toUrl} from './markwhen-texts.js';
import {guessDialect, splitHead} from './split-head.js';

const FORMAT_NAME = 'markwhen';

/**
Notes in markwhen, of today and of 2023.

An entry is a line that begins with a date and a colon, with what stands below it. A repeating
entry is one entry and gives an event for each repetition, bounded. Sections and groups become
lanes by their own title; dates reckoned from other entries are marked as inferred.
Source: docs.markwhen.com (mark-when/docs), its "Syntax" pages of 2023 to 2025.
*/
export const markwhenFormat: Format = {
  id: 'markwhen',
  name: FORMAT_NAME,
  detect: detectMarkwhen,
  read: (input) => Promise.resolve(readMarkwhen(input)),
  lineOfRow: (input, entry) => Promise.resolve(splitMarkwhen(input.text).blocks[entry - 1]?.line),
};

function detectMarkwhen(head: FileHead): number {
  const {name, text} = head;
  if (looksLikeJson(text) || /^\s{0,100}(?:<[!?a-z]|BEGIN:)/i.test(text)) return 0;
  if (/^\s{0,100}chronology\s{0,20}:/m.test(text.slice(0, 400))) return 0;
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '');
  const dated = lines.filter((line) => {
    const range = entryOf(line, false)?.range;
    return typeof range === 'object' && ['date', 'edtf', 'yearless'].includes(range.from.kind);
  }).length;
  const isNamed = /\.(?:mw|markwhen)$/i.test(name);
  if (isNamed) return dated > 0 ? 0.95 : 0.8;
  const hasSyntax = /^\s*(?:#{1,6}\s+\S|group\s|section\s|title:\s|\/\/|---\s*$)/im.test(text);
  if (dated === 0) return 0;
  // Rows of one length under names: a table whose dates nobody else has read.
  if (isTable(text, head.isWhole)) return 0.1;
  return dated >= 2 && dated / lines.length > 0.3 ? 0.7 : hasSyntax || dated >= 2 ? 0.5 : 0.3;
}

/** Rows of equal length below a first row without any date. */
function isTable(text: string, isWhole: boolean): boolean {
  const rows = splitHead(text, guessDialect(text), 20, isWhole);
  const width = rows[0]?.length ?? 0;
  const isNamed = rows[0]?.every((cell) => !/\d|:\s/.test(cell)) === true;
  return isNamed && width > 1 && rows.length > 1 && rows.every((row) => row.length === width);
}

function readMarkwhen(input: FormatInput): ReadResult {
  const found = startImport(input.name, FORMAT_NAME);
  const {header, blocks, ignored} = splitMarkwhen(input.text);
  const byId = new Map<string, ClockSpan>();
  const state: {last: ClockSpan | undefined} = {last: undefined};
  for (const [index, block] of blocks.entries())
    addBlock(found, header, block, index + 1, state, byId);
  for (const [key, what] of header.lost) found.lose(0, key, what);
  for (const {line, text} of ignored.slice(0, 100)) {
    found.lose(0, `line ${line}`, `text outside any entry: ${text.slice(0, 60)}`);
  }
  if (ignored.length > 100)
    found.lose(0, '*', `${ignored.length - 100} more lines outside any entry`);
  const timezone = header.timezone === undefined ? undefined : zoneOf(header.timezone);
  if (header.timezone !== undefined && timezone === undefined) {
    found.lose(0, 'timezone', `no time zone is named “${header.timezone}”; dates are read in UTC`);
  }
  return found.finish({
    entries: blocks.length,
    title: header.title,
    summary: header.description,
    author: header.author,
    timezone: timezone ?? 'UTC',
  });
}

function addBlock(
  found: Import,
  header: MarkwhenHeader,
  block: MarkwhenBlock,
  entry: number,
  state: {last: ClockSpan | undefined},
  byId: Map<string, ClockSpan>,
): void {
  for (const what of block.lost) found.lose(entry, 'text', what);
  const resolved =
    typeof block.range === 'string'
      ? block.range
      : resolveRange(block.range, {last: state.last, byId});
  if (typeof resolved === 'string')
    return found.refuse(entry, 'date', `“${block.dates}”: ${resolved}`);
  for (const what of resolved.lost) found.lose(entry, 'date', what);
  const texts = readTexts(block.rest, block.below);
  for (const what of texts.lost) found.lose(entry, 'text', what);
  const property = (name: string) => block.properties.find(([key]) => key === name)?.[1];
  const id = plainValue(property('id') ?? '') || texts.id;
  if (resolved.span !== undefined) {
    state.last = resolved.span;
    if (id !== undefined && !byId.has(id)) byId.set(id, resolved.span);
  }
  const tags = [
    ...texts.tags,
    ...listValue(property('tags') ?? '').map((tag) => tag.replace(/^#/, '')),
    ...block.section.tags,
  ];
  const timezone = zoneOfBlock(found, header, block, entry, tags);
  const places = ['location', 'locations'].flatMap((name) => listValue(property(name) ?? ''));
  const links = ['url', 'link', 'links']
    .flatMap((name) => listValue(property(name) ?? ''))
    .flatMap((one) => toUrl(one) ?? []);
  const said = new Set(['id', 'tags', 'tz', 'timezone', 'location', 'locations']);
  const notes = block.properties
    .filter(([key]) => !said.has(key))
    .map(([key, value]) => `${key}: ${value.trim()}`);
  if (texts.title === '') {
    const giver = texts.summary === '' ? 'its place in the file' : 'the text below';
    found.lose(entry, 'text', `there is no title; ${giver} gives one`);
  }
  for (const edtf of resolved.edtfs) {
    found.addEvent({
      entry,
      id,
      title: texts.title || texts.summary.split('\n')[0]?.slice(0, 60) || `Entry ${entry}`,
      when: {
        edtf,
        ...(edtf !== block.dates && {stated: block.dates}),
        ...(timezone !== undefined && {timezone}),
        ...(resolved.isReckoned
          ? {basis: 'inferred', reason: `reckoned from “${block.dates}” and the entries before it`}
          : {basis: 'stated'}),
      },
      summary: texts.summary,
      note: notes.join('; '),
      side: block.section.title,
      places: [...texts.places, ...places].map((name) => ({name})),
      tags,
      urls: [...texts.urls, ...links],
    });
  }
}

/** The zone of an entry: its own, else its section's, else its tags'; undefined for the file's. */
function zoneOfBlock(
  found: Import,
  header: MarkwhenHeader,
  block: MarkwhenBlock,
  entry: number,
  tags: readonly string[],
): string | undefined {
  const own = block.properties.find(([key]) => key === 'tz' || key === 'timezone')?.[1];
  const given = [own, block.section.timezone, ...tags.map((tag) => header.tagTimezones.get(tag))];
  for (const text of given) {
    if (text === undefined || plainValue(text) === '') continue;
    const zone = zoneOf(text);
    if (zone !== undefined) return zone;
    found.lose(entry, 'timezone', `no time zone is named “${plainValue(text)}”`);
  }
  return undefined;
}

/** @returns the IANA zone of `Europe/London`, `+5` or `UTC-3`; undefined when there is none. */
function zoneOf(text: string): string | undefined {
  const plain = plainValue(text);
  const offset = /^(?:UTC|GMT)?\s*([+-]?)(\d{1,2})(?::?00)?$/i.exec(plain);
  if (offset !== null) {
    const hours = Number(offset[2]);
    if (hours === 0) return 'Etc/UTC';
    // The names count from Greenwich the other way: Etc/GMT-3 is three hours ahead.
    const name = `Etc/GMT${offset[1] === '-' ? '+' : '-'}${hours}`;
    return isZoneName(name) ? name : undefined;
  }
  if (/^(?:utc|gmt|z)$/i.test(plain)) return 'Etc/UTC';
  return isZoneName(plain) ? plain : undefined;
}
