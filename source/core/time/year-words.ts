/**
@param year - counted with a year zero, as EDTF does.
@returns a year as people say it: "2024", "44 BC" for -43, "the year 170,000,002" beyond four digits.
*/
export function yearWords(year: bigint | number): string {
  const value = BigInt(year);
  if (value > 0n && value <= 9999n) return String(value);
  if (value <= 0n && value >= -9999n) return `${1n - value} BC`;
  return `the year ${groupDigits(value)}`;
}

/** @returns a whole number with a comma between every three digits. */
export function groupDigits(value: bigint): string {
  return String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
