import type {When} from '../core/events/chronology.js';
import {findJsonFault} from './chronology-json-fault.js';
import type {FileHead, Format, FormatInput, ReadResult} from './format.js';
import {htmlToText, toSafeUrl} from './html-to-text.js';
import {type Import, startImport} from './imported-chronology.js';
import {linesOfItems} from './json-lines.js';
import {parseJson} from './json-text.js';
import {csv} from './table.js';
import {writeTimelineJs} from './timelinejs-writer.js';
import {readTimelineJsSheet, sheetHeader} from './timelinejs-sheet.js';
import {
  edtfOfSpan,
  type FoundDate,
  isCosmologicalScale,
  readDateObject,
} from './timelinejs-dates.js';

const FORMAT_NAME = 'TimelineJS';

type Fields = Readonly<Record<string, unknown>>;

/**
TimelineJS: its JSON (version 3, the slides of its first beta, and version 2) and its spreadsheet
saved as CSV.

Every slide but the title is one entry, and so is every era; an era becomes an event tagged `era`.
Source: TimelineJS JSON data format and spreadsheet template, timeline.knightlab.com/docs.
*/
export const timelineJsFormat: Format = {
  id: 'timelinejs',
  name: FORMAT_NAME,
  detect: detectTimelineJs,
  async read(input) {
    const text = stripAssignment(input.text);
    return text.trimStart().startsWith('{')
      ? readJson({...input, text}, text === input.text)
      : readTimelineJsSheet(input, addSlide);
  },
  async lineOfRow(input, row) {
    if (!stripAssignment(input.text).trimStart().startsWith('{'))
      return csv.lineOfRow?.(input, row);
    return [SLIDES, ERAS].flatMap((paths) => firstLines(input.text, paths))[row - 1];
  },
  write: writeTimelineJs,
};

/** Where the slides and eras stand, in each version. */
const SLIDES = [['events'], ['slides'], ['timeline', 'events'], ['timeline', 'date']];
const ERAS = [['eras'], ['timeline', 'eras'], ['timeline', 'era']];

function firstLines(text: string, paths: readonly (readonly string[])[]): readonly number[] {
  const found = paths.map((path) => linesOfItems(text, path));
  return found.find((lines) => lines.length > 0) ?? [];
}

