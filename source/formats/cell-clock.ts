/** Times of day as tables write them, alone in a cell or beside a day. */
import {type CellClock, FRACTION} from './cell-date.js';

/**
Names of zones that mean one offset, in minutes ahead of UTC. Others name several zones (IST, BST) and
are kept in words.
Source: RFC 5322 §4.3 for North America; IANA Time Zone Database 2024a, files `europe` and `asia`.
*/
const ZONES: ReadonlyMap<string, number> = new Map([
  ['Z', 0],
  ['UT', 0],
  ['UTC', 0],
  ['GMT', 0],
  ['EDT', -4 * 60],
  ['EST', -5 * 60],
  ['CDT', -5 * 60],
  ['CST', -6 * 60],
  ['MDT', -6 * 60],
  ['MST', -7 * 60],
  ['PDT', -7 * 60],
  ['PST', -8 * 60],
  ['WET', 0],
  ['WEST', 60],
  ['CET', 60],
  ['CEST', 2 * 60],
  ['EET', 2 * 60],
  ['EEST', 3 * 60],
  ['MSK', 3 * 60],
  ['JST', 9 * 60],
]);

const UNKNOWN_ZONE = 'the zone is not known and is kept only in words';

/** Upper and lower case differ in zones: `EST` is one, `est` and `in` are words. */
const TIME = String.raw`(?=\d{1,2}(?:[:h]\d|\s?[apAP]\.?[mM]))(\d{1,2})(?:[:h](\d{2})(?::(\d{2})(?:[.,](\d+))?)?)?(?:\s*([apAP])\.?[mM]\b\.?)?`;
const ZONE = String.raw`(?:\s*(Z|[A-Z]{2,5}\b|(?:UTC|GMT)?\s?[-+\u2212]\d{1,2}(?::?\d{2})?)(?:\s*\([^()]*\))?)?`;
const ALONE = new RegExp(`^${TIME}(?:\\s*(?:Uhr|hrs?))?${ZONE}$`);
const BESIDE = new RegExp(`(?:^|[\\s,T])${TIME}(?:\\s*(?:Uhr|hrs?))?${ZONE}(?=$|[\\s,])`);

/** @returns the time of day that is all a cell says: `9:30 PM`, `21:30:05`, `9 am`, `21:30 EST`. */
export function readClock(text: string): CellClock | undefined {
  // Two times with a dash between them are a span; nobody writes an offset so in a column of times.
  if (/\d[-\u2212]\d/.test(text)) return undefined;
  const match = ALONE.exec(text.trim());
  return match ? clockOf(match) : undefined;
}

/** @returns the time of day within a text and the text without it, or undefined when there is none. */
export function splitClock(
  text: string,
): {readonly clock: CellClock; readonly rest: string} | undefined {
  if (!/\d[:h]\d\d|\d\s?[ap]\.?m\b/i.test(text)) return undefined;
  const match = BESIDE.exec(text);
  const clock = match ? clockOf(match) : undefined;
  if (!match || !clock) return undefined;
  const before = text.slice(0, match.index).replace(/(?:,|\sat|\sum|\s\u00e0)?\s*$/i, '');
  const after = text.slice(match.index + match[0].length);
  return {clock, rest: `${before} ${after}`.trim()};
}

/** @returns minutes ahead of UTC: of `Z`, `UTC`, `EST`, `+03`, `-0500`, `+05:30`, `UTC+3`; undefined for others. */
export function readOffset(text: string): number | undefined {
  const named = ZONES.get(text.toUpperCase());
  if (named !== undefined) return named;
  const match = /^(?:UTC|GMT)?\s?([-+\u2212])(\d{1,2}):?(\d{2})?$/i.exec(text);
  if (!match) return undefined;
  const [hours, minutes] = [Number(match[2]), Number(match[3] ?? 0)];
  if (minutes > 59) return undefined;
  return (match[1] === '+' ? 1 : -1) * (hours * 60 + minutes);
}

/** @returns the hour from 0 to 23 of one from 1 to 12; `half` begins with `a` or `p`. */
export function hourOfDay(hour: number, half: string): number {
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

function clockOf(match: RegExpExecArray): CellClock | undefined {
  const [hours, minutes, seconds, fraction, half, zone] = match.slice(1, 7);
  const written = Number(hours);
  if (half === undefined ? minutes === undefined || written > 23 : written < 1 || written > 12) {
    return undefined;
  }
  const [minute, second] = [Number(minutes ?? 0), Number(seconds ?? 0)];
  if (minute > 59 || second > 59) return undefined;
  const offset = zone === undefined ? undefined : readOffset(zone);
  const remarks = [
    ...(zone !== undefined && offset === undefined ? [UNKNOWN_ZONE] : []),
    ...(fraction !== undefined && /[1-9]/.test(fraction) ? [FRACTION] : []),
  ];
  return {
    hour: half === undefined ? written : hourOfDay(written, half),
    minute,
    second,
    offset,
    ...(remarks.length === 0 ? {} : {remarks}),
  };
}
