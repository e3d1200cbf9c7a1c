import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {groupAccounts} from '../../source/core/events/accounts.js';
import type {
  Actor,
  Chronology,
  Claim,
  Link,
  Place,
  TimelineEvent,
} from '../../source/core/events/chronology.js';
import type {FieldAccounts} from '../../source/core/events/event-store.js';
import {readChronology} from '../../source/formats/chronology-reader.js';

const FILE = 'data/washington-baghdad.yaml';
const TEXT = readFileSync(new URL(`../../${FILE}`, import.meta.url), 'utf8');
const READING = readChronology(FILE, TEXT);
const DATA = READING.chronology as Chronology;

/** Everything between the report's quotation marks: the words of officials, by speaker and paragraph. */
const QUOTATIONS: readonly (readonly [speaker: string, paragraph: number, words: string])[] = [
  ['iraqi-authorities', 2, 'reckless escalation'],
  ['austin', 4, 'necessary and proportionate strikes'],
  [
    'austin',
    4,
    'three facilities used by the Iranian-backed Ketaeb Hezbollah militia group (the Hezbollah Brigades) and other Iran-affiliated groups in Iraq.',
  ],
  [
    'austin',
    5,
    'These precision strikes are in direct response to a series of escalatory attacks against U.S. and coalition personnel in Iraq and Syria by Iranian-sponsored militias,',
  ],
  [
    'pm-spokesman',
    8,
    "This unacceptable act undermines years of cooperation, blatantly violates Iraq's sovereignty and contributes to a reckless escalation ... at a time when the region is already grappling with the danger of expanding conflict,",
  ],
  [
    'rasool',
    9,
    'We will treat these operations as acts of aggression and take necessary actions to preserve the lives and dignity of Iraqis,',
  ],
  ['araji', 10, "flagrant violation of Iraq's sovereignty"],
  ['araji', 10, 'do not help bring calm.'],
  [
    'araji',
    11,
    'The U.S. side should pile on pressure for a halt to the (Israeli) offensive in Gaza rather than targeting and bombing the bases of an Iraqi national body,',
  ],
  [
    'us-forces',
    16,
    'headquarters, storage and training locations for rocket, missile and one-way attack UAV (drone) capabilities.',
  ],
];

const event = (id: string): TimelineEvent => found(DATA.events, id);
const actor = (id: string): Actor => found(DATA.actors, id);
const place = (id: string): Place => found(DATA.places, id);

function found<Item extends {readonly id: string}>(items: readonly Item[], id: string): Item {
  const item = items.find((candidate) => candidate.id === id);
  if (item === undefined) throw new Error(`no ${id} in ${FILE}`);
  return item;
}

function claims(eventId: string, field: string): readonly Claim[] {
  return DATA.claims.filter(({about}) => about.event === eventId && about.field === field);
}

function accounts(eventId: string, field: string): FieldAccounts {
  const about = DATA.claims.filter((claim) => claim.about.event === eventId);
  const grouped = groupAccounts(about, DATA.links, DATA.fields);
  const fields = grouped.find((item) => item.field === field);
  if (fields === undefined) throw new Error(`nothing is said about ${field} of ${eventId}`);
  return fields;
}

function link(type: Link['type'], from: string, to: string): Link {
  const item = DATA.links.find((it) => it.type === type && it.from === from && it.to === to);
  if (item === undefined) throw new Error(`no link ${from} ${type} ${to}`);
  return item;
}

const speakers = (fields: FieldAccounts): readonly (string | null)[] =>
  fields.accounts.map((account) => account.saidBy);

const claimants = ({claimed_by: ids}: Link): readonly (string | null)[] =>
  ids.map((id) => found(DATA.claims, id).said_by);

const paragraphsOf = (claim: Claim): readonly (number | undefined)[] =>
  claim.citations.map((citation) => citation.paragraph);

