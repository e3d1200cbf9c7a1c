import type {ClaimValue, Quantity} from './chronology.js';

/**
@returns a quantity in words: the words as stated where they hold the figure ("roughly 2,500"), else
`at least 2` or `1 to 3, best 2`.
*/
export function quantityWords(quantity: Quantity): string {
  const {low, best, high, stated} = quantity;
  if (stated !== undefined && /\d/u.test(stated)) return stated;
  const number = numberWords;
  const parts: string[] = [];
  if (low !== undefined && high !== undefined) {
    parts.push(low === high ? number(low) : `${number(low)} to ${number(high)}`);
  } else if (low !== undefined && best === undefined) parts.push(`at least ${number(low)}`);
  else if (high !== undefined && best === undefined) parts.push(`up to ${number(high)}`);
  else if (low !== undefined) parts.push(`at least ${number(low)}`);
  else if (high !== undefined) parts.push(`up to ${number(high)}`);
  if (best !== undefined && !(low === best && high === best)) {
    parts.push(parts.length === 0 ? number(best) : `best ${number(best)}`);
  }
  if (parts.length === 0) return stated ?? 'not said';
  return parts.join(', ');
}

/**
@returns a quantity with what is counted, as a person says it: `more than 150 attacks`, `at least 2
killed`, `a number of airstrikes`; words that hold no number stand behind what they count, `U.S.
troops: thousands`.
*/
export function countedWords(quantity: Quantity): string {
  const {of} = quantity;
  const words = quantityWords(quantity);
  if (of === undefined || words.includes(of)) return words;
  if (/\d/u.test(words)) return words.replace(/(?:, best .*)?$/u, (best) => ` ${of}${best}`);
  return words.endsWith(' of') ? `${words} ${of}` : `${of}: ${words}`;
}

/**
@returns the range in which the numbers of several accounts lie, with what they count: `1 to 7`, `2 to
5 or more`. It is worded as stated, so that the other words here take it as it is. Undefined when
there is no number, and when they count different things.
*/
export function rangeOf(quantities: readonly Quantity[]): Quantity | undefined {
  const numbers = quantities.flatMap(({low, best, high}) => [low, best, high].filter(isNumber));
  if (numbers.length === 0 || new Set(quantities.map(({of}) => of)).size > 1) return undefined;
  const least = Math.min(...numbers);
  const most = Math.max(...numbers);
  const isOpenAbove = quantities.some(
    ({low, best, high}) => low === most && best === undefined && high === undefined,
  );
  const isOpenBelow = quantities.some(
    ({low, best, high}) => high === least && best === undefined && low === undefined,
  );
  const from = isOpenBelow ? 'up to' : isOpenAbove && least === most ? 'at least' : '';
  const numbersWords =
    from === '' && least < most
      ? `${numberWords(least)} to ${numberWords(most)}`
      : `${from} ${numberWords(most)}`.trim();
  const isMore = isOpenAbove && from !== 'at least';
  const of = quantities[0]?.of;
  return {
    stated: `${numbersWords}${isMore ? ' or more' : ''}`,
    ...(of === undefined ? {} : {of}),
  };
}

/** @returns the quantity that a claim gives; undefined for a claim of something else. */
export function quantityOf(value: ClaimValue): Quantity | undefined {
  if (typeof value === 'number') return {best: value};
  return isQuantity(value) ? value : undefined;
}

function isQuantity(value: ClaimValue): value is Quantity & {readonly [key: string]: ClaimValue} {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    ['low', 'best', 'high', 'stated'].some((key) => key in value)
  );
}

/**
@param implied - what the text around it says already that they are, such as `killed`, in lower case.
@returns a quantity for where it stands alone: with what is counted, and the words of the source behind
it where they say more, `1 killed (Fadel al-Maksusi)`.
*/
export function toldWords(quantity: Quantity, implied: readonly string[] = []): string {
  const {of, stated, ...bounds} = quantity;
  const isImplied = of === undefined || implied.includes(of.toLowerCase());
  const words = isImplied ? quantityWords(quantity) : countedWords(quantity);
  const bare = stated === undefined ? bounds : {...bounds, stated};
  return doWordsAdd(isImplied ? bare : quantity) ? `${words} (${stated ?? ''})` : words;
}

/** Whether the words of the source say more than the figure: not `at least two people` beside `at least 2`. */
function doWordsAdd(quantity: Quantity): boolean {
  const {stated} = quantity;
  const figure = quantityWords(quantity).toLowerCase();
  if (stated === undefined) return false;
  const said = stated.toLowerCase().replaceAll(/\p{L}+/gu, (word) => {
    const number = NUMBER_WORDS.indexOf(word);
    return number < 0 ? word : String(number);
  });
  // What is left behind the figure is what is counted, unless it is more than a word.
  return !said.startsWith(figure) || /\S\s+\S/u.test(said.slice(figure.length).trim());
}

const NUMBER_WORDS: readonly string[] = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six'],
  ...['seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen'],
];

function isNumber(value: number | undefined): value is number {
  return value !== undefined;
}

/** @returns a number with its thousands apart: `2,500`. */
export function numberWords(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
