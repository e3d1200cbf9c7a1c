const MILLION = 1_000_000n;
const BILLION = 1_000_000_000n;
/** A year of millions written in so many figures is a round number: nobody counts a year zero in it. */
const ROUND_FIGURES = 6;

/**
@param year - counted with a year zero, as EDTF does.
@returns a year as people say it: "2024", "44 BC" for -43, "the year 170,000,002" beyond four digits,
"13.8 billion BC" and "the year 170 million" for round ones.
*/
export function yearWords(year: bigint | number): string {
  const value = BigInt(year);
  if (value > 0n && value <= 9999n) return String(value);
  const round = roundWords(value < 0n ? -value : value);
  if (value <= 0n) return `${round ?? groupDigits(1n - value)} BC`;
  return `the year ${round ?? groupDigits(value)}`;
}

/** "13.8 billion", "66 million"; undefined for what has more figures, or is less than a million. */
function roundWords(count: bigint): string | undefined {
  if (count < MILLION || String(count).replace(/0+$/, '').length > ROUND_FIGURES) return undefined;
  const [unit, name] = count < BILLION ? [MILLION, 'million'] : [BILLION, 'billion'];
  const rest = String(count % unit)
    .padStart(String(unit).length - 1, '0')
    .replace(/0+$/, '');
  return `${groupDigits(count / unit)}${rest && `.${rest}`} ${name}`;
}

/** @returns a whole number with a comma between every three digits. */
export function groupDigits(value: bigint): string {
  return String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
