/** How lengths of time are put into words: in the largest unit of which there are a few. */
import {MS_PER_MONTH, MS_PER_YEAR} from './civil-calendar.js';
import {
  LENGTH_UNITS,
  UNIT_MS,
  briefLength,
  countedLength,
  type LengthUnit,
} from './length-units.js';
import {numberWords} from './number-words.js';

/** Longest first, each from two or three of it on, so that little is lost by rounding. */
const USED_FROM: readonly (readonly [unit: LengthUnit, least: number])[] = [
  ['year', 3],
  ['month', 6],
  ['day', 3],
  ['hour', 2],
  ['minute', 2],
  ['second', 0],
];

/** A span of possible lengths in milliseconds; `least` is 0 or more, `most` may be infinite. */
export type Lengths = {readonly least: number; readonly most: number; readonly isRough: boolean};

/** @returns "9 hours 20 minutes", "up to 6 hours", "about 100 to 102 days", "at least 23 days". */
export function lengthInWords({least, most, isRough}: Lengths): string {
  const about = isRough ? 'about ' : '';
  if (!Number.isFinite(most)) {
    if (!Number.isFinite(least)) return 'an unknown time';
    return least === 0 ? 'some time' : `at least ${about}${single(least, Math.floor)}`;
  }
  const unit = unitOf(most);
  const low = Math.floor(roundOff(least / UNIT_MS[unit]));
  const high = Math.ceil(roundOff(most / UNIT_MS[unit]));
  if (most - least <= UNIT_MS[unit] / 20) return `${about}${single((least + most) / 2)}`;
  if (low === 0) return `up to ${about}${countedLength(high, unit)}`;
  if (low === high) return `${about}${countedLength(high, unit)}`;
  return `${about}${numberWords(low, 'long')} to ${countedLength(high, unit)}`;
}

/** One length in its unit and the next smaller one: "9 hours 20 minutes". */
function single(lengthMs: number, whole = Math.round): string {
  const unit = unitOf(lengthMs);
  if (unit === 'month' || (unit === 'year' && lengthMs < 20 * MS_PER_YEAR))
    return yearsAndMonths(lengthMs, whole);
  const smaller = LENGTH_UNITS[LENGTH_UNITS.indexOf(unit) + 1];
  if (!smaller || unit === 'year') return countedLength(whole(lengthMs / UNIT_MS[unit]), unit);
  const inSmaller = whole(lengthMs / UNIT_MS[smaller]);
  const perUnit = Math.round(UNIT_MS[unit] / UNIT_MS[smaller]);
  const rest = inSmaller % perUnit;
  const large = countedLength(Math.floor(inSmaller / perUnit), unit);
  return rest === 0 ? large : `${large} ${countedLength(rest, smaller)}`;
}

/** Years and months of mean length: the ends are not known to the day, or do not matter to it. */
function yearsAndMonths(lengthMs: number, whole: (count: number) => number): string {
  const allMonths = whole(lengthMs / MS_PER_MONTH);
  const years = Math.floor(allMonths / 12);
  const parts = [
    years > 0 ? countedLength(years, 'year') : '',
    allMonths % 12 > 0 ? countedLength(allMonths % 12, 'month') : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function unitOf(lengthMs: number): LengthUnit {
  const found = USED_FROM.find(([unit, least]) => lengthMs >= least * UNIT_MS[unit]);
  return found?.[0] ?? 'second';
}

/** Years and months are not all of one length: a hair off a whole number is that number. */
function roundOff(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 0.01 ? whole : value;
}

/**
@param before - words before the length, and `after` words after it.
@param columns - there are; the fullest form that fits is taken, the briefest when none does.
@returns "9-12 h after"; `~` for about, `<` for up to, `>` for at least. What does not fit loses its
range (a wide one becomes "up to"), then is told in a larger unit; only where nothing else fits the
blank before the unit is lost. Years beyond 9999 are `ky`, `My` and `Gy`. Only the words when nothing is known of the length.
*/
export function lengthInColumns(
  lengths: Lengths,
  before: string,
  after: string,
  columns: number,
): string {
  if (!Number.isFinite(lengths.most) && !(lengths.least > 0)) return (before + after).trim();
  const forms = [3, 2].flatMap((figures) => shortForms(lengths, figures));
  const all = [' ', ''].flatMap((blank) =>
    forms.map(({number, unit}) => before + number + blank + unit + after),
  );
  return all.find((form) => form.length <= columns) ?? all.at(-1) ?? '';
}

type ShortForm = ReturnType<typeof briefLength>;

/** A length from the most to the least exact: its range, one number, and so on in larger units. */
function shortForms({least, most, isRough}: Lengths, figures: number): readonly ShortForm[] {
  const isOpen = !Number.isFinite(most);
  const natural = LENGTH_UNITS.indexOf(unitOf(isOpen ? least : most));
  return LENGTH_UNITS.slice(0, natural + 1)
    .toReversed()
    .flatMap((unit, larger): readonly ShortForm[] => {
      const low = Math.floor(roundOff(least / UNIT_MS[unit]));
      const high = Math.ceil(roundOff(most / UNIT_MS[unit]));
      const middle = Math.max(1, Math.round((least + most) / 2 / UNIT_MS[unit]));
      const about = isRough || larger > 0 ? '~' : '';
      const form = (sign: string, count: number): ShortForm => signed(sign, count, unit, figures);
      if (isOpen) return [form('>', low)];
      if (most - least <= UNIT_MS[unit] / 20) return [form(about, middle)];
      if (low === high) return [form(about, high)];
      if (low === 0) return [form(isRough ? '<~' : '<', high)];
      // One number in place of a narrow range; of a wide one only its end is true.
      const one = high - low <= high / 10 ? form('~', middle) : form('<', high);
      return high < 10_000 ? [form(`${about}${low}-`, high), one] : [one];
    });
}

function signed(sign: string, count: number, unit: LengthUnit, figures: number): ShortForm {
  const brief = briefLength(count, unit, figures);
  // Two figures of millions are about right by nature.
  const shown = count >= 10_000 && figures < 3 ? sign.replace('~', '') : sign;
  return {...brief, number: shown + brief.number};
}