function detectTimelineJs(head: FileHead): number {
  if (sheetHeader(head.text) !== undefined) return 0.98;
  const text = stripAssignment(head.text);
  if (!text.trimStart().startsWith('{')) return 0;
  // Of slides without any only the title and the empty list tell.
  if (/"title"\s*:\s*\{\s*"text"\s*:/.test(text) && /"events"\s*:\s*\[\s*\]/.test(text))
    return 0.97;
  const hasDates = /"start_?[dD]ate"\s*:/.test(text);
  if (!hasDates) return 0;
  if (/"timeline"\s*:\s*\{/.test(text)) return 0.97;
  return /"(?:events|eras)"\s*:\s*\[/.test(text) && /"start_date"\s*:/.test(text) ? 0.97 : 0;
}

/** Version 2 files were often scripts: `storyjs_jsonp_data = {…}`. */
function stripAssignment(text: string): string {
  return text
    .replace(/^\s{0,100}(?:var\s{1,10})?storyjs_jsonp_data\s{0,10}=\s{0,10}/, '')
    .replace(/\}\s*;\s*$/, '}');
}

/** @param isAsWritten - false when a part of the file was cut off, so that columns are not its own. */
function readJson(input: FormatInput, isAsWritten: boolean): ReadResult {
  const found = startImport(input.name, FORMAT_NAME);
  const whole = parseJson(input.text)?.value;
  const fault = whole === undefined ? findJsonFault(input.text) : undefined;
  if (fault !== undefined) {
    const {message, fix, line, column} = fault;
    found.addProblem({
      severity: 'error',
      ...(isAsWritten && {line, column}),
      message: `not valid JSON: ${message}`,
      fix,
    });
    return found.finish({entries: 0});
  }
  const root = fields(whole) ?? {};
  const timeline = fields(root['timeline']);
  if (timeline !== undefined && Array.isArray(timeline['date']))
    return readVersion2(timeline, found);
  const body = timeline ?? root;
  const slides = list(body['events']) ?? list(body['slides']);
  if (slides === undefined) {
    found.addProblem({
      severity: 'error',
      message: 'a TimelineJS file needs a list named `events`',
      field: 'events',
      fix: 'write the slides as `{"events": [{"start_date": {"year": "2024"}, "text": {"headline": "…"}}]}`',
    });
    return found.finish({entries: 0});
  }
  const eras = list(body['eras']) ?? [];
  let entry = 0;
  const dates = [...slides, ...eras].flatMap((item) => {
    const slide = fields(item);
    return slide === undefined ? [] : [slide['start_date'], slide['end_date']];
  });
  const isFar = isCosmologicalScale(body['scale'], dates);
  for (const slide of slides) addSlide(found, (entry += 1), slide, undefined, isFar);
  for (const era of eras) addSlide(found, (entry += 1), era, 'era', isFar);
  return found.finish({entries: entry, ...titleOf(body['title'], found)});
}

/** Version 2 (`timeline.date[]`, dates as `2011,12,10`) said in the words of version 3. */
function readVersion2(timeline: Fields, found: Import): ReadResult {
  const toSlide = (item: unknown): unknown => {
    const old = fields(item);
    if (old === undefined) return item;
    const {startDate, endDate, headline, text, tag, asset, classname, ...rest} = old;
    const media = fields(asset);
    return {
      ...rest,
      ...(startDate !== undefined && {start_date: textOf(startDate)}),
      ...(textOf(endDate) !== '' && {end_date: textOf(endDate)}),
      text: {headline, text},
      ...(textOf(tag) !== '' && {group: tag}),
      ...(media !== undefined && {media: {...media, url: media['media'], media: undefined}}),
      ...(textOf(classname) !== '' && {classname}),
    };
  };
  const {date: _, era: __, type: ___, startDate: ____, ...cover} = timeline;
  let entry = 0;
  for (const item of list(timeline['date']) ?? []) addSlide(found, (entry += 1), toSlide(item));
  for (const era of list(timeline['era']) ?? []) addSlide(found, (entry += 1), toSlide(era), 'era');
  return found.finish({
    entries: entry,
    ...titleOf(toSlide(cover), found),
  });
}

/** @returns title and summary of the title slide; what it shows beside is named as lost. */
function titleOf(value: unknown, found: Import): {title?: string; summary?: string} {
  const slide = fields(value);
  if (slide === undefined) return {};
  const text = fields(slide['text']);
  const title = htmlToText(textOf(text?.['headline']));
  const summary = htmlToText(textOf(text?.['text']));
  const lose = (field: string, what: string) => found.lose(0, `title.${field}`, what);
  for (const url of [...title.urls, ...summary.urls])
    lose('text', `a link of the title slide: ${url}`);
  if (hasContent(slide['media'])) lose('media', 'the picture of the title slide, with its words');
  for (const key of ['start_date', 'end_date', 'display_date'])
    if (hasContent(slide[key])) lose(key, 'the date of the title slide');
  loseDecoration(slide, lose);
  return {title: title.text.replace(/\n/g, ' '), summary: summary.text};
}

/** Name what a slide has that is not read. */
function loseDecoration(slide: Fields, lose: (field: string, what: string) => void): void {
  for (const [key, value] of Object.entries(slide)) {
    if (KNOWN.has(key) || !hasContent(value)) continue;
    lose(key, DECORATION.get(key) ?? 'a field that TimelineJS does not name');
  }
}

const KNOWN = new Set([
  'start_date',
  'end_date',
  'text',
  'media',
  'group',
  'display_date',
  'unique_id',
  'headline',
]);

const MEDIA = new Set(['url', 'link', 'thumbnail', 'caption', 'credit', 'alt']);

/** What slides carry that has no place in a chronology, and how the loss is worded. */
const DECORATION = new Map([
  ['background', 'the colour or picture behind the slide'],
  ['classname', 'the style of the slide'],
  ['autolink', 'whether addresses become links'],
]);

/**
Add a slide or an era as an event, or refuse it when it has no date.

@param value - a slide object of TimelineJS 3, from outside.
@param tag - given to the event, as `era`.
*/
function addSlide(
  found: Import,
  entry: number,
  value: unknown,
  tag?: string,
  isCosmological = false,
): void {
  const slide = fields(value);
  if (slide === undefined) return found.refuse(entry, '*', 'the entry is no object');
  const start = readDateObject(slide['start_date'], isCosmological);
  if (typeof start === 'string') return found.refuse(entry, 'start_date', start);
  const endValue = slide['end_date'];
  let end =
    endValue === undefined || endValue === null || endValue === ''
      ? undefined
      : readDateObject(endValue, isCosmological);
  if (typeof end === 'string') {
    if (hasContent(endValue)) found.lose(entry, 'end_date', end);
    end = undefined;
  }
  const span = edtfOfSpan(start, end);
  if (typeof span === 'string') return found.refuse(entry, 'start_date', span);
  for (const what of span.lost) found.lose(entry, 'start_date', what);
  if (span.hasTime)
    found.lose(entry, 'start_date', 'the file names no time zone; the time is read as UTC');

  const text = fields(slide['text']) ?? {};
  const headline = htmlToText(textOf(text['headline']) || textOf(slide['headline']));
  const body = htmlToText(textOf(text['text']));
  const media = readMedia(slide['media'], entry, found);
  const stated = statedOf(slide, start, end);
  if (headline.text === '') {
    const giver = body.text === '' ? 'its place in the file' : 'the text';
    found.lose(entry, 'text.headline', `there is no headline; ${giver} gives the title`);
  }
  loseDecoration(slide, (field, what) => found.lose(entry, field, what));
  found.addEvent({
    entry,
    id: textOf(slide['unique_id']) || undefined,
    title: headline.text.replace(/\n/g, ' ') || firstWords(body.text),
    when: {edtf: span.edtf, ...statedOrInferred(stated)},
    summary: body.text,
    note: media.note,
    side: htmlToText(textOf(slide['group'])).text,
    tags: tag === undefined ? [] : [tag],
    urls: [...headline.urls, ...body.urls, ...media.urls],
  });
}

function statedOf(slide: Fields, start: FoundDate, end: FoundDate | undefined): string {
  const own = textOf(slide['display_date']);
  const dates = end === undefined ? [start] : [start, end];
  const words = dates.map(({stated}) => stated).filter((part) => part !== undefined);
  const hasYears = words.length === 0 && dates.some(({year}) => year !== undefined);
  const years = hasYears ? dates.map(({year, parts}) => year ?? String(parts.year)) : [];
  const stated = own !== '' ? own : [...words, ...years].join(' – ');
  return htmlToText(stated).text.replace(/\n/g, ' ');
}

/**
What our own writer says of a date is taken for that: that it is inferred, and the words of the report behind
ours. All else are words of the file.
*/
function statedOrInferred(words: string): Omit<When, 'edtf'> {
  const match = /^.{1,200}? \((inferred)?(?:; )?(?:the report says "(.*)")?\)$/s.exec(words);
  const [, inferred, stated] = match ?? [];
  if (inferred === undefined && stated === undefined)
    return {...(words !== '' && {stated: words}), basis: 'stated'};
  return {
    ...(stated !== undefined && stated !== '' && {stated}),
    ...(inferred === undefined
      ? {basis: 'stated'}
      : {basis: 'inferred', reason: 'The file says that the date is inferred.'}),
  };
}

function readMedia(value: unknown, entry: number, found: Import): {note: string; urls: string[]} {
  const media = fields(value) ?? {};
  const urls: string[] = [];
  const lines: string[] = [];
  for (const key of ['url', 'link', 'thumbnail']) {
    const address = textOf(media[key]);
    if (address === '') continue;
    const url = toSafeUrl(address);
    const markup = url === undefined && address.includes('<') ? htmlToText(address) : undefined;
    if (url !== undefined) urls.push(url);
    else if (markup === undefined)
      found.lose(entry, `media.${key}`, `an address without a host: ${address}`);
    else {
      urls.push(...markup.urls);
      if (markup.text !== '') lines.push(markup.text);
    }
  }
  for (const key of Object.keys(media)) {
    if (!MEDIA.has(key) && hasContent(media[key]))
      found.lose(entry, `media.${key}`, 'how the picture is shown');
  }
  for (const key of ['caption', 'credit', 'alt']) {
    const {text, urls: linked} = htmlToText(textOf(media[key]));
    if (text !== '') lines.push(key === 'credit' ? `Credit: ${text}` : text);
    urls.push(...linked);
  }
  return {note: lines.join(' · '), urls};
}

function firstWords(text: string): string {
  const line = text.split('\n')[0] ?? '';
  return line.length <= 60 ? line : `${line.slice(0, 59).replace(/\s+\S*$/, '')}…`;
}

function fields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined;
}

function list(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function hasContent(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) {
    return value !== undefined && value !== null && value !== '';
  }
  // Whatever is nested so deep is something.
  return depth > 8 || Object.values(value).some((item) => hasContent(item, depth + 1));
}
