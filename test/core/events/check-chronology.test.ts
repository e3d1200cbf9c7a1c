import {describe, expect, test} from 'vitest';
import {checkChronology} from '../../../source/core/events/check-chronology.js';
import type {Chronology, Claim, TimelineEvent} from '../../../source/core/events/chronology.js';
import {formatPath} from '../../../source/core/events/path-problem.js';

const event = (id: string, more: Partial<TimelineEvent> = {}): TimelineEvent => ({
  id,
  title: id,
  when: {edtf: '2024-01-24', basis: 'stated'},
  ...more,
});

const claim = (id: string, about: string, more: Partial<Claim> = {}): Claim => ({
  id,
  about: {event: about, field: '*'},
  said_by: null,
  voice: 'reporter',
  value: null,
  citations: [{source: 'report', paragraph: 1}],
  ...more,
});

const sound: Chronology = {
  chronology: 1,
  title: 'Test',
  timezone: 'Asia/Baghdad',
  sides: [{id: 'iraq', name: 'Iraq'}],
  fields: [{id: 'target', name: 'What was struck?'}],
  sources: [{id: 'report', headline: 'Report', paragraphs: ['00', '11']}],
  actors: [
    {id: 'rasool', name: 'Rasool', side: 'iraq', part_of: ['government']},
    {id: 'government', name: 'Government'},
  ],
  places: [
    {id: 'al-qaim', name: 'Al-Qaim', part_of: ['anbar']},
    {id: 'anbar', name: 'Anbar'},
  ],
  events: [
    event('strikes', {where: ['al-qaim'], deaths: {low: 2}, side: 'iraq'}),
    event('reply', {actors: [{actor: 'rasool', role: 'speaker'}], summary: 'A reply.'}),
  ],
  claims: [claim('c1', 'strikes'), claim('c2', 'reply', {said_by: 'rasool', voice: 'paraphrase'})],
  links: [{type: 'responds-to', from: 'reply', to: 'strikes', claimed_by: ['c2']}],
};

/** @returns `severity path: message: fix` of every problem. */
function told(changes: Partial<Chronology>, knownIds?: ReadonlySet<string>): string[] {
  const problems = checkChronology(
    {...sound, ...changes},
    knownIds === undefined ? {} : {knownIds},
  );
  return problems.map(
    ({severity, path, message, fix}) => `${severity} ${formatPath(path)}: ${message}: ${fix}`,
  );
}

const quoted = (more: Partial<Claim>): Partial<Chronology> => ({
  claims: [
    claim('c1', 'strikes'),
    claim('c2', 'reply', {said_by: 'rasool', voice: 'quote', words: 'acts of aggression', ...more}),
  ],
});

const exact = (words: string): Partial<Claim> => ({
  citations: [{source: 'report', paragraph: 1, exact: words}],
});

