import {describe, expect, test} from 'vitest';
import bundled from '../../data/washington-baghdad.yaml';
import type {Citation, Claim, Source} from '../../source/core/events/chronology.js';
import {citationsWords, longCitation} from '../../source/panes/citation-words.js';
import type {Told} from '../../source/panes/pane.js';
import {speakerName} from '../../source/panes/speaker-words.js';
import {createMemoryStore} from '../../source/stores/memory-store.js';
import {emptyChronology} from '../helpers/generated-chronologies.js';

const papers: readonly Source[] = [
  {id: 'first-240124', headline: 'A report without a publisher'},
  {id: 'tass-240124', headline: 'TASS on the strikes', publisher: 'TASS'},
  {id: 'jt-240124', headline: 'On the statement', publisher: 'Jordan Times (AFP)'},
  {id: 'jt-240125', headline: 'On the day after', publisher: 'Jordan Times (AFP)'},
];

function told(sources: readonly Source[], more: Partial<Told> = {}): Told {
  const store = createMemoryStore({...emptyChronology(), sources});
  return {store, charset: 'unicode', zone: 'UTC', ...more};
}

function claim(citations: readonly Citation[], more: Partial<Claim> = {}): Claim {
  return {
    id: 'c',
    about: {event: 'e', field: 'target'},
    said_by: null,
    voice: 'reporter',
    value: 'a depot',
    citations,
    ...more,
  };
}

describe('citations beside a text', () => {
  test('of the only source are its paragraphs, each once', () => {
    const input = {...told([]), store: createMemoryStore(bundled)};
    const cited = [1, 3, 1].map((paragraph) => claim([{source: 'report', paragraph}]));
    expect(citationsWords(cited, input)).toBe('¶1 ¶3');
  });

  test('name publishers, not ids, and the one source without a publisher is the report', () => {
    const input = told(papers);
    expect(citationsWords([claim([{source: 'tass-240124'}])], input)).toBe('TASS');
    expect(citationsWords([claim([{source: 'first-240124', paragraph: 4}])], input)).toBe(
      'the report ¶4',
    );
    expect(citationsWords([claim([{source: 'jt-240124'}])], input)).toBe('Jordan Times (AFP)');
  });

  test('count what there is no room for, and a listing has room for all', () => {
    const many = claim([
      {source: 'first-240124', paragraph: 1},
      {source: 'first-240124', paragraph: 3},
      {source: 'tass-240124'},
      {source: 'jt-240124'},
      {source: 'jt-240125'},
    ]);
    expect(citationsWords([many], told(papers))).toBe('the report ¶1 ¶3 +2');
    expect(citationsWords([many], told(papers, {isListing: true}))).toBe(
      'the report ¶1 ¶3, TASS, Jordan Times (AFP)',
    );
  });

  test('do not name a second time the source that speaks', () => {
    const input = told(papers);
    const own = claim([{source: 'tass-240124', paragraph: 2}]);
    expect(speakerName(own, input.store)).toBe('TASS');
    expect(citationsWords([own], input, true)).toBe('¶2');
    expect(citationsWords([claim([{source: 'tass-240124'}])], input, true)).toBe('');
    expect(citationsWords([{...own, said_by: 'somebody'}], input, true)).toBe('TASS ¶2');
    const other = claim([{source: 'first-240124', paragraph: 4}], {said_by: 'somebody'});
    const bare = claim([{source: 'tass-240124'}]);
    expect(citationsWords([other, bare], input, true)).toBe('the report ¶4');
    expect(citationsWords([{...own, basis: 'inferred'}], input, true)).toBe('TASS ¶2');
  });

  test('tell whose voice it is when several sources say it alike', () => {
    const {store} = told(papers);
    const two = claim([{source: 'tass-240124'}, {source: 'jt-240124'}, {source: 'jt-240125'}]);
    expect(speakerName(two, store)).toBe('TASS and Jordan Times (AFP)');
    const three = claim([...two.citations, {source: 'first-240124'}]);
    expect(speakerName(three, store)).toBe('TASS and 2 others');
  });

  test('that stand by themselves name a publisher once', () => {
    const input = told(papers);
    expect(longCitation({source: 'tass-240124', paragraph: 1}, input)).toBe(
      'TASS on the strikes, ¶1',
    );
    expect(longCitation({source: 'jt-240124'}, input)).toBe('On the statement, Jordan Times (AFP)');
  });
});
