import fc from 'fast-check';
import type {Chronology, Quantity, TimelineEvent} from '../../source/core/events/chronology.js';

/** One line of text with what formats have to escape, without blanks that they may fold. */
export const madeText = fc
  .array(
    fc.constantFrom(
      ...[
        'Iraq',
        'a',
        '<b>',
        '&amp;',
        '"quoted"',
        "it's",
        '=1+1',
        '@x',
        '-2',
        '+3',
        '|',
        '*',
        '_',
        '`',
        '[x](y)',
        '#tag',
        '\\',
        'العراق',
        '日本',
        '😀',
      ],
      ...[
        '//',
        ':',
        ',',
        '{',
        '}',
        '$',
        '~',
        '<script>alert(1)</script>',
        '2024-01-24',
        'https://example.org',
        '%',
        "'=2",
      ],
    ),
    {minLength: 1, maxLength: 6},
  )
  .map((words) => words.join(' '));

/** Text that is an item of a list in one cell. */
const madeName = madeText.map((text) => `N ${text}`);

const madeEdtf = fc
  .constantFrom(
    ...[
      '2024-01-24',
      '2024-01',
      '2024',
      '1492-10-12',
      '-0044-03-15',
      '0000',
      'Y-13800000000',
      'Y170000',
    ],
    ...[
      '2023-10-15~',
      '2024?',
      '2023-10-15~/2024-01-24',
      '2024-01-01/2024-01-31',
      '2023/2024-02',
      '2024-01-24/..',
    ],
    ...[
      '../2024',
      '/..',
      '/2024',
      '2023-2X',
      '202X',
      '2024-21',
      '[2023,2024]',
      '{2023-01..2023-03}',
      '2024-02-30T',
    ],
    ...[
      '2024-01-24T03:15:00',
      '2024-01-24T03:15:00Z',
      '2024-01-24T03:15:00+03:30',
      '2024-01-24T03:15',
      '2024-01-24T03:15~',
      '2024-01-24T03:15:00+03:30%',
      '2024-01-24T03:15:00?/2024-01-24T04:00:00',
    ],
    ...[
      '2024-01-24T03:15:00/2024-01-24T04:00:00',
      '1985-XX-XX',
      'XXXX-12-25',
      '1950S2',
      'Y-17E7',
      '2024-12-31/2025-01-01',
    ],
  )
  .filter((edtf) => edtf !== '2024-02-30T' && edtf !== '2023-2X');

const madeQuantity: fc.Arbitrary<Quantity> = fc
  .tuple(
    fc.record(
      {low: fc.nat(9), best: fc.nat(99), high: fc.nat(999), stated: madeText, of: madeText},
      {requiredKeys: []},
    ),
  )
  .map(([quantity]) => {
    const {low, high} = quantity;
    // A lower bound above the upper one is an error of the file.
    if (low !== undefined && high !== undefined && low > high) {
      return {...quantity, low: high, high: low};
    }
    return Object.keys(quantity).length === 0 ? {low: 1} : quantity;
  });

type Choice = Omit<TimelineEvent, 'id' | 'where' | 'actors' | 'side'> & {
  readonly where: readonly number[];
  readonly actors: readonly {readonly actor: number; readonly role: string}[];
  readonly side: number;
};

const madeEvent = fc.record(
  {
    title: madeText,
    summary: madeText,
    when: fc
      .record(
        {
          edtf: madeEdtf,
          stated: madeText,
          timezone: fc.constantFrom('Asia/Baghdad', 'America/New_York', 'UTC'),
          basis: fc.constantFrom('stated' as const, 'inferred' as const),
          reason: madeText,
        },
        {requiredKeys: ['edtf', 'basis']},
      )
      // An inferred date has a reason; the checker asks for one.
      .map((when) => (when.basis === 'inferred' ? {reason: 'N', ...when} : when)),
    where: fc.uniqueArray(fc.nat(2), {maxLength: 2}),
    actors: fc.uniqueArray(fc.record({actor: fc.nat(2), role: madeName}), {
      maxLength: 2,
      selector: ({actor}) => actor,
    }),
    kind: fc.record(
      {type: fc.constant('Battles'), sub_type: madeText, cameo: fc.constantFrom('010', '190')},
      {requiredKeys: ['type']},
    ),
    deaths: madeQuantity,
    injuries: madeQuantity,
    count: madeQuantity,
    side: fc.nat(1),
    tags: fc.uniqueArray(madeName, {minLength: 1, maxLength: 2}),
    urls: fc.uniqueArray(
      fc.constantFrom(
        'https://example.org/a?b=1&c=2',
        'http://example.org',
        'mailto:a@example.org',
      ),
      {minLength: 1, maxLength: 2},
    ),
    note: madeText,
  },
  {requiredKeys: ['title', 'when']},
) as fc.Arbitrary<Partial<Choice> & Pick<Choice, 'title' | 'when'>>;

/** Chronologies of up to five events, with places, actors, claims and links of every sort. */
export const madeChronology: fc.Arbitrary<Chronology> = fc
  .record({
    title: madeText,
    summary: fc.option(madeText, {nil: undefined}),
    events: fc.array(madeEvent, {maxLength: 5}),
    names: fc.uniqueArray(madeName, {minLength: 8, maxLength: 8}),
  })
  .map(({title, summary, events, names}) => {
    const name = (at: number) => names[at] ?? 'N';
    const made = events.map(({where, actors, side, ...event}, at) => ({
      id: `event-${at}`,
      ...event,
      ...(where !== undefined &&
        where.length > 0 && {where: where.map((place) => `place-${place}`)}),
      ...(actors !== undefined &&
        actors.length > 0 && {
          actors: actors.map(({actor, role}) => ({actor: `actor-${actor}`, role})),
        }),
      ...(side !== undefined && {side: `side-${side}`}),
    }));
    const [first, second] = made;
    return {
      chronology: 1,
      title,
      ...(summary !== undefined && {summary}),
      timezone: 'Asia/Baghdad',
      sides: [0, 1].map((at) => ({id: `side-${at}`, name: name(at)})),
      fields: [{id: 'target', name: 'What was struck?'}],
      sources: [{id: 'report', headline: name(7), url: 'https://example.org/report'}],
      actors: [0, 1, 2].map((at) => ({id: `actor-${at}`, name: name(2 + at)})),
      places: [
        {
          id: 'place-0',
          name: name(5),
          latitude: 34.37,
          longitude: -77.01,
          country: 'IQ',
          admin1: 'Anbar',
        },
        {id: 'place-1', name: name(6)},
        {id: 'place-2', name: 'Nowhere'},
      ],
      events: made,
      claims: made.flatMap(({id}, at) => [
        {
          id: `claim-${at}`,
          about: {event: id, field: 'summary'},
          said_by: null,
          voice: 'reporter' as const,
          value: name(3),
          citations: [{source: 'report', paragraph: at + 1}],
        },
        {
          id: `quote-${at}`,
          about: {event: id, field: 'target'},
          said_by: `actor-${at % 3}`,
          voice: 'quote' as const,
          words: name(4),
          value: name(4),
          citations: [{source: 'report', paragraph: 1, exact: name(4)}],
        },
      ]),
      links:
        first === undefined || second === undefined
          ? []
          : [
              {
                type: 'responds-to' as const,
                from: second.id,
                to: first.id,
                claimed_by: ['claim-0'],
              },
            ],
    };
  });