describe('the bundled chronology', () => {
  test('has no problem, not even a warning', () => {
    expect(READING.problems).toEqual([]);
  });

  test('cites all 16 paragraphs of the one report, and nothing else', () => {
    const citations = DATA.claims.flatMap((claim) => claim.citations);
    expect(new Set(citations.map((citation) => citation.source))).toEqual(new Set(['report']));
    const cited = new Set(citations.map((citation) => citation.paragraph));
    expect(cited).toEqual(new Set(Array.from({length: 16}, (_, index) => index + 1)));
  });

  test('knows the report by 16 different digests and makes up neither publisher, author nor date', () => {
    const report = found(DATA.sources, 'report');
    expect(report.paragraphs).toHaveLength(16);
    expect(new Set(report.paragraphs).size).toBe(16);
    expect(report.paragraphs?.[0]).toBe(
      '9e2d19831c2d09025462342560ccba527adba5971dbe9174ff57f70e3bd45411',
    );
    expect(report).not.toHaveProperty('publisher');
    expect(report).not.toHaveProperty('author');
    expect(report.note).toContain('our label');
    expect(report.date_basis).toBe('inferred');
    expect(report.date_reason).toBeTruthy();
    expect(report.reliability).toBe('F');
  });

  test('has titles of up to 36 columns in plain letters', () => {
    for (const {title} of DATA.events) expect(title).toMatch(/^[ -~]{1,36}$/);
  });

  test('has its sides in the order of the lanes', () => {
    expect(DATA.sides.map((side) => side.name)).toEqual(['Backdrop', 'Groups', 'U.S.', 'Iraq']);
  });

  test('gives every event a summary, a claim for each of its fields and a lane', () => {
    for (const {id, summary, side} of DATA.events) {
      expect(summary, id).toBeTruthy();
      expect(side, id).toBeTruthy();
      expect(claims(id, 'summary').length, id).toBeGreaterThan(0);
    }
  });

  test('says why wherever something is inferred', () => {
    const inferred = [
      ...DATA.events.map(({id, when: {basis, reason}}) => ({id, basis, reason})),
      ...DATA.claims,
    ].filter(({basis}) => basis === 'inferred');
    for (const {id, reason} of inferred) expect(reason, id).toBeTruthy();
    expect(inferred.length).toBeGreaterThan(10);
  });

  test('asks no question that no claim answers', () => {
    const asked = new Set(DATA.claims.map((claim) => claim.about.field));
    for (const {id} of DATA.fields) expect(asked, id).toContain(id);
  });

  test('says nothing of the events that its when, where and actors claims do not say', () => {
    for (const item of DATA.events) {
      expect(claims(item.id, 'when').map((claim) => claim.value)).toContain(item.when.edtf);
      if (item.where !== undefined) {
        expect(claims(item.id, 'where').flatMap((claim) => claim.value)).toEqual(item.where);
      }
      const named = claims(item.id, 'actors').flatMap((claim) => claim.value);
      expect(new Set(named), item.id).toEqual(new Set(item.actors?.map((part) => part.actor)));
      for (const field of ['deaths', 'count'] as const) {
        if (item[field] !== undefined)
          expect(claims(item.id, field)[0]?.value).toEqual(item[field]);
      }
    }
  });
});

