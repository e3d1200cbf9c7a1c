import {describe, expect, test} from 'vitest';
import bundled from '../../data/washington-baghdad.yaml';
import other from '../../data/other-reports.yaml';
import type {Chronology, Claim, TimelineEvent} from '../../source/core/events/chronology.js';
import {mergeChronologies} from '../../source/core/events/merge-chronologies.js';
import {claimPieces, plainText} from '../../source/panes/claim-words.js';
import {speakerName} from '../../source/panes/speaker-words.js';
import {createMemoryStore} from '../../source/stores/memory-store.js';
import {emptyChronology} from '../helpers/generated-chronologies.js';
import {linesOf, paneContent} from '../helpers/pane-content.js';

/** Rows of the pane at 80x24. */
const ROWS = 13;

const merged = mergeChronologies([bundled, other]);

function eventLines(chronology: Chronology, id: string, widthColumns = 41): readonly string[] {
  return linesOf(paneContent(chronology, 'event', id, {widthColumns}));
}

/** What lies between the edges of a pane as one run of words. */
function wordsOf(lines: readonly string[]): string {
  return lines.join(' ').replaceAll(/\s+/gu, ' ');
}

function claim(id: string, field: string, more: Partial<Claim>): Claim {
  return {
    id,
    about: {event: 'e', field},
    said_by: null,
    voice: 'reporter',
    value: '',
    citations: [{source: 'paper'}],
    ...more,
  };
}

/** One event with what is said of it. */
function told(claims: readonly Claim[], more: Partial<TimelineEvent> = {}): Chronology {
  return {
    ...emptyChronology(),
    fields: [
      {id: 'target', name: 'What was hit?'},
      {id: 'said', name: 'What was said?'},
    ],
    sources: [
      {id: 'paper', headline: 'The strike', publisher: 'The Paper'},
      {id: 'tass', headline: 'On the strike', publisher: 'TASS'},
    ],
    actors: [
      {id: 'ann', name: 'Ann', office: 'minister'},
      {id: 'bob', name: 'Bob'},
    ],
    places: [
      {id: 'north', name: 'North', country: 'IQ', admin1: 'Anbar', latitude: 34, longitude: 41},
      {id: 'south', name: 'South', country: 'IQ', admin1: 'Babil', latitude: 33, longitude: 44},
      {id: 'iraq', name: 'Iraq', country: 'IQ', geo_precision: 3, latitude: 33, longitude: 43},
    ],
    events: [{id: 'e', title: 'The strike', when: {edtf: '2024-01-24', basis: 'stated'}, ...more}],
    claims,
  };
}

describe('the first screen of an event', () => {
  test('tells what, when and how surely, where, who was killed and who says so, what is contested', () => {
    const screen = wordsOf(eventLines(bundled, 'strikes').slice(0, ROWS));
    for (const words of [
      'Pre-dawn U.S. strikes in Iraq',
      'Wed 24 Jan 2024, pre-dawn',
      'date inferred',
      'at Jurf al-Sakhr and Al-Qaim, Iraq',
      'killed: at least 2 — the report',
      'facilities struck — Lloyd Austin',
      'What was struck? 5 accounts differ',
      'U.S. airstrikes',
    ]) {
      expect(screen).toContain(words);
    }
  });

  test('of a speech has the words, the speaker and the office', () => {
    for (const {id, events} of bundled.claims.flatMap(({about, voice, words, said_by}) =>
      voice === 'quote' && about.field === 'said'
        ? [{id: about.event, events: {words, said_by}}]
        : [],
    )) {
      const screen = wordsOf(eventLines(bundled, id).slice(0, ROWS)).replaceAll(/ ¶\d+/gu, '');
      const actor = bundled.actors.find((one) => one.id === events.said_by);
      expect(screen).toContain(actor?.office ?? actor?.name);
    }
    const words = wordsOf(eventLines(bundled, 'rasool-statement').slice(0, ROWS));
    expect(words.replaceAll(/ ¶\d+/gu, '')).toContain(
      'Yehia Rasool, Spokesman for military affairs of the Iraqi leader: “We will treat these operations as acts of aggression',
    );
  });

  test('of an event that is no speech leaves quotations to the list of claims', () => {
    const quote = claim('c', 'said', {said_by: 'ann', voice: 'quote', words: 'so it was'});
    const isFirst = (kind: TimelineEvent['kind']): boolean =>
      (eventLines(told([quote], {summary: 'It burned.', ...(kind ? {kind} : {})}), 'e').findIndex(
        (line) => line.includes('so it was'),
      ) ?? 99) < 5;
    expect(isFirst({cameo: '195'})).toBe(false);
    expect(isFirst({cameo: '010'})).toBe(true);
    expect(isFirst(undefined)).toBe(true);
  });
});

