import {describe, expect, test} from 'vitest';
import type {Chronology, Claim} from '../../../source/core/events/chronology.js';
import {createMemoryStore} from '../../../source/stores/memory-store.js';
import {emptyChronology} from '../../helpers/generated-chronologies.js';

const entry: Claim = {
  id: 'entry',
  about: {event: 'closure', field: '*'},
  said_by: null,
  voice: 'reporter',
  value: 'The port closes.',
  citations: [{source: 'log', paragraph: 1}],
};
const crew: Claim = {
  ...entry,
  id: 'crew',
  about: {event: 'closure', field: 'when'},
  said_by: 'crew',
  voice: 'paraphrase',
  value: '2024-03-09',
  citations: [{source: 'log', paragraph: 7}],
};

function accountsOf(claims: readonly Claim[]) {
  const chronology: Chronology = {
    ...emptyChronology(),
    sources: [{id: 'log', headline: 'A log'}],
    actors: [{id: 'crew', name: 'Crew'}],
    events: [{id: 'closure', title: 'Closure', when: {edtf: '2024-03-10', basis: 'stated'}}],
    claims,
  };
  return createMemoryStore(chronology).accountsOf('closure');
}

describe('a claim about an event as a whole', () => {
  test('speaks for the date of the event where another gives another date', () => {
    const when = accountsOf([crew, entry]).find(({field}) => field === 'when');
    expect(when?.isContested).toBe(true);
    expect(when?.accounts.map(({saidBy}) => saidBy)).toEqual([null, 'crew']);
    expect(when?.answers.flatMap(({claims}) => claims.map(({value}) => value))).toEqual([
      '2024-03-10',
      '2024-03-09',
    ]);
  });

  test('contests nothing where the other says the same, or says it in words', () => {
    for (const value of ['2024-03-10', 'the day before']) {
      const when = accountsOf([entry, {...crew, value}]).find(({field}) => field === 'when');
      expect(when?.isContested).toBe(false);
    }
  });

  test('adds nothing to a fact of which nobody else speaks', () => {
    expect(accountsOf([entry]).map(({field}) => field)).toEqual(['*']);
  });
});
