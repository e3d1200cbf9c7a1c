import {type MarkwhenRange, readRange} from './markwhen-dates.js';

/** The entry that a line begins: its dates and the rest of the line. */
export type MarkwhenEntry = {
  /** A text says why the dates cannot be read. */
  readonly range: MarkwhenRange | string;
  readonly dates: string;
  readonly rest: string;
};

const MONTHS =
  'january february march april may june july august september october november december ' +
  'jan feb mar apr jun jul aug sept sep oct nov dec';
const WEEKDAYS =
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun';
/** Words of dates that people write and markwhen does not know. */
const LOOSE =
  'spring summer autumn fall winter q1 q2 q3 q4 week circa ca c about around early mid late end the of';
const NAMES = `${MONTHS} ${WEEKDAYS} ${LOOSE}`;
const BEGINS = new RegExp(
  `^\\s*(?:[\\d!.]|[-[{Y](?=[-\\d])|XX|by\\b|before\\b|after\\b|now\\b|(?:${NAMES.replaceAll(' ', '|')})\\b)`,
  'i',
);
const LOOSE_WORDS = new Set(LOOSE.split(' '));
/** The name of a day before the date of that day. */
const WEEKDAY = new RegExp(
  `\\b(?:${WEEKDAYS.replaceAll(' ', '|')})\\b\\.?,?\\s+(?=\\d|(?:${MONTHS.replaceAll(' ', '|')})\\b)`,
  'gi',
);
/** Colons looked at in a line; a date has no more. */
const MOST_COLONS = 12;

/**
@param isDayFirst - true after `dateFormat: d/M/y`.
@returns the entry that a line begins; undefined when it is text. A line that can be nothing but an
  entry, yet has no date that exists, is one that cannot be read.
*/
export function entryOf(line: string, isDayFirst: boolean): MarkwhenEntry | undefined {
  const head = line.slice(0, 200);
  if (!BEGINS.test(head)) return undefined;
  let found: MarkwhenEntry | undefined;
  let refused: MarkwhenEntry | undefined;
  let colons = 0;
  for (
    let at = head.indexOf(':');
    at !== -1 && colons < MOST_COLONS;
    at = head.indexOf(':', at + 1)
  ) {
    colons += 1;
    const dates = head.slice(0, at).trim();
    const rest = line.slice(at + 1);
    // `3:04 PM` goes on: it is not an entry of 3 o'clock that begins with 04.
    if (/(?:^|[\sT:,])\d{1,2}$/.test(dates) && /^\d{2}(?!\d)/.test(rest)) continue;
    const range = readRange(dates, isDayFirst) ?? readWithoutWeekdays(dates, isDayFirst);
    // The last colon that closes a date: the ones before it are in its times.
    if (range !== undefined) found = {range, dates, rest};
    else if (refused === undefined && /^(?:\s|$)/.test(rest) && isPlainlyDate(dates))
      refused = {range: whyNoDate(dates, isDayFirst), dates, rest};
  }
  return found ?? refused;
}

/** `Fri 1 Mar 2024`: the date says the day without its name. */
function readWithoutWeekdays(dates: string, isDayFirst: boolean): MarkwhenRange | undefined {
  const plain = dates.replace(WEEKDAY, '');
  return plain === dates || !/\d{4}/.test(plain) ? undefined : readRange(plain, isDayFirst);
}

const WORDS = new Set([...NAMES.split(' '), 'to', 'now', 'am', 'pm', 'bc', 'bce', 'ad', 'ce']);

/** Is a text made of nothing but the parts of a date, in the order of one, with a year or a length in it? */
function isPlainlyDate(text: string): boolean {
  if (text.length > 60) return false;
  if (/^-\s?\d{1,6}\s*(?:minutes?|hours?|days?|weeks?|months?|years?)$/i.test(text)) return true;
  const words = text.toLowerCase().split(/[\s,/–—-]+/);
  const isOfParts = words.every(
    (word) =>
      WORDS.has(word.replace(/\.$/, '')) ||
      /^(?:[\dx][\dx.:~?%]*(?:st|nd|rd|th|am|pm|z)?|\.\.|)$/.test(word),
  );
  const isNumeric =
    /^[\dx]{4}[~?%]*-[\dx]{1,2}\b|^\d{1,2}([/.])\d{1,2}\1\d{4}\b|^\d{4}\/\d{1,2}\/\d{1,2}\b/i.test(
      text,
    );
  const isNamed = /[a-z]/i.test(words[0] ?? '') || /^[a-z]/i.test(words[1] ?? '');
  const hasYear = words.some((word) => /^\d{4}$/.test(word));
  return isOfParts && (isNumeric || (isNamed && hasYear && words.length > 1));
}

function whyNoDate(text: string, isDayFirst: boolean): string {
  const [, first, second] = /^(\d{1,2})[/.](\d{1,2})[/.]\d{4}/.exec(text)?.map(Number) ?? [];
  if (!isDayFirst && first !== undefined && second !== undefined && first > 12 && second <= 12)
    return 'the month comes first; `dateFormat: d/M/y` in the header turns that round';
  const isLoose = text
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .some((word) => LOOSE_WORDS.has(word));
  return isLoose
    ? 'a date in words; 2024-03, 2024-03~ or 2024-21 (spring) is read'
    : 'there is no such date';
}
