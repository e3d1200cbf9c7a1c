import type {WordStyle} from './calendar-names.js';

const MILLION = 1_000_000n;
const BILLION = 1_000_000_000n;
/** More figures of a number of millions are easier to read as digits. */
const ROUND_FIGURES = 6;

/**
@param count - a whole number of 0 or more.
@returns it as people write it, exact: "9999", "12,000", "170,000,002", and "66 million",
"13.8 billion" or in short "66m", "13.8bn" when it has up to six figures.
*/
export function numberWords(count: number | bigint, style: WordStyle): string {
  const value = BigInt(count);
  if (!isRoundNumber(value)) return groupDigits(value);
  const [unit, long, short] =
    value < BILLION ? ([MILLION, 'million', 'm'] as const) : ([BILLION, 'billion', 'bn'] as const);
  const rest = String(value % unit)
    .padStart(String(unit).length - 1, '0')
    .replace(/0+$/, '');
  const number = groupDigits(value / unit) + (rest && `.${rest}`);
  return style === 'long' ? `${number} ${long}` : `${number}${short}`;
}

/** @returns true for a million and more in up to six figures, which has words. */
export function isRoundNumber(count: number | bigint): boolean {
  const value = BigInt(count);
  return value >= MILLION && String(value).replace(/0+$/, '').length <= ROUND_FIGURES;
}

/** Commas from five digits on, as in years: 9999 and 12,000. */
function groupDigits(value: bigint): string {
  return value < 10_000n ? String(value) : String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
