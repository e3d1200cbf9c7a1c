import {describe, expect, test} from 'vitest';
import bundled from '../../../data/washington-baghdad.yaml';
import other from '../../../data/other-reports.yaml';
import {checkChronology} from '../../../source/core/events/check-chronology.js';
import type {Chronology} from '../../../source/core/events/chronology.js';
import {mergeChronologies} from '../../../source/core/events/merge-chronologies.js';
import {createMemoryStore} from '../../../source/stores/memory-store.js';
import {emptyChronology} from '../../helpers/generated-chronologies.js';

const ids = (items: readonly {readonly id: string}[]): readonly string[] => items.map(({id}) => id);

describe('merging', () => {
  const merged = mergeChronologies([bundled, other]);

  test('keeps every claim and every id once', () => {
    expect(merged.claims).toHaveLength(bundled.claims.length + other.claims.length);
    for (const list of [
      merged.events,
      merged.claims,
      merged.actors,
      merged.places,
      merged.sources,
    ]) {
      expect(new Set(ids(list)).size).toBe(list.length);
    }
    for (const event of bundled.events) expect(ids(merged.events)).toContain(event.id);
  });

  test('leaves no reference without what it names', () => {
    const known = new Set([...ids(merged.events), ...ids(merged.claims)]);
    for (const claim of merged.claims) {
      expect(known.has(claim.about.event), claim.id).toBe(true);
      if (claim.said_by !== null) expect(ids(merged.actors)).toContain(claim.said_by);
      for (const {source} of claim.citations) expect(ids(merged.sources)).toContain(source);
    }
    for (const {from, to, claimed_by: by} of merged.links) {
      for (const id of [from, to, ...by]) expect(known.has(id), id).toBe(true);
    }
  });

  test('what the first file says of an event stands, and the other becomes an account', () => {
    for (const event of bundled.events) {
      const found = merged.events.find(({id}) => id === event.id);
      expect({title: found?.title, when: found?.when}).toEqual({
        title: event.title,
        when: event.when,
      });
    }
    const store = createMemoryStore(merged);
    const sources = new Set(
      store.accountsOf('strikes').flatMap(({accounts}) => accounts.map(({source}) => source)),
    );
    expect(sources.size).toBeGreaterThan(1);
  });

  test('of one file is that file, and of none a bug', () => {
    expect(mergeChronologies([bundled])).toBe(bundled);
    expect(() => mergeChronologies([])).toThrow(RangeError);
  });
});

type Part = Partial<Chronology>;

function file(part: Part): Chronology {
  return {...emptyChronology(), ...part};
}

function event(id: string, more: Partial<Chronology['events'][number]> = {}) {
  return {id, title: id, when: {edtf: '2024', basis: 'stated' as const}, ...more};
}

function claim(id: string, about: string, more: Partial<Chronology['claims'][number]> = {}) {
  return {
    id,
    about: {event: about, field: 'deaths'},
    said_by: null,
    voice: 'reporter' as const,
    value: 1,
    citations: [{source: 'paper'}],
    ...more,
  };
}

