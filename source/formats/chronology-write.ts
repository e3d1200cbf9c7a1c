import {Document, isCollection, isMap, isPair, isScalar, isSeq, visit, type Node} from 'yaml';
import type {Chronology} from '../core/events/chronology.js';
import {machineBoundsOfWhen} from '../core/time/format-instant.js';
import {orderKeys} from './chronology-key-order.js';

/** With more entries than this, each is written on one line: 100 times faster to read back. */
const MANY_ENTRIES = 5000;

const WIDTH_COLUMNS = 100;

/**
Write a chronology as YAML 1.2, to be read and edited by people.

@returns text that `readChronology` reads back as the same chronology. With more than 5,000 entries
each stands on one line in the JSON subset of YAML, so that it opens fast.
*/
export function writeChronologyYaml(chronology: Chronology): string {
  const sections = Object.entries(Object(orderKeys(chronology)) as Record<string, unknown>);
  const entries = sections.reduce((sum, [, it]) => sum + (Array.isArray(it) ? it.length : 0), 0);
  const body = entries > MANY_ENTRIES ? oneEntryALine(sections) : asDocument(sections);
  return `# yaml-language-server: $schema=./chronology.schema.json\n${body}`;
}

/**
Write a chronology as JSON, the stable form for other programs.

@returns what the schema describes; each event carries the earliest and latest instant it can mean
and the ids of the claims about it besides.
*/
export function writeChronologyJson(chronology: Chronology): string {
  const claims = new Map<string, string[]>();
  for (const {id, about} of chronology.claims) {
    const known = claims.get(about.event);
    if (known === undefined) {
      claims.set(about.event, [id]);
    } else {
      known.push(id);
    }
  }
  const events = chronology.events.map((event) => ({
    ...event,
    when: {...event.when, ...machineBoundsOfWhen(event.when, chronology.timezone)},
    claims: claims.get(event.id) ?? [],
  }));
  return `${JSON.stringify(orderKeys({...chronology, events}), undefined, 2)}\n`;
}

type Sections = readonly (readonly [string, unknown])[];

function oneEntryALine(sections: Sections): string {
  const lines: string[] = [];
  for (const [name, value] of sections) {
    if (Array.isArray(value) && typeof value[0] === 'object') {
      lines.push(`${name}:`);
      for (const entry of value) {
        lines.push(`  - ${JSON.stringify(entry)}`);
      }
    } else {
      lines.push(`${name}: ${JSON.stringify(value)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function asDocument(sections: Sections): string {
  const document = new Document(Object.fromEntries(sections), {
    version: '1.2',
    schema: 'core',
    aliasDuplicateObjects: false,
  });
  visit(document, {
    Collection(_, node, ancestors) {
      const parent = ancestors.at(-1);
      const isWhole = ancestors.length < 2;
      const isSection = isPair(parent) && isSeq(node) && ancestors.length === 3;
      node.flow = !isWhole && !(isSection && node.items.length > 0) && isShort(node);
    },
  });
  spaceOut(document.contents);
  return document.toString({lineWidth: WIDTH_COLUMNS, flowCollectionPadding: false});
}

/** @returns whether it fits one line with what stands before it. */
function isShort(node: Node): boolean {
  return (JSON.stringify(node) ?? '').length <= WIDTH_COLUMNS - 20;
}

/** Empty lines before each section, and between entries of several lines. */
function spaceOut(contents: Node | null): void {
  for (const pair of isMap(contents) ? contents.items : []) {
    const {key, value: section} = pair;
    if (isScalar(key) && isCollection(section)) {
      key.spaceBefore = true;
      for (const [index, entry] of section.items.entries()) {
        if (index > 0 && isMap(entry) && !entry.flow) {
          entry.spaceBefore = true;
        }
      }
    }
  }
}
