/** What the reader of `acled.ts` kept of a row, as cells of a row again. */
import type {Chronology, Place, TimelineEvent} from '../core/events/chronology.js';
import {parseEdtf} from '../core/time/edtf.js';
import {resolveEdtf} from '../core/time/resolve-when.js';
import {ACLED_PUBLISHER} from './acled.js';
import type {ExportIndex} from './export-words.js';
import {foldColumn} from './table-cells.js';
import {readCellDate} from './table-date.js';

/** Cells by the columns of ACLED. */
type Cells = Readonly<Record<string, string | number | undefined>>;

/** @returns the id of the export that a chronology was made of, as a source; undefined when it was made of none. */
export function acledSource({sources}: Chronology): string | undefined {
  return sources.find(({type, publisher}) => type === 'Dataset' && publisher === ACLED_PUBLISHER)
    ?.id;
}

/**
@param source - the export that the event is a row of.
@returns the cells that the writer would not know how to fill; undefined for an event that is no row of the
  export.
*/
export function acledCellsAgain(
  event: TimelineEvent,
  source: string,
  index: ExportIndex,
): Cells | undefined {
  const claim = index.claimsAbout
    .get(event.id)
    ?.find(({citations}) => citations[0]?.source === source);
  if (claim === undefined) return undefined;
  const place = index.places.get(event.where?.[0] ?? '');
  const kindOf = (role: string) => {
    const actor = event.actors?.find((one) => one.role === role)?.actor;
    return index.actors.get(actor ?? '')?.kind;
  };
  const stamp = claim.said_at?.stated;
  return {
    ...partsOf(claim.note),
    ...divisionsOf(place),
    event_id_cnty: givenId(event.id),
    event_date: statedDay(event),
    inter1: kindOf('actor 1'),
    inter2: kindOf('actor 2'),
    timestamp: stamp !== undefined && /^\d+$/.test(stamp) ? stamp : undefined,
    notes: event.summary ?? '',
  };
}

/** `IRQ1001` of `acled-irq1001`: a country's three letters are upper case. */
function givenId(id: string): string {
  const given = id.replace(/^acled-/, '');
  return /^[a-z]{3}\d+$|^\d+[a-z]{3}$/.test(given) ? given.toUpperCase() : given;
}

/** The day that a coder chose within a week or month. */
function statedDay({when}: TimelineEvent): string | undefined {
  const day = when.stated === undefined ? undefined : readCellDate(when.stated);
  const parsed = parseEdtf(when.edtf);
  if (day?.edtf.length !== 10 || !parsed.ok) return undefined;
  const {start, end} = resolveEdtf(parsed.value, 'UTC');
  return day.start >= start && day.end <= end ? day.edtf : undefined;
}

/** Columns without a meaning of their own stand in the note of the row: `iso: 368 · region: Middle East`. */
function partsOf(note = ''): Cells {
  return Object.fromEntries(
    note.split(' · ').flatMap((part) => {
      const [, name = '', value = ''] = /^([^:]{1,40}): (.*)$/s.exec(part) ?? [];
      return name === '' ? [] : [[foldColumn(name), value]];
    }),
  ) as Cells;
}

function divisionsOf(place: Place | undefined): Cells {
  const parts = partsOf(place?.note);
  return {admin2: parts['admin2'], admin3: parts['admin3']};
}
