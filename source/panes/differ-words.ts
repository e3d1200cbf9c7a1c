import type {FieldAccounts} from '../core/events/event-store.js';

/**
@returns how far the accounts of a field differ: `3 accounts differ`, where those that say the same
count once; of a count that goes on, `counts of 16 days, which differ on 4`. Empty when they do not.
*/
export function differWords({answers, isContested}: FieldAccounts): string {
  const days = [...new Set(answers.map(({asOf}) => asOf))];
  if (days.length < 2) return isContested ? `${Math.max(2, answers.length)} accounts differ` : '';
  const onDay = (day: string | undefined): number =>
    answers.filter(({asOf}) => asOf === day).length;
  const differing = days.filter((day) => onDay(day) > 1).length;
  const words = `counts of ${days.length} days`;
  return differing === 0 ? words : `${words}, which differ on ${differing}`;
}
