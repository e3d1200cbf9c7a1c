/** @returns a number with a leading zero up to two digits. */
export function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** @returns a number with leading zeros up to four digits. */
export function fourDigits(number: number): string {
  return String(number).padStart(4, '0');
}
