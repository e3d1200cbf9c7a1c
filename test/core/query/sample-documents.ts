import type {
  Actor,
  Claim,
  Place,
  Source,
  TimelineEvent,
} from '../../../source/core/events/chronology.js';
import type {EndQuality, ResolvedWhen} from '../../../source/core/events/event-store.js';
import type {QueryContext} from '../../../source/core/query/match-event.js';
import {
  buildSearchDocument,
  type SearchDocument,
  type SearchLookup,
} from '../../../source/core/query/search-document.js';

const actors: readonly Actor[] = [
  {id: 'us', name: 'U.S. military', side: 'us'},
  {id: 'austin', name: 'Lloyd Austin', side: 'us'},
  {
    id: 'sudani',
    name: 'Mohammed Shia al-Sudani',
    other_names: [{name: 'محمد شياع السوداني', language: 'ar'}],
    side: 'iraq',
  },
  {id: 'araji', name: 'Qasim al-Araji', side: 'iraq'},
];

const places: readonly Place[] = [
  {id: 'al-qaim', name: 'Al-Qa’im', other_names: [{name: 'القائم', language: 'ar'}]},
  {id: 'baghdad', name: 'Baghdad'},
];

const sources: readonly Source[] = [{id: 'report', headline: 'The report', publisher: 'An agency'}];

const events: readonly TimelineEvent[] = [
  {
    id: 'attacks',
    title: 'More than 150 attacks',
    when: {edtf: '2023-10-15~/2024-01-24', basis: 'stated'},
    side: 'groups',
    kind: {type: 'Explosions/Remote violence', sub_type: 'Shelling', cameo: '190'},
    tags: ['troops'],
  },
  {
    id: 'strikes',
    title: 'Pre-dawn strikes on three facilities',
    when: {edtf: '2024-01-24', basis: 'inferred', reason: 'the report says Wednesday'},
    where: ['al-qaim'],
    actors: [{actor: 'us', role: 'struck'}],
    kind: {type: 'Explosions/Remote violence', sub_type: 'Air/drone strike', cameo: '195'},
    deaths: {low: 2, stated: 'at least two'},
  },
  {
    id: 'reply',
    title: 'The prime minister’s office replies',
    when: {edtf: '2024-01-24', basis: 'stated'},
    where: ['baghdad'],
    actors: [{actor: 'sudani', role: 'speaker'}],
    kind: {type: 'Strategic developments', cameo: '010'},
  },
  {id: 'undated', title: 'A note without a date', when: {edtf: '', basis: 'stated'}},
];

const claims: readonly Claim[] = [
  {
    id: 'c1',
    about: {event: 'strikes', field: 'target'},
    said_by: 'austin',
    voice: 'quote',
    words: 'necessary and proportionate',
    value: 'militia facilities',
    citations: [{source: 'report', paragraph: 3}],
  },
  {
    id: 'c2',
    about: {event: 'reply', field: '*'},
    said_by: 'araji',
    voice: 'quote',
    words: 'a violation of sovereignty',
    value: null,
    citations: [{source: 'report', paragraph: 9}],
  },
  {
    id: 'c3',
    about: {event: 'strikes', field: 'deaths'},
    said_by: null,
    voice: 'reporter',
    value: {best: 3},
    citations: [{source: 'report'}],
  },
];

const certain: {readonly startQuality: EndQuality; readonly endQuality: EndQuality} = {
  startQuality: 'certain',
  endQuality: 'certain',
};

function resolveWhen(event: TimelineEvent): ResolvedWhen | undefined {
  const isInferred = event.when.basis === 'inferred';
  if (event.when.edtf === '') return undefined;
  if (event.id === 'attacks') {
    const [start, end] = [Date.UTC(2023, 9, 15), Date.UTC(2024, 0, 25)];
    return {start, end, ...certain, startQuality: 'approximate', isSpan: true, isInferred};
  }
  const [start, end] = [Date.UTC(2024, 0, 24), Date.UTC(2024, 0, 25)];
  return {start, end, ...certain, isSpan: false, isInferred};
}

const lookup: SearchLookup = {
  actor: (id) => actors.find((one) => one.id === id),
  place: (id) => places.find((one) => one.id === id),
  source: (id) => sources.find((one) => one.id === id),
  claimsAbout: (id) => claims.filter((one) => one.about.event === id),
  sideOf(event) {
    const ids = (event.actors ?? []).map((one) => lookup.actor(one.actor)?.side);
    const id = event.side ?? ids.find((one) => one !== undefined);
    return id === undefined ? undefined : {id, name: id.toUpperCase()};
  },
  resolveWhen,
  isContested: (id) => id === 'strikes',
};

/** Four events in miniature: `attacks`, `strikes`, `reply`, `undated`. */
export const sampleDocuments: readonly SearchDocument[] = events.map((event) =>
  buildSearchDocument(event, lookup),
);

/** Dates as years, months and days in UTC; `us` and `iraq` are known sides and `us` a known actor. */
export const sampleContext: QueryContext = {
  resolveDate(text) {
    const [year, month, day] = text.split('-').map(Number);
    if (year === undefined || Number.isNaN(year)) return undefined;
    if (month === undefined) return {start: Date.UTC(year, 0, 1), end: Date.UTC(year + 1, 0, 1)};
    if (day === undefined)
      return {start: Date.UTC(year, month - 1, 1), end: Date.UTC(year, month, 1)};
    return {start: Date.UTC(year, month - 1, day), end: Date.UTC(year, month - 1, day + 1)};
  },
  isKnown: (field, value) =>
    (field === 'actor' && actors.some((one) => one.id === value)) ||
    (field === 'side' && (value === 'us' || value === 'iraq')),
};