describe('the words of officials', () => {
  test.each(QUOTATIONS)('%s, paragraph %i, stand whole in a claim: %s', (by, paragraph, words) => {
    const whole = DATA.claims.filter((claim) => claim.words === words && claim.said_by === by);
    expect(whole.length).toBeGreaterThan(0);
    for (const claim of whole) {
      expect(claim.voice).toBe('quote');
      expect(claim.citations).toEqual([{source: 'report', paragraph, exact: words}]);
    }
  });

  test('are quoted nowhere but from those quotations', () => {
    const quotes = DATA.claims.filter((claim) => claim.voice === 'quote');
    expect(quotes.length).toBeGreaterThan(QUOTATIONS.length);
    for (const claim of quotes) {
      const [paragraph] = paragraphsOf(claim);
      const source = QUOTATIONS.find(
        ([by, number, words]) =>
          by === claim.said_by && number === paragraph && words.includes(claim.words ?? '?'),
      );
      expect(source, claim.id).toBeDefined();
    }
  });

  test('are cut in each field to what answers it, so that the whole stands in the statement alone', () => {
    const wholes = QUOTATIONS.filter(([, , words]) => words.split(' ').length > 4);
    for (const [by, , words] of wholes) {
      const whole = DATA.claims.filter((claim) => claim.said_by === by && claim.words === words);
      expect(whole.map((claim) => claim.about.field)).toEqual(['said']);
    }
  });

  test('keep the insertions of the report apart: (Israeli), and the two glosses alike', () => {
    for (const claim of DATA.claims) {
      const inserted = ['(Israeli)', '(the Hezbollah Brigades)', '(drone)'].filter((part) =>
        claim.words?.includes(part),
      );
      expect(claim.insertions ?? [], claim.id).toEqual(inserted);
    }
    expect(claims('araji-post', 'said')[0]?.insertions).toEqual(['(Israeli)']);
  });
});