describe('what differs', () => {
  const toll = told(
    [
      claim('1', 'deaths', {value: {low: 2, of: 'killed'}}),
      claim('2', 'deaths', {said_by: 'ann', value: {best: 1, of: 'killed'}}),
      claim('3', 'deaths', {said_by: 'bob', value: {best: 1, of: 'killed'}}),
      claim('4', 'deaths', {value: {high: 7, of: 'killed'}, citations: [{source: 'tass'}]}),
      claim('5', 'where', {value: ['north']}),
      claim('6', 'where', {said_by: 'ann', value: ['south']}),
      claim('7', 'when', {said_by: 'ann', value: '2024-01-24T00:15:00Z'}),
      claim('8', 'when', {said_by: 'bob', value: '2024-01-24T00:30:00Z'}),
    ],
    {deaths: {low: 2, of: 'killed'}, where: ['north']},
  );

  test('is a range over all accounts, never the number of one file, and every account is listed', () => {
    const lines = eventLines(toll, 'e');
    expect(lines).toContain('killed: 1 to 7          3 accounts differ');
    const words = wordsOf(lines);
    for (const account of ['The Paper: at least 2', 'Ann, Bob: 1 killed', 'TASS: up to 7 killed']) {
      expect(words).toContain(account);
    }
  });

  test('is told of the date and of the place as of everything else', () => {
    expect(eventLines(toll, 'e').slice(0, 5)).toEqual([
      'The strike',
      'Wed 24 Jan 2024         2 accounts differ',
      'at North (Anbar, Iraq)',
      'killed: 1 to 7          3 accounts differ',
      'Where                   2 accounts differ',
    ]);
  });

  test('of a count that goes on is told by its days', () => {
    const counted = (id: string, best: number, day: string): Claim =>
      claim(id, 'count', {
        said_by: id,
        value: {best, of: 'attacks'},
        said_at: {edtf: day, basis: 'stated'},
      });
    const counts = told([
      counted('ann', 16, '2023-10-28'),
      counted('bob', 55, '2023-11-14'),
      counted('carol', 73, '2023-11-14'),
    ]);
    const words = wordsOf(eventLines(counts, 'e'));
    expect(words).toContain('16 to 73 attacks counts of 2 days, on 1 of them several');
    expect(words).toContain('Ann, 28 Oct 2023: 16 attacks');
  });
});

describe('an event', () => {
  test('has every claim about it in its pane, with who makes it', () => {
    for (const chronology of [bundled, merged]) {
      const store = createMemoryStore(chronology);
      const input = {
        store,
        charset: 'unicode',
        zone: chronology.timezone,
        isListing: true,
      } as const;
      for (const {id, summary} of chronology.events) {
        const lines = linesOf(
          paneContent(chronology, 'event', id, {widthColumns: 10_000, isListing: true}),
        );
        const text = lines.join('\n');
        for (const one of store.claimsAbout(id)) {
          const said = plainText(claimPieces(one, input)).replace(' (inferred)', '');
          // Date, places, numbers and roles are told in the lines above, with who says so.
          const isAbove = ['when', 'where', 'actors', 'deaths', 'injuries', 'count'].includes(
            one.about.field,
          );
          if (isAbove || said === summary) continue;
          expect(text, `${one.id} of ${id}`).toContain(said);
          const name = speakerName(one, store);
          // Whom a source does not name goes by the office.
          if (!text.includes(name)) expect(text, `${one.id} of ${id}`).toContain('(not named)');
        }
      }
    }
  });

  test('tells each place once, in or at it, with its country in words', () => {
    const lines = (where: readonly string[]): readonly string[] =>
      eventLines(told([], {where}), 'e').slice(2);
    expect(lines(['north'])).toEqual(['at North (Anbar, Iraq)']);
    expect(lines(['iraq'])).toEqual(['in Iraq']);
    expect(lines(['north', 'south'])).toEqual(['at North and South, Iraq']);
    const {items} = paneContent(told([], {where: ['north', 'south']}), 'event', 'e');
    expect(items.slice(2).map(({target, column}) => [target?.subject, column])).toEqual([
      ['north', undefined],
      ['south', 12],
    ]);
  });

  test('stands between what it is said to answer and what is said to answer it, in order of time', () => {
    const links: Chronology['links'] = ['late', 'soon'].map((from) => ({
      type: 'responds-to',
      from,
      to: 'e',
      claimed_by: [],
    }));
    const event = (id: string, edtf: string): TimelineEvent => ({
      id,
      title: id,
      when: {edtf, basis: 'stated'},
    });
    const base = told([]);
    const events = [...base.events, event('late', '2024-03'), event('soon', '2024-02')];
    const lines = eventLines({...base, events, links}, 'e');
    const at = lines.indexOf('Said to be answered by');
    expect(lines.slice(at, at + 3)).toEqual([
      'Said to be answered by',
      '  soon — the editor',
      '  late — the editor',
    ]);
  });

  test('ends with the reasons and the coding of the editor', () => {
    const lines = eventLines(bundled, 'strikes');
    const at = (start: string): number => lines.findIndex((line) => line.startsWith(start));
    expect(at('Said to answer')).toBeLessThan(at('Why this date'));
    expect(at('Who, in which role')).toBeLessThan(at('Why this date'));
    expect(at('Why this date')).toBeLessThan(at('Coded by'));
  });
});

describe('a date on which accounts differ', () => {
  test.each(['contested', 'figures', 'moment', 'chain'] as const)(
    'says so beside the date in the pane %s',
    (pane) => {
      const lines = linesOf(paneContent(merged, pane, 'or-231208-embassy', {widthColumns: 100}));
      // With a weekday it is what one account says.
      const dates = lines.filter((line) => /(?<!Fri )8 Dec 2023, about 04:15/u.test(line));
      expect(dates.length).toBeGreaterThan(0);
      for (const line of dates) expect(line).toContain('8 Dec 2023, about 04:15 ≷');
      for (const line of lines)
        if (line.includes(' 3 Dec 2023')) expect(line).not.toContain('3 Dec 2023 ≷');
    },
  );
});
