/**
Folding for search: what a reader types finds what the file says, however either of them spells it.

Case, Latin and Greek accents, Arabic vowel marks and letter variants, apostrophes and ayn marks,
hyphens and the Arabic article all fold away, in the text and in what is looked for alike.
*/

/** A part of a text, `[start, end)` in UTF-16 units, never inside a surrogate pair. */
export type TextRange = {readonly start: number; readonly end: number};

type Folded = {
  readonly text: string;
  /** For each unit of `text`, where the characters it stands for begin and end in the original. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

const ASCII = /^[\x20-\x7e]*$/;
/** What makes plain lower-casing of ASCII text not enough. */
const ASCII_REWRITE = /[-'`.]|  |\b[ae]l /;

/** Accents, vowel points, tatweel, variation selectors: they extend the letter before them. */
const MARKS: readonly (readonly [number, number])[] = [
  [0x03_00, 0x03_6f],
  [0x04_83, 0x04_87],
  [0x05_91, 0x05_bd],
  [0x05_bf, 0x05_c7],
  [0x06_10, 0x06_1a],
  [0x06_40, 0x06_40],
  [0x06_4b, 0x06_5f],
  [0x06_70, 0x06_70],
  [0x06_d6, 0x06_ed],
  [0x08_d3, 0x08_ff],
  [0x1a_b0, 0x1a_ff],
  [0x1d_c0, 0x1d_ff],
  [0x20_d0, 0x20_ff],
  [0xfe_00, 0xfe_0f],
  [0xfe_20, 0xfe_2f],
];

/** Apostrophes, ayn and hamza marks, and characters that take no room. */
const SILENT =
  /['`\u00b4\u02b9-\u02bf\u02c8\u02ca\u02cb\u055a\u05f3\u0621\u2018\u2019\u201b\u2032\u2035\ua78b\ua78c\uff07\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
/** What is not folded by lower-casing it. */
const FOREIGN = /['`\u007f-\u{10ffff}]/gu;
const HYPHEN = /[\u2010-\u2015\u2212\u05be\ufe58\ufe63\uff0d]/;

const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ς', 'σ'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ې', 'ي'],
  ['ک', 'ك'],
  ['ة', 'ه'],
  ['ۀ', 'ه'],
  ['ە', 'ه'],
  ['ٱ', 'ا'],
]);

/**
What folds across letters, in order: the Latin article before a word (al-Sudani, Al Sudani, and
as-Sudani with its assimilated letter), the Arabic article before three letters or more, the hyphen
before an article (Jurf-al-Sakhr), any other hyphen, the dots of U.S., and runs of white space.
*/
const REWRITE =
  /(?<![\p{L}\p{N}])(?:[ae]l[- ]|[ae](sh|dh|th|[dnrstz])-(?=\1))(?=\p{L})|(?<![\p{L}\p{N}])ال(?=\p{L}{3})|(-)(?=[ae]l-)|-|(?<=(?<![\p{L}\p{N}])\p{L})\.|(\s+)/gu;

/**
@param text - any text.
@returns the text as it is compared in searches: lower case, without accents, vowel marks,
apostrophes, hyphens and Arabic articles, white space as single spaces, trimmed.
*/
export function foldText(text: string): string {
  if (ASCII.test(text)) {
    const lower = text.toLowerCase();
    if (!ASCII_REWRITE.test(lower)) return lower.trim();
  }
  const letters = text.replace(FOREIGN, foldCharacter).toLowerCase();
  return letters.replace(REWRITE, rewritten).trim();
}

/** What stands for a match of `REWRITE`. */
function rewritten(_: string, _sun?: string, hyphen?: string, blanks?: string): '' | ' ' {
  return hyphen === undefined && blanks === undefined ? '' : ' ';
}

/**
Find where a text says what was looked for.

@param text - the text as shown.
@param needles - what was typed, one or several; empty ones find nothing.
@returns the parts of the original text to mark, in order, touching and overlapping ones joined.
*/
export function findMatches(text: string, needles: string | readonly string[]): TextRange[] {
  const folded = (typeof needles === 'string' ? [needles] : needles)
    .map(foldText)
    .filter((needle) => needle !== '');
  if (folded.length === 0 || text === '') return [];
  if (ASCII.test(text)) {
    const lower = text.toLowerCase();
    if (!ASCII_REWRITE.test(lower)) {
      return joinRanges(folded.flatMap((needle) => rangesIn(lower, needle)));
    }
  }
  const haystack = foldWithOrigins(text);
  const ranges = folded.flatMap((needle) =>
    rangesIn(haystack.text, needle).map(({start, end}) => ({
      start: haystack.starts[start] ?? 0,
      end: haystack.ends[end - 1] ?? text.length,
    })),
  );
  return joinRanges(ranges);
}

function rangesIn(text: string, needle: string): TextRange[] {
  const ranges: TextRange[] = [];
  let at = text.indexOf(needle);
  while (at >= 0) {
    ranges.push({start: at, end: at + needle.length});
    at = text.indexOf(needle, at + needle.length);
  }
  return ranges;
}

function joinRanges(ranges: readonly TextRange[]): TextRange[] {
  const joined: TextRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && range.start <= last.end) {
      joined[joined.length - 1] = {start: last.start, end: Math.max(last.end, range.end)};
    } else joined.push(range);
  }
  return joined;
}

function foldWithOrigins(text: string): Folded {
  const letters = foldLetters(text);
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const keep = (from: number, to: number): void => {
    folded += letters.text.slice(from, to);
    for (let index = from; index < to; index++) {
      starts.push(letters.starts[index] ?? 0);
      ends.push(letters.ends[index] ?? 0);
    }
  };
  let done = 0;
  for (const match of letters.text.matchAll(REWRITE)) {
    keep(done, match.index);
    done = match.index + match[0].length;
    if (rewritten(match[0], match[1], match[2], match[3]) !== '') {
      folded += ' ';
      starts.push(letters.starts[match.index] ?? 0);
      ends.push(letters.ends[done - 1] ?? 0);
    }
  }
  keep(done, letters.text.length);
  return {text: folded, starts, ends};
}

/** Fold each character by itself. */
function foldLetters(text: string): Folded {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let offset = 0;
  for (const character of text) {
    const start = offset;
    offset += character.length;
    const plain = foldCharacter(character);
    folded += plain;
    for (let unit = 0; unit < plain.length; unit++) {
      starts.push(start);
      ends.push(offset);
    }
    const isOfLetterBefore = plain === '' && ends.length > 0 && hasMark(character);
    if (isOfLetterBefore) ends[ends.length - 1] = offset;
  }
  return {text: folded, starts, ends};
}

/** @returns its letters in lower case; hyphens become `-`, marks and silent characters go. */
function foldCharacter(character: string): string {
  if (character <= '~' && character !== "'" && character !== '`') return character.toLowerCase();
  let folded = '';
  for (const letter of character.normalize('NFKD').toLowerCase()) {
    if (isMark(letter) || SILENT.test(letter)) continue;
    folded += HYPHEN.test(letter) ? '-' : (LETTERS.get(letter) ?? foldDigit(letter));
  }
  return folded;
}

function hasMark(character: string): boolean {
  return [...character.normalize('NFKD').toLowerCase()].some(isMark);
}

function isMark(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return MARKS.some(([first, last]) => code >= first && code <= last);
}

/** Arabic-Indic and Persian digits as ASCII ones; anything else as it is. */
function foldDigit(letter: string): string {
  const code = letter.charCodeAt(0);
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  return letter;
}
