import type {Chronology} from '../core/events/chronology.js';
import type {FileHead, Format, FormatInput, ReadResult} from './format.js';

/** The program's own file, as YAML 1.2 (the reader takes JSON as well). */
export const chronologyYaml: Format = {
  id: 'yaml',
  name: 'ticktock chronology (YAML)',
  detect: (head) => (isJson(head) ? 0 : detectChronology(head)),
  read,
  async write(chronology) {
    const {writeChronologyYaml} = await import('./chronology-write.js');
    return {text: writeChronologyYaml(chronology), losses: []};
  },
};

/** The program's own file as JSON: the stable form for other programs. */
export const chronologyJson: Format = {
  id: 'json',
  name: 'ticktock chronology (JSON)',
  detect: (head) => (isJson(head) ? detectChronology(head) : 0),
  read,
  async write(chronology) {
    const {writeChronologyJson} = await import('./chronology-write.js');
    return {text: writeChronologyJson(chronology), losses: []};
  },
};

async function read({name, text}: FormatInput): Promise<ReadResult> {
  const {readChronology} = await import('./chronology-reader.js');
  const {chronology = NOTHING, problems} = readChronology(name, text);
  const rows = chronology.events.length;
  return {chronology, rows, refused: 0, losses: [], problems, isChronology: true};
}

const NOTHING: Chronology = {
  chronology: 1,
  title: '',
  timezone: 'UTC',
  sides: [],
  fields: [],
  sources: [],
  actors: [],
  places: [],
  events: [],
  claims: [],
  links: [],
};

function isJson({text}: FileHead): boolean {
  return /^\s*[[{]/u.test(text);
}

/** Spaces are counted, not starred: a head of nothing but spaces must not take long. */
const JSON_KEY = /"chronology"\s{0,20}:\s{0,20}1\b/u;
const YAML_KEY = /^ {0,20}["']?chronology["']? {0,20}:/mu;

/** The first line of a chronology as NDJSON, which is read record by record (`ndjson-events.ts`). */
const RECORD_LINE = /^\s{0,20}\{\s{0,20}"record"\s{0,20}:/u;

/** An event as only a chronology has it; without `chronology: 1` reading it says that this is missing. */
const JSON_EVENT = /"when"\s{0,20}:\s{0,20}\{\s{0,20}"(?:edtf|stated|basis|timezone)"\s{0,20}:/u;
const YAML_EVENT = /^ {0,20}(?:- )?when: {0,20}(?:\{ {0,20}|\n {0,20})edtf:/mu;

/** Certain by its first key; likely by what nothing else has; a guess by its name. */
function detectChronology(head: FileHead): number {
  const {name, text} = head;
  if (RECORD_LINE.test(text)) {
    return 0;
  }
  if ((isJson(head) ? JSON_KEY : YAML_KEY).test(text)) {
    return 1;
  }
  const has = (section: string): boolean =>
    new RegExp(`^[{ \\t]{0,20}["']?${section}["']? {0,20}:`, 'mu').test(text);
  if (has('claims') && has('events')) {
    return 0.7;
  }
  const isOurs = isJson(head)
    ? /"events"\s{0,20}:\s{0,20}\[/u.test(text) && JSON_EVENT.test(text)
    : has('events') && YAML_EVENT.test(text);
  if (isOurs) {
    return 0.9;
  }
  return /\.ya?ml$/iu.test(name) && !isJson(head) ? 0.3 : 0;
}
