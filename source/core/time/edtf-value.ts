/**
What an EDTF text says, as data: every component as it was written, so that printing gives the text
back. What it means in days is in `edtf-bounds.ts`.

Source: ISO 8601-2:2019, Annex A; Library of Congress, "Extended Date/Time Format (EDTF)
Specification", 4 February 2019.
*/

/** `?` uncertain, `~` approximate, `%` both. */
export type Mark = '?' | '~' | '%';

/** A year, month or day as written. */
export type EdtfComponent = {
  /** Digits without the sign, `X` for one that is not specified. */
  readonly digits: string;
  /** Written to the left: qualifies this component alone. */
  readonly before?: Mark;
  /** Written to the right: qualifies this component and all to its left. */
  readonly after?: Mark;
};

/** A time of day as written. */
export type EdtfTime = {
  /** 0 to 24; 24 only at 24:00:00. */
  readonly hour: number;
  readonly minute: number;
  /** Absent when the text stops at the minute (ISO 8601-1, beyond EDTF). 60 in a leap second. */
  readonly second?: number;
  /** Digits after the point of a second; empty for none. */
  readonly fraction: string;
  /** `Z`, `±hh`, `±hh:mm` as written; empty for local time. */
  readonly shift: string;
  /** Qualifies the time alone, not its day (beyond EDTF). */
  readonly after?: Mark;
};

/** A year of two (century), three (decade) or four digits, and what follows it. */
export type EdtfDate = {
  readonly kind: 'date';
  readonly isNegative: boolean;
  readonly year: EdtfComponent;
  /** 01 to 12, or a part of the year from 21 to 41. */
  readonly month?: EdtfComponent;
  readonly day?: EdtfComponent;
  readonly time?: EdtfTime;
  /** How many digits of the year are significant, 1 or more. */
  readonly significant?: number;
};

/** A year written with `Y`; digits, exponent and significant digits as written. */
export type EdtfLongYear = {
  readonly kind: 'long-year';
  readonly isNegative: boolean;
  readonly digits: string;
  /** Times ten to the power of. */
  readonly exponent?: number;
  readonly significant?: number;
  readonly before?: Mark;
  readonly after?: Mark;
};

export type EdtfPoint = EdtfDate | EdtfLongYear;

/** `open` is written `..`, `unknown` is written as nothing. */
export type EdtfEnd = EdtfPoint | {readonly kind: 'open'} | {readonly kind: 'unknown'};

export type EdtfInterval = {
  readonly kind: 'interval';
  readonly start: EdtfEnd;
  readonly end: EdtfEnd;
};

/** All the values between two, both included; an absent end is "or earlier" or "or later". */
export type EdtfRange = {
  readonly kind: 'range';
  readonly from?: EdtfPoint;
  readonly to?: EdtfPoint;
};

/** One of the members (`[]`) or all of them (`{}`). */
export type EdtfSet = {
  readonly kind: 'set';
  readonly isAll: boolean;
  readonly members: readonly (EdtfPoint | EdtfRange)[];
};

export type EdtfExpression = EdtfPoint | EdtfInterval | EdtfSet;

export type EdtfLevel = 0 | 1 | 2;

/** Something that a chronology file may say and EDTF leaves out; `column` counts from 1. */
export type BeyondEdtf = {readonly column: number; readonly message: string};

export type Edtf = {
  readonly expression: EdtfExpression;
  /** The highest level of any feature the text uses. */
  readonly level: EdtfLevel;
  /** The first thing in the text that a strict reader of EDTF refuses. */
  readonly beyond?: BeyondEdtf;
};

/** What the marks of a date amount to. */
export type Doubt = {readonly isUncertain: boolean; readonly isApproximate: boolean};

/** @returns what one mark means; none for no mark. */
export function doubtOf(mark: Mark | undefined): Doubt {
  return {
    isUncertain: mark === '?' || mark === '%',
    isApproximate: mark === '~' || mark === '%',
  };
}

/**
@returns what the marks on any component amount to together. A year with significant digits is an
estimate, so approximate.
*/
export function doubtOfPoint(point: EdtfPoint): Doubt {
  let marks = point.significant === undefined ? '' : '~';
  const parts = point.kind === 'long-year' ? [point] : [point.year, point.month, point.day];
  for (const part of parts) marks += (part?.before ?? '') + (part?.after ?? '');
  // A time stands behind a day without marks only.
  if (point.kind === 'date') marks += point.time?.after ?? '';
  return {
    isUncertain: marks.includes('?') || marks.includes('%'),
    isApproximate: marks.includes('~') || marks.includes('%'),
  };
}