describe('a careful reading', () => {
  test('the calendar date of Wednesday is inferred, with the reason', () => {
    const {when} = event('strikes');
    expect(when).toMatchObject({
      edtf: '2024-01-24',
      stated: 'Wednesday',
      basis: 'inferred',
      part_of_day: 'pre-dawn',
    });
    expect(when.reason).toContain('weekday');
    for (const {id, when: other} of DATA.events) {
      if (other.edtf.includes('2024')) expect(other.basis, id).toBe('inferred');
    }
  });

  test('the attacks are one event since about mid-October, more than 150, with no upper bound', () => {
    const attacks = event('attacks');
    expect(attacks.when).toMatchObject({
      edtf: '2023-10-15~/2024-01-24',
      stated: 'since mid-October',
    });
    expect(attacks.count).toEqual({low: 150, stated: 'more than 150', of: 'attacks'});
    expect(DATA.events.filter((item) => item.count?.low === 150)).toHaveLength(1);
    expect(attacks.where).toEqual(['country-iraq', 'country-syria']);
  });

  test('a demand and a call fall somewhere in a span, and did not last for all of it', () => {
    for (const id of ['withdrawal-demand', 'call-to-leave']) {
      expect(event(id).when).toMatchObject({
        edtf: '[2023-10-15~..2024-01-24]',
        basis: 'inferred',
      });
    }
    expect(event('earlier-strikes').when.edtf).toBe('2023-10-15~/2024-01-23');
  });

  test('the Islamic Resistance in Iraq claims many of the attacks, not all', () => {
    const claimed = event('attacks-claimed');
    expect(claimed.count).toEqual({stated: 'many of them', of: 'attacks claimed'});
    expect(link('part-of', 'attacks-claimed', 'attacks').claimed_by).not.toEqual([]);
    expect(claims('attacks', 'claimed')).toMatchObject([
      {
        said_by: 'islamic-resistance',
        value: 'The Islamic Resistance in Iraq, for many of them',
      },
    ]);
  });

  test('claiming attacks and being held responsible for them are two questions', () => {
    expect(speakers(accounts('attacks', 'claimed'))).toEqual(['islamic-resistance']);
    expect(speakers(accounts('attacks', 'attributed_to'))).toEqual(['austin']);
  });

  test('at least two were killed: a lower bound and nothing else, in the voice of the report', () => {
    expect(event('strikes').deaths).toEqual({low: 2, stated: 'at least two people', of: 'killed'});
    const [claim, ...more] = claims('strikes', 'deaths');
    expect(more).toEqual([]);
    expect(claim).toMatchObject({said_by: null, voice: 'reporter'});
    expect(claim && paragraphsOf(claim)).toEqual([1]);
  });

  test('the areas hit are told without a speaker, after a sentence of Iraqi sources', () => {
    const [where, ...more] = claims('strikes', 'where');
    expect(more).toEqual([]);
    expect(where && paragraphsOf(where)).toEqual([13]);
    expect(where?.note).toContain('Iraqi sources');
  });

  test('the report says who struck, and each speaker for himself who was the target', () => {
    const named = claims('strikes', 'actors').map(
      (claim) => [claim.said_by, ...paragraphsOf(claim), claim.value] as const,
    );
    expect(named).toEqual([
      [null, 1, ['us-forces']],
      ['austin', 4, ['us-forces', 'ketaeb-hezbollah']],
      ['araji', 11, ['hashed-al-shaabi']],
      ['iraqi-sources', 12, ['us-forces', 'ketaeb-hezbollah']],
      ['us-forces', 16, ['ketaeb-hezbollah']],
    ]);
    expect(accounts('strikes', 'actors').isContested).toBe(false);
  });

  test('the deaths are placed in western Iraq, the strikes in two areas', () => {
    expect(claims('strikes', 'where_killed').map((claim) => claim.value)).toEqual([
      ['western-iraq'],
    ]);
    expect(event('strikes').where).toEqual(['jurf-al-sakhr', 'al-qaim']);
    expect(place('western-iraq')).not.toHaveProperty('latitude');
  });

  test('three facilities are what Austin says', () => {
    expect(event('strikes').count).toMatchObject({best: 3});
    expect(claims('strikes', 'count')).toMatchObject([
      {said_by: 'austin', words: 'three facilities'},
    ]);
  });

  test('the spokesman for the prime minister is not named', () => {
    expect(actor('pm-spokesman')).toMatchObject({named: false});
    expect(actor('pm-spokesman').name).not.toMatch(/Rasool/);
    for (const claim of DATA.claims.filter(({said_by: by}) => by === 'pm-spokesman')) {
      expect(paragraphsOf(claim), claim.id).toEqual([8]);
    }
  });

  test('the offices are those of the report', () => {
    expect(actor('austin').office).toBe('Pentagon chief');
    expect(actor('rasool').office).toMatch(/spokesman for military affairs/i);
    expect(actor('araji').office).toBe('Iraqi National Security Adviser');
  });

  test('only the second quotation of Araji was a post on X', () => {
    const media = DATA.claims
      .filter((claim) => claim.said_by === 'araji')
      .map((claim) => [paragraphsOf(claim)[0], claim.medium]);
    expect(new Set(media.map(String))).toEqual(new Set(['10,', '11,post on X, formerly Twitter']));
    expect(DATA.claims.some((claim) => claim.medium && claim.said_by !== 'araji')).toBe(false);
  });

  test('"reckless escalation" is said twice: by the authorities and by the spokesman', () => {
    const said = DATA.claims.filter(
      (claim) => claim.about.field === 'said' && claim.words?.includes('reckless escalation'),
    );
    expect(said.map((claim) => [claim.said_by, ...paragraphsOf(claim)])).toEqual([
      ['iraqi-authorities', 2],
      ['pm-spokesman', 8],
    ]);
    expect(link('restates', 'spokesman-said', 'accuse-said').reason).toBeTruthy();
  });

  test('the authorities accuse the U.S., the spokesman the act: only he describes the strikes', () => {
    const described = claims('strikes', 'nature').filter((claim) =>
      claim.words?.includes('reckless escalation'),
    );
    expect(described.map((claim) => claim.said_by)).toEqual(['pm-spokesman']);
  });

  test('that the strikes answered the attacks is the claim of Austin, and of nobody else', () => {
    expect(claimants(link('responds-to', 'strikes', 'attacks'))).toEqual(['austin']);
    expect(speakers(accounts('strikes', 'response_to'))).toEqual(['austin']);
  });

  test('a statement on the strikes is no answer to them where nobody says so', () => {
    for (const id of ['austin-statement', 'iraqi-sources-account', 'us-military-statement']) {
      expect(
        DATA.links.filter((it) => it.from === id || it.to === id),
        id,
      ).toEqual([]);
    }
    expect(event('austin-statement').title).not.toMatch(/response|answer/i);
  });

  test('the Iraqi statements answer the strikes', () => {
    for (const id of [
      'authorities-accuse',
      'spokesman-statement',
      'rasool-statement',
      'araji-statement',
      'araji-post',
    ]) {
      expect(link('responds-to', id, 'strikes').claimed_by, id).not.toEqual([]);
    }
    expect(claimants(link('responds-to', 'araji-statement', 'strikes'))).toEqual(['araji']);
  });

  test('Araji echoes Rasool in the words of the report, and restates nothing of aggression', () => {
    expect(DATA.links.some((it) => it.type === 'restates' && it.from === 'araji-statement')).toBe(
      false,
    );
    const [summary] = claims('araji-statement', 'summary');
    expect(summary).toMatchObject({said_by: null});
    expect(summary?.value).toMatch(/echo/);
    for (const claim of DATA.claims.filter(({said_by: by}) => by === 'araji')) {
      expect(JSON.stringify(claim), claim.id).not.toMatch(/aggression/i);
    }
  });

  test('that the strikes are another violation is the report’s paraphrase, not a quoted word', () => {
    const another = claims('araji-statement', 'said').find((claim) => claim.voice !== 'quote');
    expect(another).toMatchObject({said_by: 'araji', voice: 'paraphrase'});
    for (const claim of DATA.claims) expect(claim.words ?? '', claim.id).not.toContain('another');
  });

  test('what was struck has the accounts of the report, Austin, Araji, Iraqi sources and the U.S. military', () => {
    const target = accounts('strikes', 'target');
    expect(target.isContested).toBe(true);
    expect(speakers(target)).toEqual([null, 'austin', 'araji', 'iraqi-sources', 'us-forces']);
  });

  test('what the body is depends on who speaks, and is contested', () => {
    const body = accounts('strikes', 'body_struck');
    expect(body.isContested).toBe(true);
    const said = Object.fromEntries(
      body.accounts.map((account) => [
        String(account.saidBy),
        account.claims.map((claim) => claim.value),
      ]),
    );
    expect(said['araji']).toEqual(['An Iraqi national body']);
    expect(said['austin']?.[0]).toMatch(/Iranian-backed militia/);
    expect(said['null']?.[0]).toMatch(/alliance of former paramilitary groups that Iran backs/);
    expect(said['null']?.[1]).toMatch(/regular armed forces/);
  });

  test('the nature of the strikes is contested, with all that each calls them', () => {
    const nature = accounts('strikes', 'nature');
    expect(nature.isContested).toBe(true);
    expect(
      nature.accounts.map(({saidBy, claims: own}) => [saidBy, ...own.map((claim) => claim.words)]),
    ).toEqual([
      ['austin', 'necessary and proportionate', 'precision strikes'],
      [
        'pm-spokesman',
        "This unacceptable act undermines years of cooperation, blatantly violates Iraq's sovereignty and contributes to a reckless escalation",
      ],
      ['rasool', 'acts of aggression'],
      ['araji', 'flagrant violation', 'do not help bring calm'],
    ]);
  });

  test('what the mission is and whether it is kept to are two questions, with one answer each', () => {
    expect(speakers(accounts('coalition-mission', 'mission'))).toEqual([null]);
    expect(speakers(accounts('coalition-mission', 'mission_kept'))).toEqual(['iraqi-authorities']);
  });

  test('the report has two names for the war, and its own title takes neither', () => {
    expect(event('gaza-war').title).not.toMatch(/Israel|conflict|offensive/);
    expect(
      claims('gaza-war', 'war_name').map((claim) => [claim.said_by, ...paragraphsOf(claim)]),
    ).toEqual([
      [null, 3],
      [null, 6],
      ['araji', 11],
    ]);
  });

  test('nothing else is contested', () => {
    const contested = DATA.events.flatMap(({id}) =>
      groupAccounts(
        DATA.claims.filter((claim) => claim.about.event === id),
        DATA.links,
        DATA.fields,
      )
        .filter((fields) => fields.isContested)
        .map((fields) => `${id} ${fields.field}`),
    );
    expect(contested).toEqual([
      'gaza-war war_name',
      'strikes target',
      'strikes body_struck',
      'strikes nature',
    ]);
  });

  test('the call to leave came after previous strikes: in a span, with its reason and its why', () => {
    const {when} = event('call-to-leave');
    expect(when.edtf).toContain('..');
    expect(when).toMatchObject({stated: 'after previous U.S. strikes', basis: 'inferred'});
    // "After" is no "because": that the call answers them is an editor's reading.
    const answer = link('responds-to', 'call-to-leave', 'earlier-strikes');
    expect(answer.claimed_by).toEqual([]);
    expect(answer.reason).toContain('after');
    expect(DATA.links.some((it) => it.from === 'call-to-leave' && it.to === 'strikes')).toBe(false);
    expect(claims('call-to-leave', 'reason_given')).toMatchObject([
      {said_by: 'sudani', value: "To ensure Iraq's security"},
    ]);
  });

  test('the backlash answers the earlier strikes', () => {
    expect(link('responds-to', 'withdrawal-demand', 'earlier-strikes').claimed_by).not.toEqual([]);
  });

  test('Iraqi sources speak in their own account, in the report’s paraphrase', () => {
    expect(claims('iraqi-sources-account', 'said')).toMatchObject([
      {said_by: 'iraqi-sources', voice: 'paraphrase'},
    ]);
  });

  test('the troops are roughly 2,500 in Iraq and some 900 in Syria, as two figures', () => {
    const figures = DATA.events.filter((item) => item.tags?.includes('figure'));
    expect(figures.map((item) => [item.where, item.count])).toEqual([
      [['country-iraq'], {best: 2500, stated: 'roughly 2,500', of: 'U.S. troops'}],
      [['country-syria'], {best: 900, stated: 'some 900', of: 'U.S. troops'}],
    ]);
  });

  test.each([
    ['ketaeb-hezbollah', ['Hezbollah Brigades', 'Kataib Hezbollah', 'كتائب حزب الله']],
    ['hashed-al-shaabi', ['Popular Mobilisation force', 'الحشد الشعبي']],
    ['sudani', ['محمد شياع السوداني']],
    ['araji', ['قاسم الأعرجي']],
    ['rasool', ['يحيى رسول']],
    ['austin', ['لويد أوستن']],
    ['islamic-resistance', ['المقاومة الإسلامية في العراق']],
    ['daesh', ['داعش']],
  ])('%s can be found by its other names', (id, names) => {
    const others = actor(id).other_names?.map((other) => other.name);
    for (const name of names) expect(others).toContain(name);
  });

  test('the two areas are where they are, by coordinates that are an editor’s', () => {
    expect(place('jurf-al-sakhr')).toMatchObject({latitude: 32.867, longitude: 44.214});
    expect(place('al-qaim')).toMatchObject({latitude: 34.367, longitude: 41.139});
    for (const item of DATA.places) {
      if (item.latitude !== undefined) {
        expect(item.coordinates_from, item.id).toMatch(/Wikipedia|Natural Earth/);
        expect(item.geo_precision, item.id).toBeDefined();
      }
    }
  });

  test('the statements come after the strikes, in the order of the report', () => {
    const wednesday = DATA.events.filter((item) => item.when.edtf === '2024-01-24');
    expect(wednesday.map((item) => item.id).slice(0, 9)).toEqual([
      'strikes',
      'authorities-accuse',
      'austin-statement',
      'spokesman-statement',
      'rasool-statement',
      'araji-statement',
      'araji-post',
      'iraqi-sources-account',
      'us-military-statement',
    ]);
    for (const item of wednesday.slice(1, 9)) expect(item.note).toContain('order');
  });
});
