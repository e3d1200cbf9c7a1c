import {textWidth} from '../draw/text-width.js';
import type {FieldAccounts} from './event-store.js';

/**
@returns how far the accounts of a field differ: `3 accounts differ`, where those that say the same
count once; `3 answers` where nothing shows that they disagree; of a count that goes on, `counts of 16
days, on 4 of them several`. Empty when all say the same.
*/
export function differWords({answers, isContested, isDisagreement}: FieldAccounts): string {
  const days = [...new Set(answers.map(({asOf}) => asOf))];
  const count = Math.max(2, answers.length);
  if (days.length < 2 && !isContested) return '';
  if (days.length < 2) return isDisagreement ? `${count} accounts differ` : `${count} answers`;
  const onDay = (day: string | undefined): number =>
    answers.filter(({asOf}) => asOf === day).length;
  const differing = days.filter((day) => onDay(day) > 1).length;
  const words = `counts of ${days.length} days`;
  return differing === 0 ? words : `${words}, on ${differing} of them several`;
}

/** @returns the same, shorter where that is what fits a room in columns: `3 differ`. */
export function differNote(field: FieldAccounts, roomColumns: number): string {
  const words = differWords(field);
  const short = words.replace(/ accounts differ$/u, ' differ');
  const isFit = (text: string): boolean => textWidth(text) <= roomColumns;
  return !isFit(words) && isFit(short) ? short : words;
}
