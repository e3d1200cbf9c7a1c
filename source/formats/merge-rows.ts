/** Two rows of one event as one event. */
import type {Loss} from './format.js';
import type {RowRecord} from './table-format.js';

/**
Join a row to an event that an earlier row already gave: its actors, places and claims are added,
and where it says something else of the event, the first row stands and the loss says so.
*/
export function mergeRows(first: RowRecord, next: RowRecord, nextRow: number): RowRecord {
  const losses: Loss[] = [...first.losses, ...next.losses];
  const [kept, other] = [first.event, next.event];
  const differ = (field: string, before: unknown, after: unknown) => {
    if (after === undefined || JSON.stringify(before) === JSON.stringify(after)) return;
    losses.push({
      row: nextRow,
      field,
      what: `another row of the same event says otherwise and stands first: ${short(after)} is not kept`,
    });
  };
  differ('when', kept.when.edtf, other.when.edtf);
  differ('kind', kept.kind, other.kind);
  if (kept.deaths !== undefined) differ('deaths', kept.deaths, other.deaths);
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

function short(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
