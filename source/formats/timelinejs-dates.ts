import {type CalendarParts, edtfInterval, edtfOfParts} from './calendar-parts.js';

/** A date of TimelineJS as the file has it: an object of strings or numbers, or a text. */
export type FoundDate = {
  readonly parts: CalendarParts;
  /** `display_date` of the date itself. */
  readonly stated?: string | undefined;
  /** The year as written, where its words would say another number: -3500 is 3,501 BC. */
  readonly year?: string | undefined;
  readonly lost: readonly string[];
};

const NO_YEAR_ZERO = 'the year 0, which is between 1 BCE and 1 CE; read as 1 BCE';

/**
@param year - of a slide: -44 is 44 BCE.
@returns the year counted with a year zero, as EDTF does: -43.
Source: TimelineJS JSON data format, "date objects": BCE years are negative numbers; its `Language.js`
shows -44 as "44 BCE".
*/
function yearFromSlide(year: number): number {
  return year < 0 ? year + 1 : year;
}

/** @returns a year counted with a year zero as a slide has it; the inverse of how it is read. */
export function yearOfSlide(year: number): number {
  return year <= 0 ? year - 1 : year;
}

/** Beyond this TimelineJS takes the cosmological scale by itself, whatever a file says (`TimelineConfig.js`). */
const FARTHEST_HUMAN_YEAR = 271_820;

/**
@param scale - as the file says.
@param dates - date objects of the file, from outside.
@returns whether years are counted as on the cosmological scale.
*/
export function isCosmologicalScale(scale: unknown, dates: readonly unknown[]): boolean {
  if (scale === 'cosmological') return true;
  return dates.some((date) => {
    if (typeof date !== 'object' || date === null || !('year' in date)) return false;
    const year = Number(cellText(date.year).replace(/[\s,]+/g, ''));
    return Math.abs(year) > FARTHEST_HUMAN_YEAR;
  });
}

/** The keys of a date object, coarse to fine, as edtfOfParts takes them. */
const UNITS = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;

/**
Read a TimelineJS 3 date object.

@param value - `{year, month?, day?, hour?, minute?, second?, display_date?}`, strings or numbers.
@param isCosmological - years are plain numbers then, and no year is counted twice or left out.
@returns the parts; a text says why it is no date. The year -44 is 44 BCE, which is `-0043`.
Source: TimelineJS JSON data format, "date objects" (timeline.knightlab.com/docs/json-format.html).
*/
export function readDateObject(value: unknown, isCosmological = false): FoundDate | string {
  if (typeof value === 'string') return readDateText(value);
  if (typeof value !== 'object' || value === null) return 'no date';
  const object = value as Readonly<Record<string, unknown>>;
  const lost: string[] = [];
  const found: Partial<Record<(typeof UNITS)[number], number>> = {};
  for (const unit of UNITS) {
    const text = cellText(object[unit]).replace(/[\s,]+/g, '');
    if (text === '') continue;
    if (/^[+-]?\d{1,15}$/.test(text)) found[unit] = Number(text);
    else if (unit === 'year') return `the year “${text}” is not a number`;
    else lost.push(`the ${unit} “${text}”, which is not a number`);
  }
  if (found.year === undefined) return 'no year';
  if (/[1-9]/.test(cellText(object['millisecond']))) lost.push('the milliseconds');
  const stated = cellText(object['display_date']);
  const date = foundDate({...found, year: found.year}, lost, isCosmological);
  return {
    ...date,
    stated: stated === '' ? undefined : stated,
    ...(found.year < 0 && date.parts.year === found.year && {year: cellText(object['year'])}),
  };
}

