import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {groupAccounts} from '../../source/core/events/accounts.js';
import type {
  Chronology,
  Claim,
  Quantity,
  TimelineEvent,
} from '../../source/core/events/chronology.js';
import {readChronology} from '../../source/formats/chronology-reader.js';

const FIRST = read('washington-baghdad.yaml').chronology as Chronology;
const FIRST_IDS = new Set(
  [...FIRST.events, ...FIRST.actors, ...FIRST.places].map((item) => item.id),
);
const READING = read('other-reports.yaml', FIRST_IDS);
const DATA = READING.chronology as Chronology;

function read(name: string, knownIds?: ReadonlySet<string>): ReturnType<typeof readChronology> {
  const text = readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8');
  return readChronology(name, text, knownIds);
}

function event(id: string): TimelineEvent {
  const item = DATA.events.find((candidate) => candidate.id === id);
  if (item === undefined) throw new Error(`no event ${id}`);
  return item;
}

const claims = (eventId: string, field: string): readonly Claim[] =>
  DATA.claims.filter(({about}) => about.event === eventId && about.field === field);

/** What each speaker says about a field, in words or numbers; the reports' own voice is `report`. */
const said = (eventId: string, field: string): readonly string[] =>
  claims(eventId, field).map(
    ({said_by: by, value}) => `${by ?? 'report'} ${JSON.stringify(value)}`,
  );

const isContested = (eventId: string, field: string): boolean =>
  groupAccounts(
    DATA.claims.filter(({about}) => about.event === eventId),
    DATA.links,
    DATA.fields,
  ).some((item) => item.field === field && item.isContested);

