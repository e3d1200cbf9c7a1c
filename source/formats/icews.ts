/**
ICEWS event rows. The story and the sentence in it are the citation of each row.

Source: ICEWS Coded Event Data Read Me (Boschee et al., Harvard Dataverse): the columns; CAMEO for codes.
*/
import type {Actor, Source} from '../core/events/chronology.js';
import {
  cameoNoun,
  isCameoCode,
  QUAD_LANES,
  QUAD_SIDES,
  quadClassOf,
  titleOfAct,
} from './cameo-lanes.js';
import {findColumns, usedColumns} from './column-finder.js';
import type {Format, Loss} from './format.js';
import {placeOfRow} from './place-of-row.js';
import {tableAsFormat} from './read-table.js';
import {
  cellAt,
  cellCount,
  cellText,
  cutText,
  foldColumn,
  idFromName,
  quoteCell,
  rowId,
  rowKey,
} from './table-cells.js';
import {doubtsOf, guessDayOrder, readCellDate, warnOfOrder} from './table-date.js';
import {
  ROW_NOTE,
  type RowRecord,
  type RowRefusal,
  type TableFormat,
  type TableReader,
  type TableSample,
} from './table-format.js';

const TELLING = [
  'story_id',
  'sentence_number',
  'event_text',
  'intensity',
  'source_sectors',
  'target_name',
];

export const icewsTable: TableFormat = {
  id: 'icews',
  name: 'ICEWS events',
  recognise(rows) {
    const names = new Set((rows[0] ?? []).map(foldColumn));
    if (!names.has('event_date') || !names.has('cameo_code')) return 0;
    const telling = TELLING.filter((name) => names.has(name)).length;
    return Math.min(0.8 + telling * 0.05, 0.98);
  },
  open: openIcews,
};

export const icews: Format = tableAsFormat(icewsTable);

