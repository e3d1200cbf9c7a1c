/** Months and weekdays by name, in English and in other languages. */

/** English names and their short forms, which most tables write. */
const ENGLISH = new Map<string, number>(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, index) => [
      [name, index + 1],
      [name.slice(0, 3), index + 1],
    ]),
);
ENGLISH.set('sept', 9);

const ENGLISH_WEEKDAY =
  /^(?:mon|tues?|wed|thu|thurs?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/**
Languages whose names are known, as far as no name means two months. So Croatian is not among them: its
listopad is October, where Polish and Czech have November.
*/
const LANGUAGES =
  'es fr de it pt nl pl ru uk tr ar ar-IQ ar-DZ fa he sv da nb fi cs sk ro hu bg el sr ca id ku az hi ur'.split(
    ' ',
  );

type Names = {readonly months: ReadonlyMap<string, number>; readonly weekdays: ReadonlySet<string>};
let others: Names | undefined;

/** @returns the month from 1 to 12 that a word names, in upper or lower case, or undefined. */
export function monthOfName(word: string): number | undefined {
  const name = word.toLowerCase().replace(/\.$/, '');
  return ENGLISH.get(name) ?? (others ??= readNames()).months.get(name);
}

/** @returns whether a word names a day of the week. */
export function isWeekdayName(word: string): boolean {
  const name = word.toLowerCase().replace(/\.$/, '');
  return ENGLISH_WEEKDAY.test(name) || (others ??= readNames()).weekdays.has(name);
}

/**
Names as `Intl` writes them (CLDR), long and short, alone and beside a day, which bends them in many
languages. Making them takes some 0.1 s, so it is done when a cell asks.
*/
function readNames(): Names {
  const months = new Map<string, number>();
  const weekdays = new Set<string>();
  const styles = LANGUAGES.flatMap((language) =>
    (['long', 'short'] as const).map((style) => ({language, style})),
  );
  for (const {language, style} of styles) {
    for (const day of [undefined, 'numeric'] as const) {
      const format = new Intl.DateTimeFormat(language, {
        month: style,
        day,
        calendar: 'gregory',
        numberingSystem: 'latn',
        timeZone: 'UTC',
      });
      for (const [index, name] of namesOf(format, 'month', 12).entries()) {
        if (name !== undefined) months.set(name, index + 1);
      }
    }
    const format = new Intl.DateTimeFormat(language, {weekday: style, timeZone: 'UTC'});
    for (const name of namesOf(format, 'weekday', 7)) {
      if (name !== undefined) weekdays.add(name);
    }
  }
  return {months, weekdays};
}

/** The names of the first months of a year, or of days that follow each other. */
function namesOf(
  format: Intl.DateTimeFormat,
  type: 'month' | 'weekday',
  count: number,
): readonly (string | undefined)[] {
  return Array.from({length: count}, (_, index) => {
    const instant = type === 'month' ? Date.UTC(2020, index, 15) : Date.UTC(2020, 0, index + 1);
    const value = format.formatToParts(instant).find((part) => part.type === type)?.value;
    // Catalan puts a preposition into the name.
    const name = value
      ?.toLowerCase()
      .replace(/^(?:de |d['’])/, '')
      .replace(/\.$/, '');
    return name === undefined || /\d/.test(name) ? undefined : name;
  });
}
