/** Months, seasons, parts of a year and longer as people type them. */
import {findName, monthName} from './calendar-names.js';
import {daysInMonth} from './civil-calendar.js';
import {isoDay, nearestMonthYear} from './edtf-day.js';
import {twoDigits} from './padded-digits.js';
import type {Reading, TypedContext} from './typed-reading.js';

const SEASONS = new Map([
  ['spring', 21],
  ['summer', 22],
  ['autumn', 23],
  ['fall', 23],
  ['winter', 24],
]);
const THIRDS: Readonly<Record<string, number>> = {early: 0, mid: 1, middle: 1, late: 2};

/**
@param words - in lower case: "mid october 2023", "early 2024", "late jan", "spring 2001", "q2 2024", "h1
2024", "the 1990s", "19th century".
@returns EDTF of the period, or undefined.
*/
export function readPeriod(words: string, {reference, zone}: TypedContext): Reading {
  const century = /^(?:the )?(\d{1,2})(?:st|nd|rd|th) century$/.exec(words);
  if (century && Number(century[1]) > 0)
    return {edtf: twoDigits(Number(century[1]) - 1), words: words.replace(/^(?!the )/, 'the ')};
  const decade = /^(?:the )?(\d{3})0s$/.exec(words);
  if (decade) return {edtf: `${decade[1]}X`, words: `the ${decade[1]}0s`};
  const [, section, nth, inYear] =
    /^([qh])([1-4]) (\d{4})$/.exec(words.replace(/^(\d{4})[ -]?([qh]\d)$/, '$2 $1')) ?? [];
  if (section === 'q') return {edtf: `${inYear}-${32 + Number(nth)}`};
  if (section === 'h' && Number(nth) < 3) return {edtf: `${inYear}-${39 + Number(nth)}`};
  const season = /^([a-z]+) (?:of )?(\d{4})(?: to \d{4})?$/.exec(words);
  const seasonNumber = SEASONS.get(season?.[1] ?? '');
  if (season && seasonNumber !== undefined) return {edtf: `${season[2]}-${seasonNumber}`};
  const third = /^(early|mid|middle|late)(?: |-)(?:of )?(?:([a-z]{3,})(?: |$))?(\d{4})?$/.exec(
    words,
  );
  if (!third) return undefined;
  const [, which = '', monthWord, year] = third;
  if (monthWord === undefined) return year === undefined ? undefined : thirdOfYear(which, year);
  const month = findName('month', monthWord);
  if (month === undefined) return undefined;
  const known = year === undefined ? nearestMonthYear(month, reference, zone) : Number(year);
  return thirdOfMonth(which, known, month);
}

function thirdOfYear(which: string, year: string): Reading {
  const first = (THIRDS[which] ?? 0) * 4 + 1;
  return {
    edtf: `[${year}-${twoDigits(first)}..${year}-${twoDigits(first + 3)}]`,
    words: `${which === 'middle' ? 'mid' : which} ${year}`,
  };
}

/** Days 1 to 10, 11 to 20, and the rest of the month. */
function thirdOfMonth(which: string, year: number, month: number): Reading {
  const third = THIRDS[which] ?? 0;
  const last = third === 2 ? daysInMonth(year, month) : third * 10 + 10;
  const name = which === 'middle' ? 'mid' : which;
  return {
    edtf: `[${isoDay(year, month, third * 10 + 1)}..${isoDay(year, month, last)}]`,
    words: `${name}${name === 'mid' ? '-' : ' '}${monthName(month, 'short')} ${year}`,
  };
}
