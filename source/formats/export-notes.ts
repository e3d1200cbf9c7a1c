/** The notes of a text to be read: every source told once, and a note for each paragraph cited. */
import type {Chronology, Citation} from '../core/events/chronology.js';
import {type ExportIndex, sourceWords} from './export-words.js';
import {toSafeUrl} from './html-to-text.js';

/** A source, once, however often it is cited; `number` from 1 in the order of first mention. */
export type OutlineSource = {
  readonly number: number;
  readonly text: string;
  readonly url: string | undefined;
};

/** A paragraph of a source, once. Notes are called by their paragraphs, so that no second numbering comes in. */
export type OutlineNote = {
  /** Letters and digits: `p4`, or `s2p4` where several sources are cited; `s2` for the whole of one. */
  readonly label: string;
  /** Short, for a mark in the text: `¶4`, `2 ¶4`. */
  readonly mark: string;
  /** Number of the source. */
  readonly source: number;
  /** In full: `Paragraph 4`, `Source 2, paragraph 4`. */
  readonly place: string;
  /** Words cited from it that no quotation of the text shows. */
  readonly exact: readonly string[];
};

/** @returns the note of each citation, each once, in order; `shown` are words quoted in the text. */
export type Cite = (citations: readonly Citation[], shown?: string) => readonly OutlineNote[];

type NumberedNote = OutlineNote & {readonly paragraph: number; readonly exact: string[]};

/** @returns what makes notes of citations, and all that it made, each in order. */
export function startNotes(
  {claims}: Pick<Chronology, 'claims'>,
  index: ExportIndex,
): {
  readonly cite: Cite;
  readonly sources: () => readonly OutlineSource[];
  readonly notes: () => readonly OutlineNote[];
} {
  const isOneOfMany =
    new Set(claims.flatMap(({citations}) => citations.map(({source}) => source))).size > 1;
  const sources = new Map<string, OutlineSource>();
  const notes = new Map<string, NumberedNote>();
  const numberOfSource = (id: string): number => {
    const known = sources.get(id);
    if (known !== undefined) return known.number;
    const url = toSafeUrl(index.sources.get(id)?.url ?? '');
    const number = sources.size + 1;
    sources.set(id, {number, text: sourceWords(id, index), url});
    return number;
  };
  const makeNote = ({source: id, paragraph}: Citation): NumberedNote => {
    const source = numberOfSource(id);
    const unit = index.sources.get(id)?.type === 'Dataset' ? 'entry' : 'paragraph';
    const sign = unit === 'entry' ? 'entry ' : '¶';
    const whole = {source, exact: [], paragraph: paragraph ?? 0};
    if (paragraph === undefined) {
      return {...whole, label: `s${source}`, mark: `${source}`, place: `Source ${source}`};
    }
    return isOneOfMany
      ? {
          ...whole,
          label: `s${source}p${paragraph}`,
          mark: `${source} ${sign}${paragraph}`,
          place: `Source ${source}, ${unit} ${paragraph}`,
        }
      : {
          ...whole,
          label: `p${paragraph}`,
          mark: `${sign}${paragraph}`,
          place: `${unit === 'entry' ? 'Entry' : 'Paragraph'} ${paragraph}`,
        };
  };
  const noteOf = (citation: Citation, shown: string | undefined): NumberedNote => {
    const {source, paragraph, exact} = citation;
    const key = JSON.stringify([source, paragraph]);
    const note = notes.get(key) ?? makeNote(citation);
    notes.set(key, note);
    const isShown = exact === undefined || exact === shown || note.exact.includes(exact);
    if (!isShown) note.exact.push(exact);
    return note;
  };
  return {
    cite: (citations, shown) => sorted(new Set(citations.map((one) => noteOf(one, shown)))),
    sources: () => [...sources.values()],
    notes: () => sorted(notes.values()),
  };
}

function sorted(notes: Iterable<NumberedNote>): readonly NumberedNote[] {
  return [...notes].sort(
    (one, other) => one.source - other.source || one.paragraph - other.paragraph,
  );
}
