import type {Chronology, Citation, Claim} from './chronology.js';
import {copyParagraphs, matchParagraphs} from './copy-paragraphs.js';
import type {MatchedParagraph} from './copy-paragraphs.js';
import {firstDifference} from './first-difference.js';
import {makeInert} from './inert-text.js';

/** A citation that a copy does not bear out. */
export type CitationFailure = {
  /** Claim id. */
  readonly claim: string;
  /** Source id. */
  readonly source: string;
  /** From 1; undefined when the citation names none. */
  readonly paragraph: number | undefined;
  /** Whether the paragraph as a whole is not the one cited, or words cited from it are not there. */
  readonly about: 'paragraph' | 'words';
  /** What is wrong and whose words it concerns, in one line without control characters. */
  readonly what: string;
};

/** How the citations of one source stood up to a copy of it. */
export type Verification = {
  /** Citations that could be checked, kept and failed. */
  readonly total: number;
  /** In the order of the file. */
  readonly failures: readonly CitationFailure[];
  /** Citations with neither a paragraph digest nor exact words, so that there is nothing to check. */
  readonly uncheckable: number;
};

/**
Check every citation of one source against a reader's copy of it.

A citation holds when the cited paragraph has the digest that the chronology knows, and the exact
words, if it has any, occur in that paragraph. Paragraphs are found by their digests, so a copy may
have a title in front. A citation without a paragraph number holds when its words occur anywhere.

@param chronology - with the source, the claims that cite it and those who make them.
@param sourceId - a source of the chronology; an unknown one has no citations.
@param text - the decoded copy; nothing of it is kept but the excerpts in failures.
@param sha256Hex - the SHA-256 of a text in UTF-8, as 64 lower-case hex digits.
@returns how many citations were checked and which of them failed.
Source: W3C Web Annotation Data Model (2017), section 4.2.4, for `exact`, `prefix` and `suffix`.
*/
export function verifyCitations(
  chronology: Pick<Chronology, 'sources' | 'actors' | 'claims'>,
  sourceId: string,
  text: string,
  sha256Hex: (text: string) => string,
): Verification {
  const digests = chronology.sources.find((source) => source.id === sourceId)?.paragraphs;
  const copy = copyParagraphs(text, digests, sha256Hex);
  const matched: readonly (MatchedParagraph | undefined)[] =
    digests === undefined
      ? copy.map((paragraph) => ({text: paragraph.text, isSame: true}))
      : matchParagraphs(digests, copy);
  const wholeText = copy.map((paragraph) => paragraph.text).join('\n');
  const names = new Map(chronology.actors.map((actor) => [actor.id, actor.name]));

  let total = 0;
  let uncheckable = 0;
  const failures: CitationFailure[] = [];
  for (const claim of chronology.claims) {
    for (const citation of claim.citations) {
      if (citation.source !== sourceId) continue;
      const {paragraph} = citation;
      if (citation.exact === undefined && (paragraph === undefined || digests === undefined)) {
        uncheckable++;
        continue;
      }
      total++;
      const fault =
        paragraph === undefined
          ? wordsFault(claim, citation, wholeText, names)
          : paragraphFault(claim, citation, paragraph, matched, names);
      if (fault !== undefined) {
        const {about, what} = fault;
        failures.push({claim: claim.id, source: sourceId, paragraph, about, what: makeInert(what)});
      }
    }
  }
  return {total, failures, uncheckable};
}

type Fault = Pick<CitationFailure, 'about' | 'what'>;

function paragraphFault(
  claim: Claim,
  citation: Citation,
  paragraph: number,
  matched: readonly (MatchedParagraph | undefined)[],
  names: ReadonlyMap<string, string>,
): Fault | undefined {
  const about = 'paragraph';
  if (paragraph > matched.length) {
    return {about, what: `there are only ${matched.length} paragraphs`};
  }
  const found = matched[paragraph - 1];
  if (found === undefined) return {about, what: 'it is not in the copy'};
  const words = wordsFault(claim, citation, found.text, names);
  if (words !== undefined || found.isSame) return words;
  return {
    about,
    what:
      citation.exact === undefined
        ? 'the copy has another text there (its digest differs)'
        : 'the words are there, and something else in the paragraph has changed (its digest differs)',
  };
}

function wordsFault(
  claim: Claim,
  citation: Citation,
  paragraph: string,
  names: ReadonlyMap<string, string>,
): Fault | undefined {
  const what = wordsProblem(claim, citation, paragraph, names);
  return what === undefined ? undefined : {about: 'words', what};
}

function wordsProblem(
  claim: Claim,
  citation: Citation,
  paragraph: string,
  names: ReadonlyMap<string, string>,
): string | undefined {
  const {exact, prefix = '', suffix = ''} = citation;
  if (exact === undefined) return undefined;
  // The chronology's words were made inert when they were read; so is what they are held against.
  const text = makeInert(paragraph);
  if (text.includes(prefix + exact + suffix)) return undefined;
  const speaker =
    claim.said_by === null
      ? 'the words cited'
      : `the words of ${names.get(claim.said_by) ?? claim.said_by}`;
  if (text.includes(exact)) {
    return `${speaker} are there, without what is cited before or after them`;
  }
  const difference = firstDifference(exact, text);
  return difference === undefined
    ? `${speaker} are not there: ${quote(excerpt(exact, 0))}`
    : `${speaker} differ from character ${difference.at + 1} on: ` +
        `cited ${quote(excerpt(exact, difference.at))}, ` +
        `the copy has ${quote(excerpt(text, difference.textAt))}`;
}

const EXCERPT_BEFORE = 12;
const EXCERPT_AFTER = 20;

/** @returns what stands around a position, cut at whole words where they are near. */
function excerpt(text: string, position: number): string {
  const from = Math.max(0, position - EXCERPT_BEFORE);
  const to = Math.min(text.length, position + EXCERPT_AFTER);
  const start = from === 0 ? 0 : from + Math.max(0, text.slice(from, position).indexOf(' ') + 1);
  const lastSpace = text.slice(position, to).lastIndexOf(' ');
  const end = to === text.length || lastSpace <= 0 ? to : position + lastSpace;
  const before = start === 0 ? '' : '...';
  return `${before}${text.slice(start, end)}${end === text.length ? '' : '...'}`;
}

function quote(text: string): string {
  return `"${text}"`;
}
