/** Rows of ACLED taken apart, so that what comes again in a million rows is read once. */
import type {Actor, Place, Quantity, Source, When} from '../core/events/chronology.js';
import {acledLane} from './acled-lanes.js';
import {cellAt, cellList, cellText, idFromName, rowKey} from './table-cells.js';
import type {PartFacts, RowParts} from './table-format.js';

/** The columns of a table by what they mean; -1 for those it lacks. */
type AcledColumns = Readonly<
  Record<
    | 'id'
    | 'date'
    | 'year'
    | 'timePrecision'
    | 'type'
    | 'subType'
    | 'location'
    | 'country'
    | 'admin1'
    | 'admin2'
    | 'admin3'
    | 'latitude'
    | 'longitude'
    | 'geoPrecision'
    | 'source'
    | 'fatalities'
    | 'tags'
    | 'notes'
    | 'timestamp'
    | 'actor1'
    | 'actor2'
    | 'inter1'
    | 'inter2'
    | 'assoc1'
    | 'assoc2',
    number
  >
>;

/** How cells are read; each gives undefined when something would be lost. */
type AcledReaders = {
  when(cells: readonly string[]): When | undefined;
  place(cells: readonly string[]): {readonly place: Place | undefined} | undefined;
  actors(cells: readonly string[], number: 1 | 2): readonly Actor[];
  sources(cells: readonly string[]): readonly Source[];
  deaths(cells: readonly string[]): {readonly deaths: Quantity | undefined} | undefined;
  /** What a column says that has no meaning of its own, with its name. */
  rest(cells: readonly string[], column: number): string | undefined;
};

/** Both together fit into a title whole. */
const LONGEST_NAME = 90;

/**
@param others - columns that have no meaning of their own, in order.
@returns the parts of a row; undefined for a table without ids.
*/
export function acledParts(
  column: AcledColumns,
  others: readonly number[],
  read: AcledReaders,
): RowParts | undefined {
  if (column.id < 0) return undefined;
  const text = (cells: readonly string[], position: number) => cellText(cellAt(cells, position));
  const part = (
    positions: readonly number[],
    facts: (cells: readonly string[]) => PartFacts | undefined,
  ) => ({columns: positions.filter((position) => position >= 0), read: facts});
  const isSaying = (cell: (position: number) => string): boolean => {
    if (others.length < 2) return true;
    let said = 0;
    for (const position of others) {
      if (cellText(cell(position)) === '') continue;
      said += 1;
      if (said === 2) return true;
    }
    return false;
  };
  return {
    parts: [
      part([column.date, column.year, column.timePrecision], (cells) => {
        const when = read.when(cells);
        // Anything else has to pass the check that dates of every format pass.
        if (when === undefined || !/^\d{4}(?:-\d\d){0,2}~?$/.test(when.edtf)) return undefined;
        return {event: {when}, texts: when.stated === undefined ? [] : [when.stated]};
      }),
      part([column.type, column.subType], (cells) => {
        const [type, subType] = [text(cells, column.type), text(cells, column.subType)];
        const what = subType || type;
        if (type === '' || what.length > LONGEST_NAME) return undefined;
        const kind = subType === '' ? {type} : {type, sub_type: subType};
        return {event: {kind, side: acledLane(type).id}, texts: [`${what},`]};
      }),
      part(
        [
          ...[column.location, column.country, column.admin1, column.admin2, column.admin3],
          ...[column.latitude, column.longitude, column.geoPrecision],
        ],
        (cells) => {
          const where =
            text(cells, column.location) ||
            text(cells, column.admin1) ||
            text(cells, column.country);
          const found = read.place(cells);
          if (found === undefined || where === '' || where.length > LONGEST_NAME) return undefined;
          return {places: found.place === undefined ? [] : [found.place], texts: [where]};
        },
      ),
      // Actors and those with them: each come again far more often than both together.
      ...([1, 2] as const).flatMap((number) => {
        const [name, inter, associated] =
          number === 1
            ? [column.actor1, column.inter1, column.assoc1]
            : [column.actor2, column.inter2, column.assoc2];
        const actors = (cells: readonly string[]) => ({actors: read.actors(cells, number)});
        return [part([name, inter], actors), part([associated], actors)];
      }),
      part([column.source], (cells) => ({sources: read.sources(cells)})),
      part([column.fatalities], (cells) => {
        const found = read.deaths(cells);
        if (found === undefined) return undefined;
        return found.deaths === undefined ? {} : {event: {deaths: found.deaths}};
      }),
      part([column.tags], (cells) => ({event: {tags: cellList(cellAt(cells, column.tags))}})),
      ...others.map((position) =>
        part([position], (cells) => {
          const said = read.rest(cells, position);
          if (said === undefined) return {};
          return {texts: others.length < 2 ? [said] : [said, '·']};
        }),
      ),
    ],
    own(cell) {
      const given = cellText(cell(column.id));
      const timestamp = cell(column.timestamp);
      const isSound =
        given !== '' && (timestamp === '' || /^\d{9,10}$/.test(timestamp)) && isSaying(cell);
      return isSound ? {id: idFromName('acled', given), key: rowKey(given)} : undefined;
    },
    textColumn: column.notes,
    text: (cell) => cellText(cell(column.notes)),
  };
}
