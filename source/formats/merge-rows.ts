/** Two rows of one event as one event. */
import type {TimelineEvent} from '../core/events/chronology.js';
import {countedWords} from '../core/events/quantity-words.js';
import type {Loss} from './format.js';
import {quoteCell} from './table-cells.js';
import type {RowRecord} from './table-format.js';

/**
Join a row to an event that an earlier row already gave: its actors, places and claims are added,
and where it says something else of the event, the first row stands and the loss says so.
*/
export function mergeRows(first: RowRecord, next: RowRecord, nextRow: number): RowRecord {
  const losses: Loss[] = [...first.losses, ...next.losses];
  const [kept, other] = [first.event, next.event];
  const differ = (field: string, before: string | undefined, after: string | undefined) => {
    if (after === undefined || before === after) return;
    losses.push({
      row: nextRow,
      field,
      what: `a row before it says otherwise of the same event, so that this is left out: ${quoteCell(after)}`,
    });
  };
  differ('when', dateOf(kept), dateOf(other));
  differ('kind', kindOf(kept), kindOf(other));
  if (kept.deaths !== undefined) differ('deaths', deathsOf(kept), deathsOf(other));
  if (kept.summary !== undefined) differ('summary', kept.summary, other.summary);
  if (kept.title !== other.title && kept.summary === undefined) {
    differ('title', kept.title, other.title);
  }
  const known = new Set((kept.actors ?? []).map((one) => one.actor));
  const actors = [
    ...(kept.actors ?? []),
    ...(other.actors ?? []).filter((one) => !known.has(one.actor)),
  ];
  const where = [...new Set([...(kept.where ?? []), ...(other.where ?? [])])];
  const tags = [...new Set([...(kept.tags ?? []), ...(other.tags ?? [])])];
  const urls = [...new Set([...(kept.urls ?? []), ...(other.urls ?? [])])];
  return {
    event: {
      ...other,
      ...kept,
      ...(actors.length > 0 ? {actors} : {}),
      ...(where.length > 0 ? {where} : {}),
      ...(tags.length > 0 ? {tags} : {}),
      ...(urls.length > 0 ? {urls} : {}),
    },
    claims: [
      ...first.claims,
      ...next.claims.map((claim) => ({
        ...claim,
        // A row alone does not know that it is one of several.
        id: `${claim.id}-${first.claims.length + 1}`,
        about: {...claim.about, event: kept.id},
      })),
    ],
    actors: [...first.actors, ...next.actors],
    places: [...first.places, ...next.places],
    sources: [...first.sources, ...next.sources],
    losses,
  };
}

/** A date in the words of its row, where it has any. */
function dateOf({when: {edtf, stated}}: TimelineEvent): string {
  return stated === undefined ? edtf : `${stated} (${edtf})`;
}

function kindOf({kind}: TimelineEvent): string | undefined {
  return kind === undefined ? undefined : Object.values(kind).join(', ');
}

function deathsOf({deaths}: TimelineEvent): string | undefined {
  return deaths === undefined ? undefined : countedWords(deaths);
}
