import {fieldName} from '../core/events/accounts.js';
import {glyphSet} from '../core/draw/glyphs.js';
import {cutText} from '../core/draw/fit-text.js';
import {
  CHANGE_HEADINGS,
  CHANGE_SIGNS,
  changesDate,
  countWords,
  fieldChangeWords,
} from '../core/events/change-words.js';
import type {FieldChange, ItemChange} from '../core/events/diff-chronologies.js';
import type {EventStore} from '../core/events/event-store.js';
import type {Target} from '../core/state/pane-content.js';
import {createPane, type PaneBuilder} from './pane-builder.js';
import type {Pane, PaneInput} from './pane.js';
import {speakerName} from './speaker-words.js';

/** Changes told; `ticktock diff --format json` has them all. */
const MOST_CHANGES = 1000;
/** Characters of one value of a field, old or new. */
const LONGEST_VALUE = 400;

/** What a correction changed: each item with its fields, old and new. */
export const changesPane: Pane = {
  name: 'changes',
  summary: 'What a correction changed',
  content(input) {
    const {changes} = input.store;
    const pane = createPane(input.widthColumns);
    if (changes === undefined) {
      pane.text('Nothing is compared here: ticktock diff OLD NEW shows what changed.', 'muted');
    } else if (changes.length === 0) pane.text('The two versions say the same.', 'muted');
    const told = (changes ?? []).slice(0, MOST_CHANGES);
    for (const kind of new Set(told.map((change) => change.kind))) {
      const own = told.filter((change) => change.kind === kind);
      const dates = own.filter(changesDate).length;
      const dated = dates === 0 ? '' : `, ${dates} with another date`;
      pane.heading(CHANGE_HEADINGS[kind], `${countWords(own)}${dated}`);
      for (const change of own) addChange(pane, change, input);
    }
    const more = (changes?.length ?? 0) - told.length;
    if (more > 0) {
      pane.blank();
      pane.text(`and ${more} more: ticktock diff --format json lists them all`, 'muted');
    }
    return pane.done({title: 'Changes', badge: countWords(changes ?? []), crumb: 'changes'});
  },
};

function addChange(pane: PaneBuilder, change: ItemChange, {store, charset}: PaneInput): void {
  const sign = CHANGE_SIGNS[change.change];
  const name = nameOf(change, store);
  const fields = change.fields.map((field) => `${field.field}: ${oldAndNew(field).join(' -> ')}`);
  pane.item(
    [
      {text: `${sign} `, role: 'key'},
      {text: name, role: change.change === 'removed' ? 'muted' : 'text'},
    ],
    {target: targetOf(change, store), copy: () => [`${sign} ${name}`, ...fields].join('; ')},
  );
  const {ellipsis} = glyphSet(charset);
  for (const field of change.fields) {
    const [old, now] = oldAndNew(field).map((value) => cutText(value, LONGEST_VALUE, ellipsis));
    pane.text(
      [
        {text: `${field.field}: `, role: 'muted'},
        {text: `${old ?? ''} -> `, role: 'muted'},
        {text: now ?? '', role: 'text'},
      ],
      'text',
      4,
    );
  }
}

/** A claim that is there is told by who makes it about what; everything else as `diff` does. */
function nameOf({kind, id, title}: ItemChange, store: EventStore): string {
  const claim = kind === 'claim' ? store.claim(id) : undefined;
  if (claim === undefined) return title === '' ? id : title;
  const field = fieldName(claim.about.field, store.chronology.fields);
  return `${speakerName(claim, store)}: ${store.event(claim.about.event)?.title ?? ''}, ${field}`;
}

/** Values stand as the file has them, on one line. */
function oldAndNew(field: FieldChange): readonly string[] {
  return fieldChangeWords(field).map((value) => value.replaceAll(/\s+/gu, ' '));
}

/** @returns where the item is shown; what was removed leads to the event it was about, if anywhere. */
function targetOf({kind, id, event}: ItemChange, store: EventStore): Target | undefined {
  switch (kind) {
    case 'event':
      return store.event(id) === undefined ? undefined : {pane: 'event', subject: id};
    case 'claim':
      if (store.claim(id) !== undefined) return {pane: 'claim', subject: id};
      return event === undefined || store.event(event) === undefined
        ? undefined
        : {pane: 'event', subject: event};
    case 'actor':
      return store.actor(id) === undefined ? undefined : {pane: 'actor', subject: id};
    case 'place':
      return store.place(id) === undefined ? undefined : {pane: 'place', subject: id};
    case 'source':
      return store.source(id) === undefined ? undefined : {pane: 'source', subject: id};
    case 'link':
      return linkTarget(id, store);
    default:
      return undefined;
  }
}

/** The event or claim that a link (`FROM TYPE TO`) leads from, else the one it leads to. */
function linkTarget(id: string, store: EventStore): Target | undefined {
  const [from = '', , to = ''] = id.split(' ');
  for (const end of [from, to]) {
    if (store.event(end) !== undefined) return {pane: 'event', subject: end};
    if (store.claim(end) !== undefined) return {pane: 'claim', subject: end};
  }
  return undefined;
}
