import {describe, expect, test} from 'vitest';
import type {Chronology, Claim} from '../../source/core/events/chronology.js';
import {emptyChronology} from '../helpers/generated-chronologies.js';
import {linesOf, paneContent} from '../helpers/pane-content.js';

const person = (id: string, more: object = {}): Chronology['actors'][number] => ({
  id,
  name: id.toUpperCase(),
  ...more,
});

function claim(id: string, more: Partial<Claim>): Claim {
  return {
    id,
    about: {event: 'e', field: 'target'},
    said_by: null,
    voice: 'paraphrase',
    value: 'a depot',
    citations: [{source: 'tass'}],
    ...more,
  };
}

const chronology: Chronology = {
  ...emptyChronology(),
  fields: [{id: 'target', name: 'What was hit?'}],
  sources: [
    {id: 'tass', headline: 'On the strike', publisher: 'TASS', affiliation: 'state-owned (RU)'},
    {id: 'paper', headline: 'The strike', publisher: 'The Paper'},
  ],
  actors: [
    person('ann', {office: 'minister'}),
    person('bob'),
    person('spokesman', {named: false, office: 'Spokesman of the minister'}),
  ],
  events: [{id: 'e', title: 'The strike', when: {edtf: '2024-01-24', basis: 'stated'}}],
  claims: [
    claim('1', {said_by: 'ann'}),
    claim('2', {said_by: 'bob', citations: [{source: 'paper'}]}),
    claim('3', {value: 'a school'}),
    claim('4', {said_by: 'spokesman', voice: 'quote', words: 'a depot', value: 'A depot.'}),
    claim('5', {value: 'a barracks', basis: 'inferred'}),
  ],
};

const text = (widthColumns: number): string =>
  linesOf(paneContent(chronology, 'accounts', 'e#target', {widthColumns})).join('\n');

describe('accounts below one another', () => {
  test('tell an answer once with all who give it, and an inference as the editor’s own', () => {
    const lines = linesOf(paneContent(chronology, 'accounts', 'e#target'));
    expect(lines).toEqual([
      'The strike',
      '',
      'What was hit?  2 answers',
      'a depot',
      '  — ANN, minister                    TASS',
      '  — BOB                         The Paper',
      '  also “a depot” — Spokesman of the  TASS',
      '    minister (not named)',
      'a school — TASS, state-owned (RU)',
      'a barracks (inferred) — the editor   TASS',
      '',
      'Accounts stand in the order of the files.',
    ]);
  });

  test('relate accounts in words that fit one speaker and many', () => {
    const links: Chronology['links'] = [
      {type: 'contradicts', from: '3', to: '1', claimed_by: [], reason: 'A school, or a depot.'},
    ];
    const lines = linesOf(paneContent({...chronology, links}, 'accounts', 'e#target')).join(' ');
    expect(lines.replaceAll(/\s+/gu, ' ')).toContain(
      "TASS's account contradicts ANN's (the editor): A school, or a depot.",
    );
  });
});

describe('accounts side by side', () => {
  test('are a column an answer, in which each who gives it can be selected', () => {
    const content = paneContent(chronology, 'accounts', 'e#target', {widthColumns: 100});
    const targets = content.items.map(({target}) => target?.subject);
    expect(targets).toEqual(['e', '1', '3', '5', '2', '4']);
    expect(text(100)).toContain('a school');
    expect(new Set(content.items.slice(1, 4).map(({firstLine}) => firstLine)).size).toBe(1);
  });
});