/**
Read a date in the text forms of TimelineJS 2 and of its first spreadsheet: `2011,12,10,07,02`,
`2011-12-10`, `12/10/2011 7:02`, `12/2011`, `2011`.
*/
function readDateText(text: string): FoundDate | string {
  const trimmed = text.trim();
  const commas =
    /^(-?\d{1,15})(?:,(\d{1,2}))?(?:,(\d{1,2}))?(?:,(\d{1,2}))?(?:,(\d{1,2}))?(?:,(\d{1,2}))?(?:,\d*)?,*$/.exec(
      trimmed.replace(/\s+/g, ''),
    );
  if (commas !== null) return foundDate(partsOf(commas.slice(1)), []);
  const [date = '', ...rest] = trimmed.split(/[T\s]+/);
  const time = rest.length === 0 ? undefined : readTime(rest.join(' '));
  const lost = rest.length > 0 && time === undefined ? [`the time “${rest.join(' ')}”`] : [];
  const iso = /^(-?\d{1,15})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(date);
  if (iso !== null) return foundDate({...partsOf(iso.slice(1)), ...time}, lost);
  const slashes = /^(?:(\d{1,2})\/)?(?:(\d{1,2})\/)?(-?\d{3,15})$/.exec(date);
  if (slashes !== null) {
    const [, month, day, year] = slashes;
    return foundDate({...partsOf([year, month, day]), ...time}, lost);
  }
  return trimmed === '' ? 'no date' : `the date “${trimmed}” is in no form of TimelineJS`;
}

/**
Read a spreadsheet time: `10:30`, `7:05 pm`, `23:59:59`.
@returns undefined when it is none.
*/
export function readTime(
  text: string,
): (Pick<CalendarParts, 'hour' | 'minute' | 'second'> & {millisecond?: number}) | undefined {
  const match = /^(\d{1,2})(?::(\d{2}))?(?::(\d{2})(?:\.(\d{1,9}))?)?\s*([ap])?\.?(?:m\.?)?$/i.exec(
    text.trim(),
  );
  if (match === null || (match[2] === undefined && match[5] === undefined)) return undefined;
  const half = match[5]?.toLowerCase();
  let hour = Number(match[1]);
  if (half !== undefined) hour = (hour % 12) + (half === 'p' ? 12 : 0);
  return {
    hour,
    minute: Number(match[2] ?? 0),
    ...(match[3] !== undefined && {second: Number(match[3])}),
    ...(match[4] !== undefined && {millisecond: Number(`0.${match[4]}`) * 1000}),
  };
}

/** A date or a span as EDTF. */
export type FoundSpan = {
  readonly edtf: string;
  readonly lost: readonly string[];
  readonly hasTime: boolean;
};

/**
@returns the span from start to end as EDTF: one date when the end is absent, the same, or cannot
come after the start (then named in `lost`); a text when there is no start.
*/
export function edtfOfSpan(start: FoundDate, end: FoundDate | undefined): FoundSpan | string {
  const from = edtfOfParts(start.parts);
  if (from === undefined) return 'no year that can be written';
  const lost = [...start.lost, ...from.lost];
  const to = end === undefined ? undefined : edtfOfParts(end.parts);
  const hasTime = from.edtf.includes('T') || (to?.edtf.includes('T') ?? false);
  if (end === undefined || to === undefined) return {edtf: from.edtf, lost, hasTime};
  lost.push(...end.lost, ...to.lost);
  const edtf = edtfInterval(from.edtf, to.edtf);
  if (edtf === undefined) lost.push(`the end ${to.edtf}, which does not come after the start`);
  return {edtf: edtf ?? from.edtf, lost, hasTime};
}

function foundDate(
  parts: CalendarParts,
  lost: readonly string[],
  isCosmological = false,
): FoundDate {
  if (isCosmological || Math.abs(parts.year) > FARTHEST_HUMAN_YEAR) return {parts, lost};
  const isZero = parts.year === 0;
  return {
    parts: {...parts, year: yearFromSlide(parts.year)},
    lost: isZero ? [...lost, NO_YEAR_ZERO] : lost,
  };
}

function partsOf(texts: readonly (string | undefined)[]): CalendarParts {
  const numbers = texts.map((text) =>
    text === undefined || text === '' ? undefined : Number(text),
  );
  const [year = 0, month, day, hour, minute, second] = numbers;
  return {year, month, day, hour, minute, second};
}

function cellText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
