/** How lengths of time are put into words: in the largest unit of which there are a few. */
import {
  MS_PER_DAY,
  MS_PER_HOUR,
  MS_PER_MINUTE,
  MS_PER_MONTH,
  MS_PER_SECOND,
  MS_PER_YEAR,
} from './civil-calendar.js';
import {groupDigits} from './year-words.js';

type Unit = {
  readonly name: string;
  readonly short: string;
  readonly ms: number;
  /** The least length for which the unit is used. */
  readonly fromMs: number;
};

/** Longest first. A unit is used from two or three of it on, so that little is lost by rounding. */
const UNITS: readonly Unit[] = [
  {name: 'year', short: 'y', ms: MS_PER_YEAR, fromMs: 3 * MS_PER_YEAR},
  {name: 'month', short: 'mo', ms: MS_PER_MONTH, fromMs: 6 * MS_PER_MONTH},
  {name: 'day', short: 'd', ms: MS_PER_DAY, fromMs: 3 * MS_PER_DAY},
  {name: 'hour', short: 'h', ms: MS_PER_HOUR, fromMs: 2 * MS_PER_HOUR},
  {name: 'minute', short: 'min', ms: MS_PER_MINUTE, fromMs: 2 * MS_PER_MINUTE},
  {name: 'second', short: 's', ms: MS_PER_SECOND, fromMs: 0},
];

/** A span of possible lengths in milliseconds; `least` is 0 or more, `most` may be infinite. */
export type Lengths = {readonly least: number; readonly most: number; readonly isRough: boolean};

/** @returns "9 hours 20 minutes", "up to 6 hours", "about 100 to 102 days", "at least 23 days". */
export function lengthInWords({least, most, isRough}: Lengths): string {
  const about = isRough ? 'about ' : '';
  if (!Number.isFinite(most)) {
    if (!Number.isFinite(least)) return 'an unknown time';
    return least === 0 ? 'some time' : `${about}at least ${single(least)}`;
  }
  const unit = unitOf(most);
  const low = Math.floor(roundOff(least / unit.ms));
  const high = Math.ceil(roundOff(most / unit.ms));
  if (most - least <= unit.ms / 20) return `${about}${single((least + most) / 2)}`;
  if (low === 0) return `${about}up to ${counted(high, unit)}`;
  if (low === high) return `${about}${counted(high, unit)}`;
  return `${about}${digits(low)} to ${counted(high, unit)}`;
}

/** One length in its unit and the next smaller one: "9 hours 20 minutes". */
function single(lengthMs: number): string {
  const unit = unitOf(lengthMs);
  if (unit.name === 'month' || (unit.name === 'year' && lengthMs < 20 * MS_PER_YEAR))
    return yearsAndMonths(lengthMs);
  const smaller = UNITS[UNITS.indexOf(unit) + 1];
  if (!smaller || unit.name === 'year') return counted(Math.round(lengthMs / unit.ms), unit);
  const inSmaller = Math.round(lengthMs / smaller.ms);
  const perUnit = Math.round(unit.ms / smaller.ms);
  const rest = inSmaller % perUnit;
  const whole = counted(Math.floor(inSmaller / perUnit), unit);
  return rest === 0 ? whole : `${whole} ${counted(rest, smaller)}`;
}

/** Years and months of mean length: the ends are not known to the day, or do not matter to it. */
function yearsAndMonths(lengthMs: number): string {
  const allMonths = Math.round(lengthMs / MS_PER_MONTH);
  const years = Math.floor(allMonths / 12);
  const [year, month] = UNITS;
  const parts = [
    years > 0 && year ? counted(years, year) : '',
    allMonths % 12 > 0 && month ? counted(allMonths % 12, month) : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function unitOf(lengthMs: number): Unit {
  const found = UNITS.find(({fromMs}) => lengthMs >= fromMs);
  return found ?? {name: 'second', short: 's', ms: MS_PER_SECOND, fromMs: 0};
}

/** Years and months are not all of one length: a hair off a whole number is that number. */
function roundOff(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 0.01 ? whole : value;
}

function counted(count: number, {name}: Unit): string {
  return `${digits(count)} ${name}${count === 1 ? '' : 's'}`;
}

function digits(count: number): string {
  return count < 10_000 ? String(count) : groupDigits(BigInt(count));
}

/**
@param before - words before the length, and `after` words after it.
@param columns - there are; the fullest form that fits is taken, the briefest when none does.
@returns "9-12 h after"; `~` for about, `<` for up to, `>` for at least. What does not fit loses its
blank, then its range (a wide one becomes "up to"), then is told in a larger unit. Years beyond 9999
are `ky`, `My` and `Gy`. Only the words when nothing is known of the length.
*/
export function lengthInColumns(
  lengths: Lengths,
  before: string,
  after: string,
  columns: number,
): string {
  if (!Number.isFinite(lengths.most) && !(lengths.least > 0)) return (before + after).trim();
  const forms = [3, 2].flatMap((figures) => shortForms(lengths, figures));
  const all = forms.flatMap(({number, unit}) =>
    [' ', ''].map((blank) => before + number + blank + unit + after),
  );
  return all.find((form) => form.length <= columns) ?? all.at(-1) ?? '';
}

type ShortForm = {readonly number: string; readonly unit: string};

/** A length from the most to the least exact: its range, one number, and so on in larger units. */
function shortForms({least, most, isRough}: Lengths, figures: number): readonly ShortForm[] {
  const isOpen = !Number.isFinite(most);
  const natural = UNITS.indexOf(unitOf(isOpen ? least : most));
  return UNITS.slice(0, natural + 1)
    .toReversed()
    .flatMap((unit, larger): readonly ShortForm[] => {
      const low = Math.floor(roundOff(least / unit.ms));
      const high = Math.ceil(roundOff(most / unit.ms));
      const middle = Math.max(1, Math.round((least + most) / 2 / unit.ms));
      const about = isRough || larger > 0 ? '~' : '';
      const form = (sign: string, count: number): ShortForm =>
        brief(sign, count, unit.short, figures);
      if (isOpen) return [form('>', low)];
      if (most - least <= unit.ms / 20) return [form(about, middle)];
      if (low === high) return [form(about, high)];
      if (low === 0) return [form(isRough ? '<~' : '<', high)];
      // One number in place of a narrow range; of a wide one only its end is true.
      const one = high - low <= high / 10 ? form('~', middle) : form('<', high);
      return high < 10_000 ? [form(`${about}${low}-`, high), one] : [one];
    });
}

const SI_PREFIXES = ['', 'k', 'M', 'G', 'T', 'P', 'E'];

/** Beyond four digits a few figures and a prefix: "170 My". */
function brief(sign: string, count: number, unit: string, figures: number): ShortForm {
  if (count < 10_000) return {number: sign + String(count), unit};
  const power = Math.min(SI_PREFIXES.length - 1, Math.floor(Math.log10(count) / 3));
  const number = Number((count / 1000 ** power).toPrecision(figures));
  // Two figures of millions are about right by nature.
  const shown = figures < 3 ? sign.replace('~', '') : sign;
  return {number: shown + String(number), unit: `${SI_PREFIXES[power] ?? ''}${unit}`};
}