describe('checkChronology', () => {
  test('finds nothing wrong with a sound chronology', () => {
    expect(told({})).toEqual([]);
  });

  test.each<[string, Partial<Chronology>, string]>([
    [
      'an actor on an unknown side',
      {actors: [{id: 'rasool', name: 'R', side: 'irak'}]},
      'error actors[0].side: no side `irak`: did you mean `iraq`?',
    ],
    [
      'an actor that is part of nobody known',
      {actors: [{id: 'rasool', name: 'R', part_of: ['nobody']}]},
      'error actors[0].part_of[0]: no actor `nobody`: add the actor, or correct the id',
    ],
    [
      'a place that lies in no known one',
      {places: [{id: 'al-qaim', name: 'Q', part_of: ['anba']}]},
      'error places[0].part_of[0]: no place `anba`: add the place, or correct the id',
    ],
    [
      'an event at an unknown place',
      {events: [event('strikes', {where: ['al-qiam']}), event('reply')]},
      'error events[0].where[0]: no place `al-qiam`: did you mean `al-qaim`?',
    ],
    [
      'an event with an unknown actor',
      {events: [event('strikes'), event('reply', {actors: [{actor: 'rasol', role: 'x'}]})]},
      'error events[1].actors[0].actor: no actor `rasol`: did you mean `rasool`?',
    ],
    [
      'an event on an unknown side',
      {events: [event('strikes', {side: 'x'}), event('reply')]},
      'error events[0].side: no side `x`: add the side, or correct the id',
    ],
    [
      'an opening at an unknown event',
      {opens_at: 'strike'},
      'error opens_at: no event `strike`: did you mean `strikes`?',
    ],
    [
      'a claim about an unknown event',
      {claims: [...sound.claims, claim('c3', 'strike')]},
      'error claims[2].about.event: no event `strike`: did you mean `strikes`?',
    ],
    [
      'a claim about an unknown field',
      {claims: [...sound.claims, claim('c3', 'reply', {about: {event: 'reply', field: 'targt'}})]},
      'error claims[2].about.field: no field `targt`: did you mean `target`?',
    ],
    [
      'a claim by an unknown actor',
      {
        claims: [
          claim('c1', 'strikes'),
          claim('c2', 'reply', {said_by: 'austin', voice: 'quote', words: 'a', ...exact('a')}),
        ],
      },
      'error claims[1].said_by: no actor `austin`: add the actor, or correct the id',
    ],
    [
      'a citation of an unknown source',
      {claims: [claim('c1', 'strikes', {citations: [{source: 'reprot'}]}), claim('c2', 'reply')]},
      'error claims[0].citations[0].source: no source `reprot`: did you mean `report`?',
    ],
    [
      'a paragraph beyond the end of the source',
      {
        claims: [
          claim('c1', 'strikes', {citations: [{source: 'report', paragraph: 3}]}),
          claim('c2', 'reply'),
        ],
      },
      'error claims[0].citations[0].paragraph: paragraph 3 of `report`, which has 2: correct the number',
    ],
    [
      'a link to nothing',
      {links: [{type: 'part-of', from: 'reply', to: 'strike', claimed_by: ['c2']}]},
      'error links[0].to: no event or claim `strike`: did you mean `strikes`?',
    ],
    [
      'a link claimed by no claim there is',
      {links: [{type: 'part-of', from: 'reply', to: 'strikes', claimed_by: ['c9']}]},
      'error links[0].claimed_by[0]: no claim `c9`: did you mean `c1`?',
    ],
    [
      'a link that nobody claims',
      {links: [{type: 'part-of', from: 'reply', to: 'strikes', claimed_by: []}]},
      'error links[0]: nobody is said to claim this part-of link: add `claimed_by`, or a `reason` if it is an editor’s own',
    ],
    [
      'a link between an event and a claim',
      {links: [{type: 'responds-to', from: 'reply', to: 'c1', claimed_by: ['c2']}]},
      'warning links[0].to: it links an event with a claim: link two events or two claims',
    ],
    [
      'a claim that contradicts itself',
      {links: [{type: 'contradicts', from: 'c1', to: 'c1', claimed_by: [], reason: 'x'}]},
      'error links[0].to: `c1` contradicts itself: correct one of the ids',
    ],
    [
      'an id given to two things',
      {places: [...sound.places, {id: 'rasool', name: 'R'}]},
      'error places[2].id: the id `rasool` is already that of an actor: give one of them another id',
    ],
    [
      'an id given to two events',
      {events: [...sound.events, event('reply')]},
      'error events[2].id: the id `reply` is already that of an event: give one of them another id',
    ],
    [
      'a side named twice',
      {sides: [...sound.sides, {id: 'iraq', name: 'Iraq'}]},
      'error sides[1].id: the id `iraq` is already that of a side: give one of them another id',
    ],
    [
      'an actor that is part of itself by a detour',
      {
        actors: [
          {id: 'rasool', name: 'R', part_of: ['government']},
          {id: 'government', name: 'G', part_of: ['rasool']},
        ],
      },
      'error actors[1].part_of[0]: `rasool` is part of itself: rasool → government → rasool: remove one of these links',
    ],
    [
      'a place that lies in itself',
      {places: [{id: 'al-qaim', name: 'Q', part_of: ['al-qaim']}]},
      'error places[0].part_of[0]: `al-qaim` is part of itself: remove it',
    ],
    [
      'events that respond to each other',
      {
        links: [
          ...sound.links,
          {type: 'responds-to', from: 'strikes', to: 'reply', claimed_by: ['c1']},
        ],
      },
      'error links[1].to: `reply` responds to itself: reply → strikes → reply: remove one of these links',
    ],
    [
      'events that are part of each other',
      {
        links: [
          {type: 'part-of', from: 'strikes', to: 'reply', claimed_by: ['c1']},
          {type: 'part-of', from: 'reply', to: 'strikes', claimed_by: ['c1']},
        ],
      },
      'error links[1].to: `strikes` is part of itself: strikes → reply → strikes: remove one of these links',
    ],
    [
      'a count that is low above high',
      {events: [event('strikes', {deaths: {low: 5, high: 2}}), event('reply')]},
      'error events[0].deaths.low: low is 5, above high, 2: swap or correct them',
    ],
    [
      'a best estimate outside its bounds',
      {events: [event('strikes', {count: {low: 2, best: 1}}), event('reply')]},
      'warning events[0].count.best: best is 1, outside low and high: correct it, or keep it as it was reported',
    ],
    [
      'an impossible date',
      {events: [event('strikes', {when: {edtf: '2024-01-32', basis: 'stated'}}), event('reply')]},
      'error events[0].when.edtf: `2024-01-32` is not a date: ',
    ],
    [
      'a span that ends before it starts',
      {events: [event('strikes', {when: {edtf: '2024/2023', basis: 'stated'}}), event('reply')]},
      'error events[0].when.edtf: `2024/2023` is not a date: the interval ends before it starts',
    ],
    [
      'an inferred date without a reason',
      {events: [event('strikes', {when: {edtf: '2024', basis: 'inferred'}}), event('reply')]},
      'error events[0].when.basis: an inferred date without a reason: add `reason`: why it is read so',
    ],
    [
      'an unknown time zone of an event',
      {
        events: [
          event('strikes', {when: {edtf: '2024', basis: 'stated', timezone: 'Asia/Bagdad'}}),
          event('reply'),
        ],
      },
      'error events[0].when.timezone: no time zone `Asia/Bagdad`: did you mean `Asia/Baghdad`?',
    ],
    [
      'an unknown time zone of the whole',
      {timezone: 'Baghdad time'},
      'error timezone: no time zone `Baghdad time`: use an IANA name, such as Asia/Baghdad or UTC',
    ],
    [
      'an unknown other time zone',
      {other_timezones: ['UTC', 'Mars']},
      'error other_timezones[1]: no time zone `Mars`: use an IANA name, such as Asia/Baghdad or UTC',
    ],
    [
      'an impossible date of a source',
      {sources: [{id: 'report', headline: 'R', date_published: 'yesterday'}]},
      'error sources[0].date_published: `yesterday` is not a date: ',
    ],
    [
      'an inferred date of a source without a reason',
      {sources: [{id: 'report', headline: 'R', date_basis: 'inferred'}]},
      'error sources[0].date_basis: an inferred date without a reason: add `date_reason`',
    ],
    [
      'an impossible date of saying',
      {
        claims: [
          claim('c1', 'strikes', {said_at: {edtf: 'noon', basis: 'stated'}}),
          claim('c2', 'reply'),
        ],
      },
      'error claims[0].said_at.edtf: `noon` is not a date: ',
    ],
    [
      'an inferred value without a reason',
      {claims: [claim('c1', 'strikes', {basis: 'inferred', reason: ' '}), claim('c2', 'reply')]},
      'error claims[0].basis: an inference without a reason: add `reason`: why it is read so',
    ],
    [
      'a paraphrase of nobody',
      {claims: [claim('c1', 'strikes', {voice: 'paraphrase'}), claim('c2', 'reply')]},
      'warning claims[0].voice: a paraphrase with nobody who said it: add `said_by`',
    ],
    [
      'a quotation without its words',
      quoted({words: ' ', ...exact('acts of aggression')}),
      'error claims[1]: a quotation without its words: add `words`: exactly what was said',
    ],
    [
      'a quotation whose citation has no exact words',
      quoted({}),
      'error claims[1].citations: a quotation whose citation lacks the exact words: add `exact` to the citation',
    ],
    [
      'exact words that differ by one letter',
      quoted(exact('acts of agression')),
      'error claims[1].citations[0].exact: the exact words are not those of the claim: copy the words from the paragraph, letter for letter',
    ],
    [
      'words of which only a part is cited',
      quoted(exact('acts of')),
      'error claims[1].words: some of the words stand in no citation: cite each part with its `exact` words',
    ],
    [
      'an insertion that is not in the words',
      quoted({insertions: ['(Israeli)'], ...exact('acts of aggression')}),
      'error claims[1].insertions[0]: the insertion `(Israeli)` is not in the words: copy it from the words',
    ],
  ])('finds %s', (_, changes, problem) => {
    const [first, ...others] = told(changes);
    expect(others).toEqual([]);
    expect(first?.slice(0, problem.length)).toBe(problem);
  });

  test.each(['when', 'where', 'actors', 'deaths', 'injuries', 'count', 'summary'] as const)(
    'wants a claim for %s',
    (field) => {
      const full = event('strikes', {
        where: ['al-qaim'],
        actors: [{actor: 'rasool', role: 'x'}],
        deaths: {low: 1},
        injuries: {low: 1},
        count: {low: 1},
        summary: 'x',
      });
      const fields = ['when', 'where', 'actors', 'deaths', 'injuries', 'count', 'summary'];
      const claims = fields
        .filter((it) => it !== field)
        .map((it) => claim(`c-${it}`, 'strikes', {about: {event: 'strikes', field: it}}));
      const problems = told({events: [full], claims, links: []});
      expect(problems).toHaveLength(1);
      expect(problems[0]).toContain(`error events[0].${field}: \`${field}\` rests on no claim`);
      expect(problems[0]).toContain(`{event: strikes, field: ${field}}`);
    },
  );

  test('wants no claim for lists that are empty', () => {
    const bare = event('strikes', {where: [], actors: []});
    const claims = [claim('c1', 'strikes', {about: {event: 'strikes', field: 'when'}})];
    expect(told({events: [bare], claims, links: []})).toEqual([]);
  });

  test('lets `same_as` name what another file has', () => {
    const events = [event('strikes', {same_as: ['other:1']}), event('reply')];
    expect(told({events})).toEqual([
      'warning events[0].same_as[0]: no event `other:1` in this file: open it with the file that has it, or correct the id',
    ]);
    expect(told({events}, new Set(['other:1']))).toEqual([]);
  });

  test('never guesses that a thing is meant to be the same as itself', () => {
    const meant = (id: string): string[] =>
      told({events: [event('strikes', {same_as: [id]}), event('reply')]});
    expect(meant('strike')).toEqual([
      'warning events[0].same_as[0]: no event `strike` in this file: open it with the file that has it, or correct the id',
    ]);
    expect(meant('repli')).toEqual([
      'warning events[0].same_as[0]: no event `repli` in this file: did you mean `reply`?',
    ]);
  });

  test('finds a thing that is the same as itself', () => {
    const events = [event('strikes', {same_as: ['strikes']}), event('reply')];
    expect(told({events})).toEqual([
      'error events[0].same_as[0]: `strikes` is the same as itself: remove it',
    ]);
  });

  test.each([
    ['the same words', 'acts of aggression', ['acts of aggression']],
    ['other quotation marks', "Iraq's “acts”", ['Iraq’s acts']],
    ['more words than were quoted', 'acts', ['these acts of aggression']],
    [
      'parts in several places',
      'acts of aggression … will be answered',
      ['acts of aggression', 'will be answered'],
    ],
    [
      'a quotation that runs on',
      'acts of aggression that will be answered',
      ['acts of aggression', 'that will be answered'],
    ],
  ])('takes citations with %s', (_, words, exacts) => {
    const citations = exacts.map((it) => ({source: 'report', exact: it}));
    expect(told(quoted({words, citations}))).toEqual([]);
  });

  test('takes insertions that stand in the words', () => {
    const words = 'the (Israeli) aggression';
    expect(told(quoted({words, insertions: ['(Israeli)'], ...exact(words)}))).toEqual([]);
  });

  test('lets a side or a field share its id with an actor', () => {
    const actors = [...sound.actors, {id: 'iraq', name: 'Iraq'}, {id: 'target', name: 'Target'}];
    expect(told({actors})).toEqual([]);
  });

  test('says where in a date the fault is', () => {
    const events = [event('strikes', {when: {edtf: '2024-13', basis: 'stated'}}), event('reply')];
    const [problem] = checkChronology({...sound, events});
    expect(problem?.offset).toBe(5);
  });

  test('stays quick when every id of a large chronology is wrong', () => {
    const claims = Array.from({length: 3000}, (_, at) =>
      claim(`claim-number-${at}`, `event-number-${at}`),
    );
    const problems = checkChronology({...sound, claims, links: []});
    expect(problems.filter(({message}) => message.startsWith('no event'))).toHaveLength(3000);
  });
});

