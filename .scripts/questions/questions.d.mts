export type Question = {
  readonly question: string;
  readonly keys: string;
  readonly answers: readonly string[];
};
export const QUESTIONS: readonly Question[];
export const MOST_KEYS: number;
export function stepsOf(
  keys: string,
): readonly {readonly name: string; readonly isTyped: boolean}[];
export function readableText(rows: readonly string[]): string;
export function missingAnswers(
  answers: readonly string[],
  rows: readonly string[],
): readonly string[];
