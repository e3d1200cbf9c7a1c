/** What a JSON file says beside its list of events. */
import {makeInert} from '../core/events/inert-text.js';
import type {Loss} from './format.js';
import {jsonText, type JsonTable} from './json-rows.js';
import {cellText, cutText, quoteCell} from './table-cells.js';

/** The keys that may name the whole, the surest first. */
const TITLE_KEYS = ['title', 'name'];
/** What `chronology.schema.json` allows. */
const LONGEST_TITLE = 1000;

/** @returns a title for the chronology, and a loss for all else that stands beside the list of events. */
export function readBeside(beside: JsonTable['beside']): {
  readonly title: string | undefined;
  readonly losses: readonly Loss[];
} {
  const found = TITLE_KEYS.flatMap((name) =>
    beside.filter(({key, value}) => key.toLowerCase() === name && typeof value === 'string'),
  )[0];
  const losses = beside
    .filter((one) => one !== found)
    .map(({key, value}): Loss => ({
      row: 0,
      field: cutText(makeInert(key), 60),
      what: `stands beside the events and is left out: ${quoteCell(jsonText(value))}`,
    }));
  return {
    title: found === undefined ? undefined : cutText(cellText(String(found.value)), LONGEST_TITLE),
    losses,
  };
}