describe('values that may mean nothing', () => {
  const warned = (more: Partial<Chronology>) =>
    checkChronology({...sound, ...more})
      .filter(({severity}) => severity === 'warning')
      .map(({path, message, fix}) => `${formatPath(path)}: ${message}: ${fix}`);
  const withEvent = (more: Partial<TimelineEvent>) =>
    warned({
      events: [event('strikes', {where: ['al-qaim'], ...more})],
      claims: [claim('c', 'strikes')],
    });

  test('are addresses that are none of the web', () => {
    const source = {id: 'report', headline: 'Report', paragraphs: ['00', '11']};
    expect(warned({sources: [{...source, url: 'javascript:alert(1)'}]})).toEqual([
      'sources[0].url: `javascript:alert(1)` is no address of the web: begin it with https://',
    ]);
    expect(withEvent({urls: ['https://example.org/a', 'mailto:a@example.org', 'data:x']})).toEqual([
      'events[0].urls[2]: `data:x` is no address of the web: begin it with https://',
    ]);
  });

  test('are languages that there are not, with the code of one that is named', () => {
    expect(warned({language: 'english'})).toEqual([
      'language: no language `english`: did you mean `en`?',
    ]);
    expect(warned({language: 'xq'})).toEqual([
      'language: no language `xq`: use a BCP 47 tag, such as en, ar or zh-Hans',
    ]);
    for (const language of ['en', 'ar-IQ', 'zh-Hans', 'acm', 'EN']) {
      expect(warned({language})).toEqual([]);
    }
  });

  test('are codes of CAMEO with a root that there is not', () => {
    expect(withEvent({kind: {cameo: '9999'}})).toEqual([
      'events[0].kind.cameo: no CAMEO code `9999`: look it up, or leave it out',
    ]);
    expect(withEvent({kind: {cameo: '190'}})).toEqual([]);
  });

  test('are local times that clocks skipped or showed twice', () => {
    const at = (edtf: string) =>
      withEvent({when: {edtf, timezone: 'Europe/Berlin', basis: 'stated'}});
    expect(at('2024-03-31T02:30:00')[0]).toMatch(/^events\[0\]\.when\.edtf: 02:30.* never came/u);
    expect(at('2024-10-27T02:30:00')[0]).toContain('came twice');
    expect(at('2024-03-31T02:30:00+01:00')).toEqual([]);
    expect(at('2024-03-31T03:30:00')).toEqual([]);
  });
});