describe('the second chronology', () => {
  test('has no problem, not even a warning, beside the first', () => {
    expect(READING.problems).toEqual([]);
  });

  test('has titles of up to 36 columns in plain letters', () => {
    for (const {title} of DATA.events) expect(title).toMatch(/^[ -~]{1,36}$/);
  });

  test('asks no question that no claim answers', () => {
    const asked = new Set(DATA.claims.map((claim) => claim.about.field));
    for (const {id} of DATA.fields) expect(asked, id).toContain(id);
  });

  test('shows of an event only places, actors, numbers and words that claims give', () => {
    for (const item of DATA.events) {
      for (const field of ['where', 'actors'] as const) {
        const ids = item[field]?.map((part) => (typeof part === 'string' ? part : part.actor));
        const named = claims(item.id, field).flatMap(({value}) => value);
        for (const id of ids ?? []) expect(named, `${item.id} ${field}`).toContain(id);
      }
      for (const field of ['deaths', 'injuries', 'count'] as const) {
        const given = claims(item.id, field).map(({value}) => value as Quantity);
        const numbers = given.flatMap(({low, best, high}) => [low, best, high]);
        const {low, best, high, stated} = item[field] ?? {};
        for (const number of [low, best, high].filter((bound) => bound !== undefined)) {
          expect(numbers, `${item.id} ${field}`).toContain(number);
        }
        if (stated !== undefined) expect(given.map((value) => value.stated)).toContain(stated);
      }
    }
  });

  test('prefers no number to another: where accounts differ there is a range without words', () => {
    for (const item of DATA.events) {
      for (const field of ['deaths', 'injuries', 'count'] as const) {
        const given = claims(item.id, field).map(({value}) => value as Quantity);
        const numbers = given.flatMap(({low, best, high}) => [low, best, high]);
        const distinct = new Set(numbers.filter((number) => number !== undefined));
        if (item[field] === undefined || distinct.size < 2) continue;
        expect(item[field], `${item.id} ${field}`).toEqual({
          low: Math.min(...distinct),
          high: Math.max(...distinct),
          of: expect.any(String),
        });
      }
    }
  });

  test('rests every claim on a report with a publisher and an address, and uses every report', () => {
    expect(DATA.sources).toHaveLength(105);
    for (const source of DATA.sources) {
      expect(source.publisher, source.id).toBeTruthy();
      expect(source.url, source.id).toMatch(/^https?:\/\//);
      expect(source.reliability, source.id).toBe('F');
      expect(source, source.id).not.toHaveProperty('paragraphs');
    }
    const cited = new Set(
      DATA.claims.flatMap((claim) => claim.citations.map((citation) => citation.source)),
    );
    expect(cited).toEqual(new Set(DATA.sources.map((source) => source.id)));
    expect(cited.has('report')).toBe(false);
  });

  test('names who publishes, and in the note where a copy was read', () => {
    for (const {id, publisher, headline, note} of DATA.sources) {
      expect(publisher, id).not.toMatch(/\b(?:text|copy|via)\b/);
      expect(headline, id).not.toMatch(/\b(?:text|copy)\b/);
      if (id.startsWith('reuters-')) expect(note, id).toMatch(/^Read in a copy at /);
    }
    const headlines = DATA.sources.map((source) => source.headline);
    expect(new Set(headlines).size).toBe(headlines.length);
  });

  test('marks every report of one Kurdish outlet alike', () => {
    const marks = DATA.sources
      .filter(({publisher}) => publisher === 'Kurdistan24' || publisher === 'Rudaw')
      .map((source) => source.affiliation);
    expect(new Set(marks)).toEqual(new Set(['Kurdish party-linked']));
  });

  test('marks the reports of states, parties and aggregators', () => {
    const marks = new Set(DATA.sources.map((source) => source.affiliation));
    for (const mark of [
      'government party (US)',
      'government party (IQ)',
      'state-owned or state-funded (RU)',
      'Kurdish party-linked',
      'aligned with a side',
      'rewrite or aggregator',
    ]) {
      expect(marks).toContain(mark);
    }
  });

  test('quotes nobody without naming the speaker', () => {
    for (const claim of DATA.claims.filter(({voice}) => voice === 'quote')) {
      expect(claim.said_by, claim.id).not.toBeNull();
      for (const {exact} of claim.citations) expect(exact, claim.id).toBe(claim.words);
    }
  });

  test('meets the first by shared ids and by same_as, and adds nothing to it', () => {
    const same = DATA.events.flatMap((item) => item.same_as ?? []);
    expect(same).toEqual([
      'attacks',
      'strikes',
      'spokesman-statement',
      'rasool-statement',
      'araji-statement',
      'troops-iraq',
      'troops-syria',
    ]);
    for (const id of same) expect(FIRST.events.map((item) => item.id)).toContain(id);
    for (const item of [...DATA.events, ...DATA.claims, ...DATA.sources]) {
      expect(FIRST_IDS.has(item.id), item.id).toBe(false);
    }
    const names = new Map([...FIRST.actors, ...FIRST.places].map((item) => [item.id, item.name]));
    const shared = [...DATA.actors, ...DATA.places].filter((item) => names.has(item.id));
    expect(shared.length).toBeGreaterThan(15);
    for (const item of shared) expect(item.name).toBe(names.get(item.id));
    // Sources without a name are those of one report: nobody knows whether they are the same.
    for (const item of shared) expect('kind' in item && item.kind, item.id).not.toBe('sources');
    for (const field of DATA.fields) {
      const other = FIRST.fields.find((candidate) => candidate.id === field.id);
      if (other !== undefined) expect(field.name).toBe(other.name);
    }
  });
});

describe('the dated milestones', () => {
  test.each([
    ['or-231018-first', '2023-10-18'],
    ['or-231018-harir', '2023-10-18T12:00:00+03:00'],
    ['or-231027-syria', '2023-10-27T04:30+03:00~'],
    ['or-231108-syria', '2023-11-08'],
    ['or-231112-syria', '[2023-11-12,2023-11-13]'],
    ['or-231121-ac130', '[2023-11-20,2023-11-21]'],
    ['or-231122-jurf', '2023-11-22'],
    ['or-231203-kirkuk', '2023-12-03'],
    ['or-231208-embassy', '2023-12-08T04:15+03:00~'],
    ['or-231225-erbil', '2023-12-25T15:50:00+03:00'],
    ['or-231226-strikes', '2023-12-26T04:45:00+03:00'],
    ['or-240104-baghdad', '2024-01-04T12:00+03:00~'],
    ['or-240105-coalition', '2024-01-05'],
    ['or-240120-asad', '2024-01-20T18:30+03:00~'],
    ['or-240122-sanctions', '2024-01-22'],
    ['or-240123-drones', '2024-01-23'],
    ['or-240124-strikes', '2024-01-24T00:15:00+03:00'],
    ['or-240125-erbil', '2024-01-25T21:07:00+03:00'],
    ['or-240127-hmc', '2024-01-27'],
  ])('%s is on %s', (id, edtf) => {
    expect(event(id).when.edtf).toBe(edtf);
  });
});

test('a time that a report gives as about, around or approximately is no exact time', () => {
  for (const {id, when} of DATA.events) {
    if (!/\b(?:about|around|approximately|nearly)\b/.test(when.stated ?? '')) continue;
    expect(when.edtf, id).toMatch(/~|^\[/);
  }
  const about = claims('or-231208-embassy', 'when').map(({value}) => value);
  expect(about).toEqual(['2023-12-08T04:15+03:00~', '2023-12-08T04:00+03:00~', '2023-12-07']);
});

describe('the differing accounts', () => {
  test('of the dead of 24 January are told speaker by speaker', () => {
    expect(said('or-240124-strikes', 'deaths')).toEqual([
      'hashed-al-shaabi {"best":1,"stated":"one","of":"killed"}',
      'ketaeb-hezbollah {"best":1,"stated":"one","of":"killed"}',
      'interior-ministry-official {"best":2,"stated":"two","of":"killed"}',
      'former-pmf-member {"best":2,"stated":"two","of":"killed"}',
      'militia-sources {"best":2,"stated":"two","of":"killed"}',
      'report {"high":7,"stated":"up to seven","of":"killed"}',
      'report {"best":2,"stated":"two","of":"killed"}',
    ]);
    expect(isContested('or-240124-strikes', 'deaths')).toBe(true);
  });

  test('of the hour of 24 January are those of CENTCOM and of the Popular Mobilization Forces', () => {
    expect(said('or-240124-strikes', 'when')).toEqual([
      'centcom "2024-01-24T00:15:00+03:00"',
      'hashed-al-shaabi "2024-01-24T00:30:00+03:00"',
      'hashed-al-shaabi "2024-01-24T00:50:00+03:00"',
    ]);
  });

  test('of the sites are two places, or three, or three with Trebil', () => {
    expect(new Set(claims('or-240124-strikes', 'where').map(({value}) => String(value)))).toEqual(
      new Set([
        'jurf-al-sakhr,al-qaim',
        'jurf-al-sakhr,al-qaim,western-iraq',
        'jurf-al-sakhr,al-qaim,trebil',
      ]),
    );
  });

  test('of the statement are reckless and irresponsible, contributes, leads and amounts', () => {
    const wording = claims('or-240124-statement', 'wording').map((claim) => claim.words);
    expect(wording).toEqual(
      expect.arrayContaining([
        'contributes to a reckless escalation',
        'contributes to an irresponsible escalation',
        'leads to an irresponsible escalation',
        'amounts to an irresponsible escalation',
        'rücksichtslosen Eskalation',
        'يؤدي إلى تصعيد غير مسؤول',
      ]),
    );
    expect(isContested('or-240124-statement', 'wording')).toBe(true);
    expect(isContested('or-240124-statement', 'speaker')).toBe(true);
    const inFirst = FIRST.claims.filter(({about}) => about.field === 'wording');
    expect(inFirst.map((claim) => claim.words)).toEqual(['contributes to a reckless escalation']);
  });

  test('of the dead of 22 November grow from three to nine, and later counts supersede earlier ones', () => {
    expect(claims('or-231122-jurf', 'deaths').map(({value}) => value)).toMatchObject([
      {low: 3},
      {best: 5},
      {best: 8},
      {best: 8},
      {best: 9},
    ]);
    const counts = DATA.links.filter((link) => link.from.startsWith('or-231122-jurf.deaths'));
    expect(counts.map((link) => link.type)).toEqual(['supersedes', 'supersedes']);
  });

  test('of 8 November are none and nine', () => {
    expect(event('or-231108-syria').deaths).toMatchObject({low: 0, high: 9});
    expect(isContested('or-231108-syria', 'deaths')).toBe(true);
  });

  test('of the fire on the embassy run from two salvos to 14 rockets', () => {
    expect(claims('or-231208-embassy', 'fired')).toHaveLength(5);
    expect(isContested('or-231208-embassy', 'fired')).toBe(true);
  });

  test('of the running count of attacks each have the day they were counted on', () => {
    const counts = claims('or-attacks', 'count');
    expect(counts.length).toBeGreaterThanOrEqual(18);
    for (const claim of counts) expect(claim.said_at, claim.id).toBeDefined();
    expect(counts.map(({value}) => value)).toContainEqual({
      best: 151,
      stated: '151',
      of: 'attacks',
    });
    expect(event('or-attacks').tags).toContain('figure');
  });

  test.each([
    ['or-231018-first', 'when'],
    ['or-231018-first', 'outcome'],
    ['or-231018-first', 'where_hurt'],
    ['or-231027-syria', 'aircraft'],
    ['or-231112-syria', 'target'],
    ['or-231121-missile', 'fired'],
    ['or-231122-reaction', 'wording'],
    ['or-231203-kirkuk', 'target'],
    ['or-231225-erbil', 'where'],
    ['or-231226-strikes', 'injuries'],
    ['or-231226-strikes', 'dead_of'],
    ['or-240104-baghdad', 'who_killed'],
    ['or-240104-baghdad', 'target'],
    ['or-240105-coalition', 'demand'],
    ['or-240120-asad', 'fired'],
    ['or-240122-sanctions', 'grounds'],
    ['or-240123-drones', 'outcome'],
    ['or-240125-hmc', 'purpose'],
    ['or-troops-iraq', 'count'],
  ])('of %s differ about %s', (id, field) => {
    expect(isContested(id, field)).toBe(true);
  });
});

describe('a careful reading', () => {
  test('17 October is the day from which Washington counts', () => {
    expect(said('or-231018-first', 'when')).toEqual([
      'report "2023-10-18"',
      'united-states "2023-10-17"',
    ]);
  });

  test('people were hurt in the west, at al-Asad or at Harir, depending on who tells', () => {
    expect(said('or-231018-first', 'where_hurt')).toEqual([
      'centcom ["western-iraq"]',
      'report ["ain-al-asad"]',
      'report ["harir"]',
    ]);
  });

  test('a contractor died of a cardiac incident and was not killed', () => {
    expect(claims('or-attacks', 'deaths')).toEqual([]);
    expect(event('or-attacks')).not.toHaveProperty('deaths');
    expect(said('or-attacks', 'died_too').join()).toMatch(/cardiac/);
  });

  test('a dead man’s name is no number', () => {
    expect(said('or-231121-ac130', 'who_killed')).toEqual(['report "Fadel al-Maksusi"']);
    for (const {id, value} of DATA.claims.filter(({about}) => about.field === 'deaths')) {
      expect(JSON.stringify(value), id).not.toMatch(/Maksusi/);
    }
  });

  test('nobody says that nobody was killed at Erbil, and one report alone gives a death', () => {
    expect(said('or-231225-erbil', 'deaths')).toEqual(['report {"best":1,"of":"killed"}']);
    expect(event('or-231225-erbil').deaths).toEqual({best: 1, of: 'killed'});
    expect(event('or-231225-erbil').note).toMatch(/next day/);
  });

  test('at Erbil and near Kirkuk neither of the places that are named is preferred', () => {
    expect(event('or-231225-erbil').where).toEqual(['erbil-airport', 'harir']);
    expect(event('or-231225-erbil').title).not.toMatch(/airport|Harir/);
    expect(event('or-231203-kirkuk').where).toEqual(['kirkuk', 'dibis']);
  });

  test('four U.S. personnel and one Iraqi soldier are not five', () => {
    expect(event('or-240120-asad').injuries).toEqual({
      best: 4,
      stated: 'four',
      of: 'U.S. personnel hurt',
    });
    expect(said('or-240120-asad', 'hurt_too')).toEqual([
      'centcom "One Iraqi soldier"',
      'rasool "One Iraqi soldier"',
    ]);
  });

  test('on 4 January Iraq holds the coalition responsible, and Badr demands withdrawal', () => {
    expect(claims('or-240104-baghdad', 'attributed_to').map((claim) => claim.said_by)).toEqual([
      'rasool',
      'iraqi-authorities',
    ]);
    expect(said('or-240104-baghdad', 'demand')).toEqual(['badr "Withdrawal"']);
    expect(said('or-240104-baghdad', 'clock')).toEqual(['report "Iraq time as GMT+2"']);
  });

  test('Ryder is not aware of any plans, which rejects nothing', () => {
    const {title, kind} = event('or-240108-pentagon');
    expect(title).toBe('Ryder: not aware of any plans');
    expect(kind?.cameo).toBe('010');
  });

  test('that U.S. forces should stay is Politico’s report, which another paper passes on', () => {
    const claim = claims('or-240105-coalition', 'demand').find(
      ({citations}) => citations[0]?.source === 'antiwar-240105',
    );
    expect(claim?.said_by).toBe('politico');
  });

  test('the talks have two readings, each of those who hold it', () => {
    expect(
      claims('or-240125-hmc', 'purpose')
        .filter(({voice}) => voice === 'paraphrase')
        .map((claim) => [claim.said_by, claim.value]),
    ).toEqual([
      ['singh', 'Future cooperation, not withdrawal'],
      ['iraqi-foreign-ministry', 'A timetable to end the mission'],
      ['pm-office', 'A timetable to end the mission'],
      ['iraqi-authorities', 'A timetable to end the mission'],
      ['pentagon', 'Future cooperation, not withdrawal'],
      ['iraqi-foreign-ministry', 'A gradual reduction of advisers'],
    ]);
  });

  test('on 22 November the coalition is told not to act alone', () => {
    expect(said('or-231122-reaction', 'demand')).toEqual([
      'awadi "That the coalition not act alone"',
    ]);
  });

  test('what Iraq announces and what the groups announce are two questions', () => {
    const who = (field: string): ReadonlySet<string | null> =>
      new Set(DATA.claims.filter(({about}) => about.field === field).map((claim) => claim.said_by));
    expect(who('announced')).toEqual(new Set(['sudani']));
    expect(who('announced_groups')).toEqual(
      new Set(['ketaeb-hezbollah', 'nujaba-leader', 'hussaini']),
    );
  });

  test('only strikes are described as strikes, and only attacks answered', () => {
    for (const {id, about} of DATA.claims.filter((claim) => claim.about.field === 'nature')) {
      expect(event(about.event).side, id).toBe('us');
    }
    for (const {id, value} of DATA.claims.filter(({about}) => about.field === 'response_to')) {
      expect(JSON.stringify(value), id).not.toMatch(/support/i);
    }
  });

  test('nobody contradicts anybody by having said something else', () => {
    for (const {id} of DATA.events) expect(isContested(id, 'said'), id).toBe(false);
  });

  test('an attack is part of the run when somebody counts it, or an editor says why', () => {
    const parts = DATA.links.filter((link) => link.to === 'or-attacks' && link.type === 'part-of');
    expect(parts.map((link) => link.from)).toContain('or-231121-missile');
    for (const link of parts) {
      expect(link.claimed_by.length > 0 || link.reason !== undefined, link.from).toBe(true);
    }
    // The embassy is no force, and who sent the drone of 25 January is not said.
    expect(parts.map((link) => link.from)).not.toContain('or-231208-embassy');
    expect(parts.map((link) => link.from)).not.toContain('or-240125-erbil');
  });
});

test('what answered what is always the claim of somebody', () => {
  for (const link of DATA.links.filter(({type}) => type === 'responds-to')) {
    expect(link.claimed_by, `${link.from} to ${link.to}`).not.toEqual([]);
  }
});
