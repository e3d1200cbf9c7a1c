import type {ClaimValue, Quantity} from '../core/events/chronology.js';
import type {EventStore} from '../core/events/event-store.js';

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
  else if (high !== undefined && best === undefined) parts.push(`at most ${number(high)}`);
  else if (low !== undefined) parts.push(`at least ${number(low)}`);
  else if (high !== undefined) parts.push(`at most ${number(high)}`);
  if (best !== undefined && !(low === best && high === best)) {
    parts.push(parts.length === 0 ? number(best) : `best ${number(best)}`);
  }
  if (parts.length === 0) return stated ?? 'not said';
  return parts.join(', ');
}

/** @returns true for a value that is a quantity and nothing else. */
export function isQuantity(
  value: ClaimValue,
): value is Quantity & {readonly [key: string]: ClaimValue} {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    ['low', 'best', 'high', 'stated'].some((key) => key in value)
  );
}

/** @returns what a claim says, in words; ids become names. */
export function valueWords(value: ClaimValue, store: EventStore): string {
  if (value === null) return 'nothing';
  if (typeof value === 'string') {
    return store.place(value)?.name ?? store.actor(value)?.name ?? value;
  }
  if (typeof value === 'number') return numberWords(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value))
    return value.map((item: ClaimValue) => valueWords(item, store)).join(', ');
  if (isQuantity(value)) {
    const words = quantityWords(value);
    const stated = value.stated === undefined || value.stated === words ? '' : ` (${value.stated})`;
    return `${words}${value.of === undefined ? '' : ` ${value.of}`}${stated}`;
  }
  return Object.entries(value)
    .map(([key, item]) => {
      const words = valueWords(item ?? null, store);
      return key === 'actor' || key === 'edtf' ? words : `${key.replaceAll('_', ' ')} ${words}`;
    })
    .join(', ');
}

/** @returns a number with its thousands apart: `2,500`. */
function numberWords(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