describe('what is one thing in several files', () => {
  test('joins by same_as, and what refers to it follows', () => {
    const both = mergeChronologies([
      file({events: [event('a')], claims: [claim('c-a', 'a')]}),
      file({events: [event('b', {same_as: ['a']})], claims: [claim('c-b', 'b', {value: 2})]}),
    ]);
    expect(both.events).toEqual([event('a')]);
    expect(both.claims.map(({id, about}) => [id, about.event])).toEqual([
      ['c-a', 'a'],
      ['c-b', 'a'],
    ]);
  });

  test('is one in whatever order the files stand, however long the chain', () => {
    const one = file({events: [event('e1')]});
    const two = file({events: [event('e2', {same_as: ['e1']})]});
    const three = file({events: [event('e3', {same_as: ['e2']})]});
    for (const files of [
      [one, two, three],
      [one, three, two],
      [two, one, three],
      [two, three, one],
      [three, one, two],
      [three, two, one],
    ]) {
      expect(ids(mergeChronologies(files).events)).toEqual([files[0]?.events[0]?.id]);
    }
  });

  test('joins what is the same as a third that no file has, and keeps that name', () => {
    const both = mergeChronologies([
      file({events: [event('a', {same_as: ['elsewhere']})]}),
      file({events: [event('b', {same_as: ['elsewhere']})]}),
    ]);
    expect(both.events).toEqual([event('a', {same_as: ['elsewhere']})]);
  });

  test('has the names of both files, each once', () => {
    const both = mergeChronologies([
      file({actors: [{id: 'kh', name: 'Kataib Hezbollah', other_names: [{name: 'KH'}]}]}),
      file({
        actors: [
          {id: 'kh', name: 'Ketaeb Hezbollah', other_names: [{name: 'KH'}, {name: 'The Brigades'}]},
        ],
      }),
    ]);
    expect(both.actors).toEqual([
      {
        id: 'kh',
        name: 'Kataib Hezbollah',
        other_names: [{name: 'KH'}, {name: 'Ketaeb Hezbollah'}, {name: 'The Brigades'}],
      },
    ]);
  });

  test('is part of nothing twice, and not of itself', () => {
    const both = mergeChronologies([
      file({actors: [{id: 'army', name: 'Army'}]}),
      file({
        actors: [
          {id: 'unit', name: 'Unit', part_of: ['forces', 'troops']},
          {id: 'forces', name: 'Forces', same_as: ['army']},
          {id: 'troops', name: 'Troops', same_as: ['army'], part_of: ['forces']},
        ],
      }),
    ]);
    expect(both.actors.map(({id, part_of: wholes}) => [id, wholes])).toEqual([
      ['army', []],
      ['unit', ['army']],
    ]);
  });

  test('is said to be linked by all who say so, and never to itself', () => {
    const both = mergeChronologies([
      file({
        events: [event('a'), event('b')],
        claims: [claim('c', 'a')],
        links: [{type: 'responds-to', from: 'a', to: 'b', claimed_by: ['c']}],
      }),
      file({
        events: [
          event('x', {same_as: ['a']}),
          event('y', {same_as: ['b']}),
          event('z', {same_as: ['a']}),
        ],
        claims: [claim('d', 'x', {value: 2})],
        links: [
          {type: 'responds-to', from: 'x', to: 'y', claimed_by: ['d']},
          {type: 'restates', from: 'x', to: 'z', claimed_by: ['d']},
        ],
      }),
    ]);
    expect(both.links).toEqual([{type: 'responds-to', from: 'a', to: 'b', claimed_by: ['c', 'd']}]);
  });
});

describe('ids of merged files', () => {
  test('a taken id gets the number of its file behind it, and the first file keeps its own', () => {
    const both = mergeChronologies([
      file({events: [event('a'), event('c.2')], claims: [claim('c', 'a')]}),
      file({
        events: [event('b')],
        claims: [claim('c', 'b'), claim('a', 'b')],
        links: [{type: 'contradicts', from: 'c', to: 'a', claimed_by: ['c']}],
      }),
    ]);
    expect(ids(both.claims)).toEqual(['c', 'c.3', 'a.2']);
    expect(both.links).toEqual([
      {type: 'contradicts', from: 'c.3', to: 'a.2', claimed_by: ['c.3']},
    ]);
  });

  test('an actor, a place and an event of one id in two files stay three things', () => {
    const both = mergeChronologies([
      file({places: [{id: 'north', name: 'The north'}]}),
      file({
        actors: [{id: 'north', name: 'General North'}],
        events: [event('march', {actors: [{actor: 'north', role: 'led'}]})],
        claims: [claim('c', 'march', {said_by: 'north'})],
      }),
      file({events: [event('north', {where: []})], claims: [claim('d', 'north')]}),
    ]);
    expect(ids([...both.places, ...both.actors, ...both.events])).toEqual([
      'north',
      'north.2',
      'march',
      'north.3',
    ]);
    expect(both.events[0]?.actors).toEqual([{actor: 'north.2', role: 'led'}]);
    expect(both.claims.map(({about, said_by: by}) => [about.event, by])).toEqual([
      ['march', 'north.2'],
      ['north.3', null],
    ]);
  });

  test('a value follows the new id of a place or an actor, and words stay words', () => {
    const second = file({
      actors: [{id: 'us', name: 'United States', same_as: ['usa']}],
      places: [{id: 'qaim', name: 'Qaim', same_as: ['al-qaim']}],
      events: [event('e', {where: ['qaim']})],
      claims: [
        claim('c1', 'e', {about: {event: 'e', field: 'where'}, value: ['qaim']}),
        claim('c2', 'e', {
          about: {event: 'e', field: 'actors'},
          value: [{actor: 'us', role: 'attacker'}],
        }),
        claim('c3', 'e', {about: {event: 'e', field: 'target'}, value: 'us'}),
        claim('c4', 'e', {about: {event: 'e', field: 'summary'}, value: 'us'}),
      ],
    });
    const first = file({
      actors: [{id: 'usa', name: 'U.S.'}],
      places: [{id: 'al-qaim', name: 'Al-Qaim'}],
      events: [event('f')],
      claims: [claim('c0', 'f', {about: {event: 'f', field: 'target'}, value: 'qaim'})],
    });
    const both = mergeChronologies([first, second]);
    expect(both.events[1]?.where).toEqual(['al-qaim']);
    expect(both.claims.map(({value}) => value)).toEqual([
      'qaim',
      ['al-qaim'],
      [{actor: 'usa', role: 'attacker'}],
      'usa',
      'us',
    ]);
  });

  test('a merged chronology checks clean', () => {
    expect(checkChronology(mergeChronologies([bundled, other]))).toEqual([]);
  });
});

