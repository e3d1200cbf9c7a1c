import {foldText} from '../core/query/fold-text.js';
import {compileQuery, type QueryContext} from '../core/query/match-event.js';
import type {FieldTerm, Query, WordTerm} from '../core/query/query.js';
import {
  glyphName,
  type SearchDocument,
  type SearchName,
  type SearchSpan,
} from '../core/query/search-document.js';
import {
  addAll,
  addBit,
  allBits,
  type Bits,
  hasBit,
  invert,
  keepCommon,
  noBits,
} from './table-bits.js';
import type {Lists} from './table-columns.js';
import {CONTESTED, HAS_SAID, INFERRED, ownTexts, UNCERTAIN} from './table-data.js';
import type {TableNames} from './table-names.js';
import type {TableReader} from './table-reader.js';

/** A document in which nothing is found. */
const NOTHING: SearchDocument = {
  id: '',
  text: '',
  actors: [],
  speakers: [],
  said: '',
  side: undefined,
  kinds: [],
  cameo: undefined,
  places: [],
  sources: [],
  tags: [],
  deaths: [],
  when: undefined,
  isContested: false,
  isInferred: false,
  isUncertain: false,
};

/**
Answer a query from the columns of a table.

@param count - events to look at, from the first.
@param documentOf - an event as a whole, for what no column answers.
@returns a set of the events that match, as `compileQuery` has it.
*/
export function findInTable(
  query: Query,
  reader: TableReader,
  names: TableNames,
  context: QueryContext,
  count: number,
  documentOf: (event: number) => SearchDocument | undefined,
): Bits {
  const {columns, words, kinds, deaths} = reader.data;

  function find(part: Query): Bits {
    switch (part.type) {
      case 'all':
        return allBits(count);
      case 'word':
        return findWord(part);
      case 'field':
        return findField(part);
      case 'not':
        return invert(find(part.operand), count);
      case 'and': {
        const bits = allBits(count);
        for (const operand of part.operands) keepCommon(bits, find(operand));
        return bits;
      }
      case 'or': {
        const bits = noBits(count);
        for (const operand of part.operands) addAll(bits, find(operand));
        return bits;
      }
    }
  }

  function findWord(term: WordTerm): Bits {
    const test = compileQuery(term, context);
    if (test(NOTHING)) return allBits(count);
    const word = foldText(term.text);
    const pieces = word.split(' ');
    const first = pieces[0] ?? '';
    const bits = pieces.length === 1 ? words.find(first, 'anywhere', count) : noBits(count);
    const named = (folded: string): SearchDocument => ({...NOTHING, text: folded});
    addAll(
      bits,
      findNamed(columns.actors, names.actors(), (name) => test(named(name.folded))),
    );
    addAll(
      bits,
      findNamed(columns.places, names.places(), (name) => test(named(name.folded))),
    );
    addAll(
      bits,
      findNamed(columns.tags, names.tags(), (name) => test(named(name.folded))),
    );
    addAll(
      bits,
      findKinds((kind) => kind.names.some((name) => test(named(names.kind(name).folded)))),
    );
    if (pieces.length > 1) addAll(bits, findPhrase(pieces, word, bits));
    return bits;
  }

  /** Events that have all the words are few enough to be looked at one by one. */
  function findPhrase(pieces: readonly string[], phrase: string, known: Bits): Bits {
    const candidates = invert(known, count);
    for (const [index, piece] of pieces.entries()) {
      const place = index === 0 ? 'ending' : index === pieces.length - 1 ? 'beginning' : 'whole';
      if (piece !== '') keepCommon(candidates, words.find(piece, place, count));
    }
    return filterBits(candidates, (event) => {
      // The longest text is at hand before the event is made again as a whole.
      if (saysPlainly(reader.textOf(event) ?? '', phrase)) return true;
      const record = reader.record(event);
      return (
        record !== undefined &&
        ownTexts(record).some(
          (text) => saysPlainly(text, phrase) || foldText(text).includes(phrase),
        )
      );
    });
  }

  function findField(term: FieldTerm): Bits {
    const test = compileQuery(term, context);
    switch (term.field) {
      case 'actor':
        return findNamed(columns.actors, names.actors(), (name) =>
          test({...NOTHING, actors: [name]}),
        );
      case 'by':
        return findNamed(columns.speakers, names.actors(), (name) =>
          test({...NOTHING, speakers: [name]}),
        );
      case 'place':
        return findNamed(columns.places, names.places(), (name) =>
          test({...NOTHING, places: [name]}),
        );
      case 'source':
        return findNamed(columns.sources, names.sources(), (name) =>
          test({...NOTHING, sources: [name]}),
        );
      case 'tag':
        return findNamed(columns.tags, names.tags(), (name) => test({...NOTHING, tags: [name]}));
      case 'side':
        return findNumbers(
          columns.lanes.data,
          names.sides().map((side) => test({...NOTHING, side})),
        );
      case 'kind':
        return findKinds((kind) =>
          test({
            ...NOTHING,
            kinds: [...kind.names.map((name) => names.kind(name)), glyphName(kind.glyph)],
          }),
        );
      case 'cameo':
        return findKinds(({cameo}) => test({...NOTHING, cameo}));
      case 'deaths':
        return findNumbers(
          columns.deaths.data,
          deaths.items.map((numbers) => test({...NOTHING, deaths: numbers})),
        );
      case 'is':
        return findNumbers(
          columns.flags.data,
          Array.from({length: 16}, (_, flags) =>
            test({
              ...NOTHING,
              isContested: (flags & CONTESTED) !== 0,
              isInferred: (flags & INFERRED) !== 0,
              isUncertain: (flags & UNCERTAIN) !== 0,
            }),
          ),
        );
      case 'after':
      case 'before':
      case 'on':
        return findDates(test);
      case 'id': {
        const bits = noBits(count);
        for (const {text} of term.values) {
          const event = reader.find(text);
          if (event !== undefined && event < count) addBit(bits, event);
        }
        return bits;
      }
      case 'said': {
        const saying = findNumbers(
          columns.flags.data,
          Array.from({length: 16}, (_, flags) => (flags & HAS_SAID) !== 0),
        );
        return filterBits(saying, (event) => {
          const document = documentOf(event);
          return document !== undefined && test(document);
        });
      }
    }
  }

  function findKinds(test: (kind: (typeof kinds.items)[number]) => boolean): Bits {
    return findNumbers(columns.kinds.data, kinds.items.map(test));
  }

  function findNamed(
    lists: Lists,
    all: readonly SearchName[],
    test: (name: SearchName) => boolean,
  ): Bits {
    const isWanted = new Uint8Array(all.length);
    let isAny = false;
    for (let number = 0; number < all.length; number += 1) {
      const name = all[number];
      if (name === undefined || !test(name)) continue;
      isWanted[number] = 1;
      isAny = true;
    }
    return isAny ? lists.find(isWanted, count) : noBits(count);
  }

  function findNumbers(
    column: Uint8Array | Uint16Array | Uint32Array,
    wanted: readonly boolean[],
  ): Bits {
    const bits = noBits(count);
    if (!wanted.includes(true)) return bits;
    const isWanted = Uint8Array.from(wanted, Number);
    for (let event = 0; event < count; event += 1) {
      if (isWanted[column[event] ?? 0] === 1) {
        bits[event >>> 5] = (bits[event >>> 5] ?? 0) | (1 << (event & 31));
      }
    }
    return bits;
  }

  function findDates(test: (document: SearchDocument) => boolean): Bits {
    const bits = noBits(count);
    const [starts, ends] = [columns.starts.data, columns.ends.data];
    const when = {start: 0, end: 0};
    const document: {-readonly [key in keyof SearchDocument]: SearchDocument[key]} = {...NOTHING};
    for (let event = 0; event < count; event += 1) {
      when.start = starts[event] ?? 0;
      when.end = ends[event] ?? 0;
      const span: SearchSpan | undefined =
        when.start === -Infinity && when.end === Infinity ? undefined : when;
      document.when = span;
      if (test(document)) addBit(bits, event);
    }
    return bits;
  }

  function filterBits(candidates: Bits, test: (event: number) => boolean): Bits {
    const bits = noBits(count);
    for (let event = 0; event < count; event += 1) {
      if (hasBit(candidates, event) && test(event)) addBit(bits, event);
    }
    return bits;
  }

  return find(query);
}

/** @returns whether a text has a phrase where folding takes nothing away; false when that is not sure. */
function saysPlainly(text: string, phrase: string): boolean {
  if (!/^[a-z\d]+(?: [a-z\d]+)+$/.test(phrase)) return false;
  const lower = text.toLowerCase();
  const at = lower.indexOf(phrase);
  if (at < 0) return false;
  const around = lower.slice(Math.max(0, at - 3), at + phrase.length + 3);
  return /^[ -~]*$/.test(around) && !/[-'`]|[ae]l /.test(around);
}