function openIcews(sample: TableSample): TableReader {
  const header = sample.rows[0] ?? [];
  const find = findColumns(header);
  const column = {
    id: find.at('event_id'),
    date: find.at('event_date'),
    initiator: find.at('source_name'),
    sectors1: find.at('source_sectors'),
    country1: find.at('source_country'),
    text: find.at('event_text'),
    code: find.at('cameo_code'),
    target: find.at('target_name'),
    sectors2: find.at('target_sectors'),
    country2: find.at('target_country'),
    story: find.at('story_id'),
    sentence: find.at('sentence_number'),
    publisher: find.at('publisher'),
    city: find.at('city'),
    district: find.at('district'),
    province: find.at('province'),
    country: find.at('country'),
    latitude: find.at('latitude'),
    longitude: find.at('longitude'),
    year: find.at('year'),
    yearMonth: find.at('yearmonth', 'year_month'),
    index: find.at('', 'unnamed:_0', 'x', 'index', 'rownames', 'row_names', '1'),
  };
  const used = usedColumns(column);
  const days = guessDayOrder(
    sample.rows.slice(1).map((row) => row[column.date] ?? ''),
    'day-first',
  );
  const readDay = (cells: readonly string[]) =>
    readCellDate(
      cellAt(cells, column.date) ?? '',
      days.order,
      cellCount(cellAt(cells, column.year)),
    );
  const laneOf = (cells: readonly string[]) =>
    QUAD_LANES[quadClassOf(cellText(cellAt(cells, column.code)))] ?? QUAD_LANES[0];
  const titleOf = (cells: readonly string[]): string => {
    const code = cellText(cellAt(cells, column.code));
    return cutText(
      titleOfAct(
        cellText(cellAt(cells, column.text)) || cameoNoun(code) || 'Event',
        cellText(cellAt(cells, column.initiator)),
        cellText(cellAt(cells, column.target)),
        cellText(cellAt(cells, column.city)) || cellText(cellAt(cells, column.country)),
      ),
      200,
    );
  };
  /** The same name in two countries is two actors; sectors are those of the row and stay in its claim. */
  const actorOf = (name: string | undefined, country: string | undefined): Actor | undefined => {
    const shown = cellText(name);
    const land = cellText(country);
    if (shown === '') return undefined;
    return {
      id: idFromName('actor', shown, land === shown ? '' : land),
      name: shown,
      ...(land === '' || land === shown ? {} : {note: `country: ${land}`}),
    };
  };

  const row = (cells: readonly string[], rowNumber: number): RowRecord | RowRefusal => {
    const losses: Loss[] = [];
    const lose = (field: string, what: string) => losses.push({row: rowNumber, field, what});
    const raw = cellAt(cells, column.date);
    const day = readDay(cells);
    if (!day) {
      const what = cellText(raw) === '' ? 'no date' : `not a date: ${quoteCell(raw)}`;
      return {refused: {row: rowNumber, field: 'event_date', what}};
    }
    for (const doubt of doubtsOf(day, days.isSettled)) {
      lose('event_date', `${doubt}: ${quoteCell(raw)}`);
    }
    const given = cellText(cellAt(cells, column.id));
    const code = cellText(cellAt(cells, column.code));
    if (code !== '' && !isCameoCode(code))
      lose('cameo_code', `not a CAMEO code: ${quoteCell(code)}`);
    const text = cellText(cellAt(cells, column.text));
    const type = text || cameoNoun(code);
    const initiator = actorOf(cellAt(cells, column.initiator), cellAt(cells, column.country1));
    const target = actorOf(cellAt(cells, column.target), cellAt(cells, column.country2));
    const roles = [
      ...(initiator ? [{actor: initiator.id, role: 'initiator'}] : []),
      ...(target ? [{actor: target.id, role: 'target'}] : []),
    ];
    const district = cellText(cellAt(cells, column.district));
    const place = placeOfRow(
      {
        name: cellText(cellAt(cells, column.city)) || district,
        country: cellAt(cells, column.country),
        admin1: cellAt(cells, column.province),
        latitude: cellAt(cells, column.latitude),
        longitude: cellAt(cells, column.longitude),
        note: district === '' ? undefined : `district: ${district}`,
        from: 'ICEWS',
      },
      rowNumber,
      losses,
    );
    const story = storyOf(cellAt(cells, column.story), cellAt(cells, column.publisher));
    const sentenceText = cellText(cellAt(cells, column.sentence));
    const sentence = cellCount(sentenceText);
    if (sentenceText !== '' && (sentence === undefined || sentence === 0 || !story)) {
      lose('sentence_number', `not a sentence of a story: ${quoteCell(sentenceText)}`);
    }
    const sectors = [cellAt(cells, column.sectors1), cellAt(cells, column.sectors2)].map(cellText);
    const note = [
      sectors[0] === '' ? '' : `source_sectors: ${sectors[0]}`,
      sectors[1] === '' ? '' : `target_sectors: ${sectors[1]}`,
      find.rest(cells, used) ?? '',
    ]
      .filter((part) => part !== '')
      .join(' · ');
    const title = titleOf(cells);
    const id = given === '' ? rowId(day.edtf, title) : idFromName('icews', given);
    return {
      event: {
        id,
        title,
        when: {
          edtf: day.edtf,
          ...(cellText(raw) === day.edtf ? {} : {stated: cellText(raw)}),
          basis: 'stated',
        },
        ...(place ? {where: [place.id]} : {}),
        ...(roles.length > 0 ? {actors: roles} : {}),
        ...(type === undefined && !isCameoCode(code)
          ? {}
          : {
              kind: {
                ...(type === undefined ? {} : {type}),
                ...(isCameoCode(code) ? {cameo: code} : {}),
              },
            }),
        side: laneOf(cells).id,
      },
      claims: [
        {
          id: `${id}-row`,
          about: {event: id, field: '*'},
          said_by: null,
          voice: 'reporter',
          value: title,
          citations: [
            {source: 'icews', paragraph: rowNumber},
            ...(story ? [{source: story.id, ...(sentence ? {paragraph: sentence} : {})}] : []),
          ],
          ...(note === '' ? {} : {note}),
        },
      ],
      actors: [...(initiator ? [initiator] : []), ...(target ? [target] : [])],
      places: place ? [place] : [],
      sources: story ? [story] : [],
      losses,
    };
  };

  return {
    columns: header.map(foldColumn),
    headerRows: 1,
    chronology: {
      title: sample.name,
      summary:
        'Events as coded by machine in ICEWS from news stories. Lanes are the four classes of CAMEO acts. The rows carry no time zone: days are drawn as days in UTC. The paragraph cited of a story is the number of the sentence.',
      timezone: 'UTC',
      sides: QUAD_SIDES,
      fields: [],
      sources: [
        {
          id: 'icews',
          type: 'Dataset',
          headline: `ICEWS events ${sample.name}`,
          publisher: 'Integrated Crisis Early Warning System (ICEWS)',
          reliability: 'F',
          note: ROW_NOTE,
        },
      ],
    },
    problems: warnOfOrder(days),
    row,
    ...(column.id >= 0 ? {key: (cells) => rowKey(cellText(cells[column.id]))} : {}),
    quick(cells) {
      const day = readDay(cells);
      if (!day) return undefined;
      const {edtf, start, end} = day;
      return {edtf, start, end, side: laneOf(cells).id, title: titleOf(cells)};
    },
  };
}

/** The story a row was read in, by its number and publisher. */
function storyOf(number: string | undefined, publisher: string | undefined): Source | undefined {
  const story = cellText(number);
  const name = cellText(publisher);
  if (story === '') {
    return name === ''
      ? undefined
      : {id: idFromName('source', name), headline: name, publisher: name};
  }
  return {
    id: idFromName('source-story', story),
    headline: `Story ${story}`,
    ...(name === '' ? {} : {publisher: name}),
    note: 'paragraphs are sentences',
  };
}