describe('claims of merged files', () => {
  const paper = file({
    events: [event('a')],
    claims: [claim('c', 'a'), claim('d', 'a')],
    links: [{type: 'restates', from: 'd', to: 'c', claimed_by: [], reason: 'The same figure.'}],
  });

  test('are one where they are the same', () => {
    const twice = mergeChronologies([paper, paper]);
    expect(twice).toEqual({...paper, other_timezones: []});
    const renamed = file({
      events: [event('x', {same_as: ['a']})],
      claims: [claim('e', 'x'), claim('f', 'x', {value: 2})],
      links: [{type: 'contradicts', from: 'f', to: 'e', claimed_by: [], reason: 'Not one.'}],
    });
    const both = mergeChronologies([paper, renamed]);
    expect(ids(both.claims)).toEqual(['c', 'd', 'f']);
    expect(both.links.map(({from, to}) => [from, to])).toEqual([
      ['d', 'c'],
      ['f', 'c'],
    ]);
  });

  test('that differ stay two, whatever their ids', () => {
    const other = file({events: [event('a')], claims: [claim('c', 'a', {value: 2})]});
    const both = mergeChronologies([paper, other]);
    expect(both.claims.map(({id, value}) => [id, value])).toEqual([
      ['c', 1],
      ['d', 1],
      ['c.2', 2],
    ]);
  });

  test('are those of both reports where two sources have one id', () => {
    const other = {...paper, sources: [{id: 'paper', headline: 'Another paper'}]};
    expect(mergeChronologies([paper, other]).claims).toHaveLength(4);
  });
});

describe('times of merged files', () => {
  const edtf = '2024-01-24T03:00';
  const when = {edtf, basis: 'stated' as const};
  const here = file({timezone: 'Asia/Baghdad', events: [event('a', {when})]});
  const there = file({
    timezone: 'America/New_York',
    other_timezones: ['Europe/Paris'],
    events: [event('b', {when}), event('c', {when: {...when, timezone: 'UTC'}})],
    claims: [
      claim('d', 'b', {said_at: when}),
      claim('e', 'b', {said_at: {...when, timezone: 'UTC'}}),
    ],
  });

  test('are those of the zone of their own file', () => {
    const both = mergeChronologies([here, there]);
    expect(both.events.map((one) => one.when.timezone)).toEqual([
      undefined,
      'America/New_York',
      'UTC',
    ]);
    expect(both.claims.map((one) => one.said_at?.timezone)).toEqual(['America/New_York', 'UTC']);
  });

  test('can be read in the zones of every file', () => {
    expect(mergeChronologies([here, there]).other_timezones).toEqual([
      'America/New_York',
      'Europe/Paris',
    ]);
  });
});

