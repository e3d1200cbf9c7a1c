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

  test('names every file once, also one that was merged before, and in no more than a title holds', () => {
    const both = mergeChronologies([bundled, other]);
    expect(mergeChronologies([both, other]).title).toBe(both.title);
    const many = Array.from({length: 200}, (_, at) => ({
      ...emptyChronology(),
      title: `File ${at}`,
    }));
    expect(mergeChronologies(many).title).toHaveLength(1000);
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
      file({
        events: [event('b', {title: 'a', same_as: ['a']})],
        claims: [claim('c-b', 'b', {value: 2})],
      }),
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
      file({events: [event('b', {title: 'a', same_as: ['elsewhere']})]}),
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

describe('what two files tell differently', () => {
  const row = (source: string, title: string, of: Partial<Chronology['events'][number]>) =>
    file({
      title: `From ${source}`,
      sources: [{id: 'report', headline: 'A strike', publisher: source}],
      places: [{id: 'town', name: 'Town'}],
      actors: [{id: 'army', name: 'Army'}],
      events: [event('e', {title, ...of})],
      claims: [
        claim('c', 'e', {
          about: {event: 'e', field: '*'},
          value: title,
          citations: [{source: 'report'}],
        }),
      ],
    });
  const date = (edtf: string) => ({edtf, basis: 'stated' as const});
  const herald = row('Herald', 'Strike', {
    when: date('2024-01-01'),
    deaths: {best: 3},
    kind: {type: 'Battles'},
    actors: [{actor: 'army', role: 'attacker'}],
  });
  const tribune = row('Tribune', 'Attack', {
    when: {...date('2024-01-05'), stated: 'on Friday'},
    deaths: {best: 40},
    injuries: {low: 7},
    kind: {type: 'Riots'},
    actors: [{actor: 'army', role: 'target'}],
  });
  const told = (merged: Chronology, field: string): readonly (readonly unknown[])[] => {
    const found = createMemoryStore(merged)
      .accountsOf('e')
      .find((one) => one.field === field);
    return (found?.accounts ?? []).map(({source, claims}) => [
      merged.sources.find(({id}) => id === source)?.publisher,
      ...claims.map(({value}) => value),
    ]);
  };

  test('becomes an account of each file that a claim about the whole carries', () => {
    const merged = mergeChronologies([herald, tribune]);
    expect(told(merged, 'title')).toEqual([
      ['Herald', 'Strike'],
      ['Tribune', 'Attack'],
    ]);
    expect(told(merged, 'when')).toEqual([
      ['Herald', '2024-01-01'],
      ['Tribune', {edtf: '2024-01-05', stated: 'on Friday'}],
    ]);
    expect(told(merged, 'deaths')).toEqual([
      ['Herald', {best: 3}],
      ['Tribune', {best: 40}],
    ]);
    expect(told(merged, 'kind')).toEqual([
      ['Herald', {type: 'Battles'}],
      ['Tribune', {type: 'Riots'}],
    ]);
    expect(told(merged, 'actors')).toEqual([
      ['Herald', [{actor: 'army', role: 'attacker'}]],
      ['Tribune', [{actor: 'army', role: 'target'}]],
    ]);
    expect(checkChronology(merged)).toEqual([]);
  });

  test('is not vouched for by the report that does not tell it', () => {
    const merged = mergeChronologies([herald, tribune]);
    expect(merged.events[0]?.injuries).toEqual({low: 7});
    expect(told(merged, 'injuries')).toEqual([['Tribune', {low: 7}]]);
    expect(merged.claims.filter(({about}) => about.field === '*')).toEqual([]);
  });

  test('is contested where it is a fact, and not for its title', () => {
    const contested = createMemoryStore(mergeChronologies([herald, tribune]))
      .accountsOf('e')
      .filter((field) => field.isContested);
    expect(contested.map(({field}) => field)).toEqual(['when', 'deaths', 'kind']);
  });

  test('stays a claim about the whole where both tell the same', () => {
    const {title, when, deaths, kind, actors} = herald.events[0] ?? event('e');
    const again = row('Tribune', title, {
      when,
      deaths,
      kind,
      actors,
    } as (typeof tribune.events)[number]);
    const merged = mergeChronologies([herald, again]);
    expect(merged.claims.map(({about}) => about.field)).toEqual(['*', '*']);
  });

  test('stands in the note with its file where no claim says it', () => {
    const own = (title: string, more: Partial<Chronology>): Chronology =>
      file({
        title,
        sides: [
          {id: 'a', name: 'A'},
          {id: 'b', name: 'B'},
        ],
        ...more,
      });
    const merged = mergeChronologies([
      own('One', {events: [event('e', {side: 'a', note: 'Hard to date.'})]}),
      own('Two', {
        events: [
          event('e', {
            title: 'Attack',
            side: 'b',
            when: {...date('2024-02'), basis: 'inferred', reason: 'The snow had gone.'},
            note: 'From memory.',
          }),
        ],
      }),
    ]);
    expect(merged.events[0]).toMatchObject({title: 'e', side: 'a', when: {edtf: '2024'}});
    expect(merged.events[0]?.note).toBe(
      'Hard to date. From memory. In “Two”: title “Attack”; date February 2024; date inferred: The snow had gone; side B.',
    );
  });

  test('of a place are coordinates, whole or not at all', () => {
    const at = (title: string, place: Partial<Chronology['places'][number]>): Chronology =>
      file({title, places: [{id: 'town', name: 'Town', ...place}]});
    const other = {
      latitude: 34,
      longitude: 45,
      geo_precision: 3 as const,
      coordinates_from: 'a map',
    };
    const merged = mergeChronologies([
      at('One', {latitude: 33, longitude: 44}),
      at('Two', {...other, country: 'IQ'}),
    ]);
    expect(merged.places).toEqual([
      {
        id: 'town',
        name: 'Town',
        latitude: 33,
        longitude: 44,
        country: 'IQ',
        note: 'In “Two”: coordinates 34, 45 (precision 3, from a map).',
      },
    ]);
    expect(mergeChronologies([at('One', {}), at('Two', other)]).places[0]).toMatchObject(other);
  });

  test('of an actor leaves events in the lane of their own file', () => {
    const sides = [
      {id: 'a', name: 'A'},
      {id: 'b', name: 'B'},
    ];
    const of = (title: string, side: string, id: string): Chronology =>
      file({
        title,
        sides,
        actors: [{id: 'unit', name: 'Unit', side, office: `of ${side}`}],
        events: [event(id, {actors: [{actor: 'unit', role: 'there'}]})],
      });
    const merged = mergeChronologies([of('One', 'a', 'e'), of('Two', 'b', 'f')]);
    expect(merged.events.map(({side}) => side)).toEqual([undefined, 'b']);
    expect(merged.actors[0]).toMatchObject({
      side: 'a',
      note: 'In “Two”: side B; office of b.',
    });
  });

  test('lists no actor twice in one role', () => {
    const merged = mergeChronologies([
      file({}),
      file({
        actors: [
          {id: 'army', name: 'Army'},
          {id: 'forces', name: 'Forces', same_as: ['army']},
        ],
        events: [
          event('e', {
            actors: [
              {actor: 'army', role: 'attacker'},
              {actor: 'forces', role: 'attacker'},
            ],
          }),
        ],
      }),
    ]);
    expect(merged.events[0]?.actors).toEqual([{actor: 'army', role: 'attacker'}]);
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
    expect(twice).toEqual(paper);
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

  test('that are one moment by two clocks are one answer', () => {
    const at = (zone: string, clock: string): Chronology =>
      file({
        timezone: zone,
        title: zone,
        sources: [{id: 'paper', headline: zone}],
        events: [event('e', {title: zone, when: {...when, edtf: clock}})],
        claims: [claim('c', 'e', {about: {event: 'e', field: '*'}, value: null})],
      });
    const both = mergeChronologies([
      at('Asia/Baghdad', '2024-01-24T03:00'),
      at('UTC', '2024-01-24T00:00'),
      at('America/New_York', '2024-01-24T00:00'),
    ]);
    const found = createMemoryStore(both)
      .accountsOf('e')
      .find(({field}) => field === 'when');
    expect(found?.answers.map(({claims}) => claims.length)).toEqual([2, 1]);
    expect(found?.isContested).toBe(true);
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

  test('are two where one file cites paragraphs that the text of the other has not', () => {
    const one = citing(report({paragraphs: ['a'.repeat(64)]}), 'a');
    const two = file({
      sources: [report()],
      events: [event('b')],
      claims: [
        claim('c-b', 'b', {
          about: {event: 'b', field: '*'},
          citations: [{source: 'report', paragraph: 2}],
        }),
      ],
    });
    for (const files of [
      [one, two],
      [two, one],
    ]) {
      const both = mergeChronologies(files);
      expect(ids(both.sources)).toEqual(['report', 'report-the-herald']);
      const beyond = checkChronology(both).filter(({message}) => /^paragraph/u.test(message));
      expect(beyond).toEqual([]);
    }
  });

  test('have in the note what the later file says of them otherwise', () => {
    const url = 'https://example.org/1';
    const one = citing(report({url, date_published: '2024-01-01', date_basis: 'stated'}), 'a');
    const two = citing(
      report({url, headline: 'Attack', reliability: 'B', date_published: '2024'}),
      'b',
    );
    expect(mergeChronologies([one, two]).sources).toEqual([
      {
        ...one.sources[0],
        reliability: 'B',
        note: 'In “Nothing yet”: date published 2024; headline Attack.',
      },
    ]);
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
