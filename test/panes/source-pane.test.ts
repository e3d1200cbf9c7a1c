import {describe, expect, test} from 'vitest';
import bundled from '../../data/washington-baghdad.yaml';
import type {SourceCopy} from '../../source/core/events/source-copy.js';
import type {CitationFailure} from '../../source/core/events/verify-citations.js';
import {openBench} from '../helpers/open-bench.js';

const failure = (about: CitationFailure['about'], what: string): CitationFailure => ({
  claim: 'unused',
  source: 'report',
  paragraph: 1,
  about,
  what,
});

/** The pane of the report, with a copy in which something is amiss with paragraph 1. */
function reportPane(paragraph: SourceCopy['paragraphs'][number], failed: CitationFailure): string {
  const copy: SourceCopy = {
    path: 'copy.txt',
    paragraphs: [paragraph],
    failures: [failed],
    total: 1,
  };
  const bench = openBench({
    chronology: bundled,
    columns: 160,
    rows: 45,
    copies: new Map([['report', copy]]),
    opening: {pane: 'source:report'},
  });
  return bench.text();
}

describe('a copy of a report beside what rests on it', () => {
  test('says once that a paragraph is another one', () => {
    const text = reportPane({text: 'Another text.', isSame: false}, failure('paragraph', 'SAID'));
    expect(text).toContain('something in it has changed');
    expect(text).toContain('Another text.');
    expect(text).not.toContain('SAID');
  });

  test('says once that a paragraph is not there', () => {
    const text = reportPane(undefined, failure('paragraph', 'SAID'));
    expect(text).toContain('Your copy has nothing in its place.');
    expect(text).not.toContain('SAID');
  });

  test('says which words are not there', () => {
    const text = reportPane({text: 'The text.', isSame: true}, failure('words', 'SAID'));
    expect(text).toContain('Your copy: SAID.');
  });
});

test.each(['source:report', 'sources'])(
  'the date of a report that an editor inferred says so when it is copied: %s',
  (pane) => {
    const bench = openBench({chronology: bundled, opening: {pane}});
    const {frame} = bench.state().stop;
    const copy = bench.env().content(bench.state(), frame).items[0]?.copy;
    expect(copy).toMatch(/24 Jan 2024.* \(inferred\)/u);
    expect(copy).not.toContain('2024-01-24');
  },
);
