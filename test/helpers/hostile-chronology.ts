import type {Chronology, Claim} from '../../source/core/events/chronology.js';

/** A family of four as one character, a flag, a skin tone, a keycap: one cluster of two columns each. */
const EMOJI = '👨‍👩‍👧‍👦 🇮🇶 👍🏽 1️⃣ ❤️';
const COMBINING = `e${'\u0301'.repeat(40)}nd`;
const ARABIC = 'المقاومة الإسلامية في العراق، بَغْدَادُ';
const HEBREW = 'מִשְׂרַד הַבִּטָּחוֹן (ירושלים)';
const LONG_NAME = `${'Very long name '.repeat(33)}end.`;
const ONE_WORD = 'x'.repeat(500);

/** Names that are hard to draw. */
export const HARD_NAMES: readonly string[] = [
  LONG_NAME,
  ONE_WORD,
  ARABIC,
  HEBREW,
  EMOJI,
  COMBINING,
  `${ARABIC} ${EMOJI} ${HEBREW}`,
  '漢字かな交じり文と한국어'.repeat(12),
  'क्षत्रिय नेपाली देवनागरी',
  'a\u200d\u200c\ufe0fb',
];

/** A chronology of hard names, missing ids, a ring of answers, and 10,000 claims on one event. */
export function hostileChronology(claimCount = 10_000): Chronology {
  const actors = HARD_NAMES.map((name, at) => ({
    id: `actor-${at}`,
    name,
    office: name,
    side: at % 2 === 0 ? 'a' : 'b',
    other_names: [{name: ARABIC, language: 'ar'}, {name: EMOJI}],
    part_of: ['nobody', `actor-${(at + 1) % HARD_NAMES.length}`],
  }));
  const places = HARD_NAMES.map((name, at) => ({
    id: `place-${at}`,
    name,
    country: ARABIC,
    ...(at % 2 === 0 ? {latitude: 30 + at, longitude: 44} : {}),
    part_of: ['nowhere'],
    note: name,
  }));
  const events = HARD_NAMES.map((name, at) => ({
    id: `event-${at}`,
    title: name,
    summary: `${name} ${HEBREW} ${name}`,
    when: {
      edtf: `2024-01-${String(at + 1).padStart(2, '0')}`,
      stated: ARABIC,
      basis: 'inferred' as const,
      reason: EMOJI,
    },
    where: [`place-${at}`, 'nowhere'],
    actors: [
      {actor: `actor-${at}`, role: name},
      {actor: 'nobody', role: ARABIC},
    ],
    deaths: {low: 1, stated: name},
    count: {stated: EMOJI, of: name},
    note: name,
    tags: [name],
    urls: [`https://example.org/${ONE_WORD}`],
  }));
  const claims = Array.from({length: claimCount}, (_, at): Claim => {
    const words = HARD_NAMES[at % HARD_NAMES.length] ?? '';
    return {
      id: `claim-${at}`,
      about: {event: 'event-0', field: at % 3 === 0 ? 'target' : `field_${at % 5}`},
      said_by: at % 5 === 0 ? null : at % 7 === 0 ? 'nobody' : `actor-${at % HARD_NAMES.length}`,
      office: words,
      medium: ARABIC,
      voice: 'quote',
      words,
      insertions: [EMOJI],
      value: at,
      citations: [
        {source: at % 11 === 0 ? 'no-source' : 'paper', paragraph: 1 + (at % 40), exact: words},
      ],
    };
  });
  return {
    chronology: 1,
    title: `${ARABIC} ${LONG_NAME}`,
    timezone: 'Asia/Baghdad',
    sides: [
      {id: 'a', name: HEBREW},
      {id: 'b', name: LONG_NAME},
    ],
    fields: [{id: 'target', name: `${LONG_NAME}${ARABIC}`}],
    sources: [{id: 'paper', headline: `${EMOJI} ${LONG_NAME}`, publisher: HEBREW, url: ONE_WORD}],
    actors,
    places,
    events,
    claims,
    links: [
      // A ring, a link to itself, and links to and from ids that are not there.
      {
        type: 'responds-to',
        from: 'event-0',
        to: 'event-1',
        claimed_by: ['claim-1', 'claim-missing'],
      },
      {type: 'responds-to', from: 'event-1', to: 'event-2', claimed_by: []},
      {type: 'responds-to', from: 'event-2', to: 'event-0', claimed_by: ['claim-2']},
      {type: 'responds-to', from: 'event-3', to: 'event-3', claimed_by: []},
      {type: 'responds-to', from: 'event-0', to: 'event-missing', claimed_by: []},
      {type: 'responds-to', from: 'event-missing', to: 'event-4', claimed_by: ['claim-missing']},
      {type: 'contradicts', from: 'claim-0', to: 'claim-missing', claimed_by: []},
      {type: 'part-of', from: 'event-5', to: 'event-6', claimed_by: []},
      {type: 'part-of', from: 'event-6', to: 'event-5', claimed_by: []},
    ],
  };
}