describe('sources of one id', () => {
  const report = (more: Partial<Chronology['sources'][number]> = {}) => ({
    id: 'report',
    headline: 'A strike',
    publisher: 'The Herald',
    ...more,
  });
  const citing = (source: Chronology['sources'][number], about: string): Chronology =>
    file({
      sources: [source],
      events: [event(about)],
      claims: [claim(`c-${about}`, about, {citations: [{source: 'report'}]})],
    });
  const cited = ({sources, claims}: Chronology): readonly (string | undefined)[] =>
    claims.map(({citations}) => {
      const found = sources.find(({id}) => id === citations[0]?.source);
      return found?.publisher;
    });

  test('are kept apart where they are not alike, and citations follow', () => {
    const tribune = report({headline: 'An attack', publisher: 'The Tribune'});
    const both = mergeChronologies([citing(report(), 'a'), citing(tribune, 'b')]);
    expect(ids(both.sources)).toEqual(['report', 'report-the-tribune']);
    expect(cited(both)).toEqual(['The Herald', 'The Tribune']);
  });

  test('get the same id whatever other files there are', () => {
    const tribune = citing(report({publisher: 'The Tribune'}), 'b');
    const gazette = citing(report({publisher: 'Gazette'}), 'c');
    const three = mergeChronologies([citing(report(), 'a'), gazette, tribune]);
    expect(ids(three.sources)).toEqual(['report', 'report-gazette', 'report-the-tribune']);
    expect(cited(three)).toEqual(['The Herald', 'Gazette', 'The Tribune']);
  });

  test('are one with the same that another merge has named', () => {
    const [a, b] = [citing(report(), 'a'), citing(report({publisher: 'The Tribune'}), 'b')];
    const both = mergeChronologies([a, b]);
    for (const again of [mergeChronologies([both, b]), mergeChronologies([b, both])]) {
      expect(again.sources).toHaveLength(2);
      expect(new Set(cited(again))).toEqual(new Set(['The Herald', 'The Tribune']));
    }
  });

  test.each([
    ['headline and publisher', {headline: 'a  Strike'}, 1],
    ['address, whatever they are called', {publisher: 'AP', url: 'https://example.org/1'}, 1],
    ['digests', {publisher: 'AP', paragraphs: ['a'.repeat(64)]}, 1],
    ['headline but another publisher', {publisher: 'AP'}, 2],
    ['headline but another day', {date_published: '2024-01-02'}, 2],
    ['headline but another text', {paragraphs: ['b'.repeat(64)]}, 2],
  ])('with the same %s', (_, more, count) => {
    const first = report({
      date_published: '2024-01-01',
      url: 'https://example.org/1',
      paragraphs: ['a'.repeat(64)],
    });
    const {url, paragraphs, ...plain} = first;
    const other = {...plain, ...more};
    const both = mergeChronologies([citing(first, 'a'), citing(other, 'b')]);
    expect(both.sources).toHaveLength(count);
    expect(url).toBeDefined();
    expect(paragraphs).toHaveLength(1);
  });

  test('in a script without Latin letters get the number of their file', () => {
    const both = mergeChronologies([
      citing(report(), 'a'),
      citing(report({publisher: 'العالم'}), 'b'),
    ]);
    expect(ids(both.sources)).toEqual(['report', 'report.2']);
  });
});

describe('sides and fields of one id', () => {
  test('with other names are other lanes, and what stood in one stays there', () => {
    const both = mergeChronologies([
      file({sides: [{id: 'north', name: 'North'}], events: [event('a', {side: 'north'})]}),
      file({
        sides: [{id: 'north', name: 'Rebels'}],
        actors: [{id: 'unit', name: 'Unit', side: 'north'}],
        events: [event('b', {side: 'north'}), event('c', {actors: [{actor: 'unit', role: 'led'}]})],
      }),
    ]);
    const store = createMemoryStore(both);
    const view = store.view('');
    if ('message' in view) throw new Error(view.message);
    expect(view.rows(0, 3).map(({id, lane}) => [id, view.lanes[lane]?.name])).toEqual([
      ['a', 'North'],
      ['b', 'Rebels'],
      ['c', 'Rebels'],
    ]);
    expect(ids(both.sides)).toEqual(['north', 'north-rebels']);
  });

  test('are one where case and dots are all that differs', () => {
    const both = mergeChronologies([
      file({sides: [{id: 'us', name: 'U.S.'}]}),
      file({sides: [{id: 'us', name: 'US'}]}),
    ]);
    expect(both.sides).toEqual([{id: 'us', name: 'U.S.'}]);
  });

  test('with another question do not answer the first', () => {
    const asking = (about: string, fields: Chronology['fields']): Chronology =>
      file({
        fields,
        events: [event('a')],
        claims: [claim(`c-${about}`, 'a', {about: {event: 'a', field: 'target'}, value: about})],
      });
    const both = mergeChronologies([
      asking('a', [{id: 'target', name: 'What was hit?'}]),
      asking('b', [{id: 'target', name: 'Who gave the order?'}]),
      asking('c', [{id: 'target', name: 'Target'}]),
    ]);
    expect(both.claims.map(({about}) => about.field)).toEqual([
      'target',
      'target-who-gave-the-order',
      'target',
    ]);
  });
});
