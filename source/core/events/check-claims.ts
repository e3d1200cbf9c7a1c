import {isBlank, type IdIndex, type Ids, type Report, type ReportUnknown} from './check-report.js';
import type {Chronology, Citation, Claim} from './chronology.js';
import {CLAIM_FIELDS} from './claim-fields.js';
import type {Path} from './path-problem.js';

/**
Check what claims are about, who made them, what they quote and what they cite.

@param ids - what each id of the chronology names.
@param report - called for each fault.
*/
export function checkClaims(
  chronology: Chronology,
  ids: IdIndex,
  report: Report,
  reportUnknown: ReportUnknown,
): void {
  const fields: Ids = new Map([
    ...ids.fields,
    ...Array.from(CLAIM_FIELDS, (field): [string, number] => [field, -1]),
  ]);
  for (const [position, claim] of chronology.claims.entries()) {
    const path: Path = ['claims', position];
    if (!ids.events.has(claim.about.event)) {
      reportUnknown([...path, 'about', 'event'], 'event', claim.about.event, ids.events);
    }
    if (!fields.has(claim.about.field)) {
      reportUnknown([...path, 'about', 'field'], 'field', claim.about.field, fields);
    }
    if (claim.said_by !== null && !ids.actors.has(claim.said_by)) {
      reportUnknown([...path, 'said_by'], 'actor', claim.said_by, ids.actors);
    }
    if (claim.said_by === null && claim.voice !== 'reporter') {
      const message = `a ${claim.voice} with nobody who said it`;
      report([...path, 'voice'], message, 'add `said_by`', {severity: 'warning'});
    }
    if (claim.basis === 'inferred' && isBlank(claim.reason)) {
      report(
        [...path, 'basis'],
        'an inference without a reason',
        'add `reason`: why it is read so',
      );
    }
    for (const [item, citation] of claim.citations.entries()) {
      checkCitation(chronology, citation, [...path, 'citations', item], ids, report, reportUnknown);
    }
    if (claim.voice === 'quote') {
      checkQuotation(claim, path, report);
    }
  }
}

function checkCitation(
  chronology: Chronology,
  {source: id, paragraph}: Citation,
  path: Path,
  ids: IdIndex,
  report: Report,
  reportUnknown: ReportUnknown,
): void {
  const position = ids.sources.get(id);
  if (position === undefined) {
    reportUnknown([...path, 'source'], 'source', id, ids.sources);
    return;
  }
  const count = chronology.sources[position]?.paragraphs?.length;
  if (paragraph !== undefined && count !== undefined && paragraph > count) {
    const message = `paragraph ${paragraph} of \`${id}\`, which has ${count}`;
    report([...path, 'paragraph'], message, 'correct the number');
  }
}

/**
The exact words of the citations and the words of the claim must be the same, but for quotation
marks and spaces; words put together from several places (or around `…`) need each part cited.
*/
function checkQuotation(claim: Claim, path: Path, report: Report): void {
  if (claim.words === undefined || isBlank(claim.words)) {
    report(path, 'a quotation without its words', 'add `words`: exactly what was said');
    return;
  }
  const words = bare(claim.words);
  const exacts: string[] = [];
  let isAlike = true;
  for (const [item, {exact}] of claim.citations.entries()) {
    // A second paragraph may only say where or to whom it was said.
    if (exact !== undefined && !isBlank(exact)) {
      const cited = bare(exact);
      exacts.push(cited);
      const isPart =
        words.includes(cited) || [words, ...parts(words)].some((it) => cited.includes(it));
      if (!isPart) {
        isAlike = false;
        const message = 'the exact words are not those of the claim';
        const fix = 'copy the words from the paragraph, letter for letter';
        report([...path, 'citations', item, 'exact'], message, fix);
      }
    }
  }
  if (exacts.length === 0) {
    const message = 'a quotation whose citation lacks the exact words';
    report([...path, 'citations'], message, 'add `exact` to the citation');
  } else if (isAlike && !isCovered(words, exacts)) {
    const message = 'some of the words stand in no citation';
    report([...path, 'words'], message, 'cite each part with its `exact` words');
  }
  for (const [item, insertion] of (claim.insertions ?? []).entries()) {
    if (!words.includes(bare(insertion))) {
      const message = `the insertion \`${insertion}\` is not in the words`;
      report([...path, 'insertions', item], message, 'copy it from the words');
    }
  }
}

/** @returns whether nothing but punctuation and spaces is left of the words once the exact ones are taken away. */
function isCovered(words: string, exacts: readonly string[]): boolean {
  if (exacts.some((exact) => exact.includes(words))) {
    return true;
  }
  let rest = parts(words)
    .filter((part) => !exacts.some((exact) => exact.includes(part)))
    .join('\n');
  for (const exact of [...exacts].sort((one, other) => other.length - one.length)) {
    rest = rest.replaceAll(exact, '\n');
  }
  return !/[\p{L}\p{N}]/u.test(rest);
}

/** @returns what stands between the ellipses, up to fifty parts. */
function parts(words: string): string[] {
  const found = words.split(/\[?(?:…|\.\.\.)\]?/u, 50).map((part) => part.trim());
  return found.filter((part) => part !== '');
}

/** @returns text without quotation marks, its spaces single and its apostrophes straight. */
function bare(text: string): string {
  return text
    .replaceAll(/[‘’ʼ]/gu, "'")
    .replaceAll(/["“”„«»]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
