/**
Every file format, by name, loaded only when it is needed.

How to add one: write its file (see `format.ts`) and add an entry here, under its kind.
*/
import type {Format} from './format.js';
import type {TableFormat} from './table-format.js';

/** A format that is not loaded yet. */
export type FormatEntry = {
  /** As in `--from`; the same as the loaded format's. */
  readonly id: string;
  /** As in `export --format`; for those that are written, and only for them. */
  readonly exportId?: string;
  /** As in messages. */
  readonly name: string;
  /** Endings of file names, with the dot; they only decide between formats that look equally likely. */
  readonly endings: readonly string[];
  /** True when a file whose columns are named by hand may be of it, whatever else the file looks like. */
  readonly isPlain?: true;
  load(): Promise<Format>;
  /** For a format that is only written: whether a text may be of it, so that its reader can be told. */
  looksLike?(text: string): boolean;
  /** For tables: the converter of single rows, for stores that ask for the rows they show. */
  loadTable?(): Promise<TableFormat>;
};

export const formatRegistry: readonly FormatEntry[] = [
  // Our own, first: a file that is certainly one is not shown to the others.
  {
    id: 'yaml',
    exportId: 'yaml',
    name: 'ticktock chronology (YAML)',
    endings: ['.yaml', '.yml'],
    load: async () => (await import('./chronology-file.js')).chronologyYaml,
  },
  {
    id: 'json',
    exportId: 'json',
    name: 'ticktock chronology (JSON)',
    endings: ['.json'],
    isPlain: true,
    load: async () => (await import('./json-file.js')).jsonFile,
  },
  // Event data sets.
  {
    id: 'acled',
    exportId: 'acled',
    name: 'ACLED export',
    endings: ['.csv'],
    load: async () => (await import('./acled-writer.js')).acledFormat,
    loadTable: async () => (await import('./acled.js')).acledTable,
  },
  {
    id: 'ucdp',
    name: 'UCDP GED',
    endings: ['.csv'],
    load: async () => (await import('./ucdp.js')).ucdp,
    loadTable: async () => (await import('./ucdp.js')).ucdpTable,
  },
  {
    id: 'gdelt',
    name: 'GDELT events',
    endings: ['.csv', '.tsv'],
    load: async () => (await import('./gdelt.js')).gdelt,
    loadTable: async () => (await import('./gdelt.js')).gdeltTable,
  },
  {
    id: 'icews',
    name: 'ICEWS events',
    endings: ['.tab', '.tsv', '.csv'],
    load: async () => (await import('./icews.js')).icews,
    loadTable: async () => (await import('./icews.js')).icewsTable,
  },
  {
    id: 'timemap',
    name: 'TimeMap events',
    endings: ['.csv', '.json'],
    load: async () => (await import('./timemap.js')).timemap,
    loadTable: async () => (await import('./timemap.js')).timemapTable,
  },
  {
    id: 'timesketch',
    name: 'Timesketch timeline',
    endings: ['.jsonl', '.csv'],
    load: async () => (await import('./timesketch.js')).timesketch,
    loadTable: async () => (await import('./timesketch.js')).timesketchTable,
  },
  // Timelines, calendars and notes.
  {
    id: 'timelinejs',
    exportId: 'timelinejs',
    name: 'TimelineJS',
    endings: ['.json', '.csv'],
    load: async () => (await import('./timelinejs.js')).timelineJsFormat,
  },
  {
    id: 'icalendar',
    exportId: 'ics',
    name: 'iCalendar',
    endings: ['.ics'],
    load: async () => (await import('./icalendar.js')).iCalendarFormat,
  },
  {
    id: 'markwhen',
    name: 'markwhen',
    endings: ['.mw', '.markwhen'],
    load: async () => (await import('./markwhen.js')).markwhenFormat,
  },
  // Plain tables of events, when nothing else takes the file for its own.
  {
    id: 'csv',
    exportId: 'csv',
    name: 'CSV',
    endings: ['.csv'],
    isPlain: true,
    load: async () => (await import('./csv-events.js')).csvEvents,
    loadTable: async () => (await import('./table.js')).csvTable,
  },
  {
    id: 'tsv',
    name: 'plain table (TSV)',
    endings: ['.tsv', '.tab'],
    isPlain: true,
    load: async () => (await import('./table.js')).tsv,
    loadTable: async () => (await import('./table.js')).tsvTable,
  },
  {
    id: 'ndjson',
    exportId: 'ndjson',
    name: 'NDJSON',
    endings: ['.ndjson', '.jsonl'],
    isPlain: true,
    load: async () => (await import('./ndjson-events.js')).ndjsonEvents,
  },
  {
    id: 'geojson',
    exportId: 'geojson',
    name: 'GeoJSON',
    endings: ['.geojson'],
    isPlain: true,
    load: async () => (await import('./geojson.js')).geoJsonFormat,
  },
  // Written, not read.
  {
    id: 'md',
    exportId: 'md',
    name: 'Markdown',
    endings: ['.md'],
    load: async () => (await import('./markdown.js')).markdownFormat,
    looksLike: (text) => /^\s{0,100}#{1,2} \S/.test(text),
  },
  {
    id: 'html',
    exportId: 'html',
    name: 'HTML page',
    endings: ['.html'],
    load: async () => (await import('./html.js')).htmlFormat,
    looksLike: (text) => /^\s{0,100}<(?:!doctype\s|html[\s>])/i.test(text),
  },
  {
    id: 'prov',
    exportId: 'prov',
    name: 'W3C PROV (JSON-LD)',
    endings: ['.jsonld'],
    load: async () => (await import('./prov.js')).provFormat,
    looksLike: (text) => /^\s{0,100}\{/.test(text) && text.includes('http://www.w3.org/ns/prov#'),
  },
];

/** The formats that are written. */
export const exportFormats = formatRegistry.flatMap((entry) =>
  entry.exportId === undefined ? [] : [{...entry, exportId: entry.exportId}],
);

/** @returns the entry of a format, or undefined when there is none of that id. */
export function findFormat(id: string): FormatEntry | undefined {
  return formatRegistry.find((entry) => entry.id === id);
}
