import type {FieldAccounts} from '../core/events/event-store.js';
import {factCopy} from './copy-words.js';
import {differWords} from '../core/events/differ-words.js';
import {createPane, type Piece} from './pane-builder.js';
import type {Pane, PaneInput} from './pane.js';
import {eventDate} from './when-lines.js';
import {claimPieces, wordedAlike} from './claim-words.js';
import {speakersWords} from './speaker-words.js';

const MOST_FIELDS = 500;

/** Every fact of the events that pass the filter of which accounts differ, in the order of time. */
export const contestedPane: Pane = {
  name: 'contested',
  summary: 'Every fact of which accounts differ',
  content(input) {
    const {store, view, widthColumns} = input;
    const pane = createPane(widthColumns);
    const all = store.contested(MOST_FIELDS);
    const fields = all.filter(({event}) => view.positionOf(event) >= 0);
    const hidden = all.length - fields.length;
    if (all.length === 0) pane.text('No accounts differ in this chronology.', 'muted');
    if (hidden > 0) {
      const what = hidden === 1 ? '1 fact is' : `${hidden} facts are`;
      pane.text(`${what} of events that the filter hides: X drops it.`, 'muted');
    }
    for (const {event: id, field} of fields) {
      const event = store.event(id);
      pane.blank();
      pane.item([{text: field.name, role: 'heading'}], {
        target: {pane: 'accounts', subject: `${id}#${field.field}`},
        after: {text: differWords(field), role: 'contested'},
        copy: () => copyOf(id, field, input),
      });
      const date = event === undefined ? '' : `, ${eventDate(event, input)}`;
      pane.text(`${event?.title ?? id}${date}`, 'muted', 2);
      for (const {claims} of field.answers) {
        for (const alike of wordedAlike(claims, input)) {
          const [claim] = alike;
          if (claim === undefined) continue;
          const who: Piece = {text: `${speakersWords(alike, input)}: `, role: 'muted'};
          pane.text([who, ...claimPieces(claim, input)], 'text', 2);
        }
      }
    }
    return pane.done({title: 'Contested', badge: `${fields.length} facts`, crumb: 'contested'});
  },
};

function copyOf(id: string, field: FieldAccounts, input: PaneInput): string {
  const event = input.store.event(id);
  const claims = field.accounts.flatMap((account) => account.claims);
  const text = `${field.name} ${differWords(field)}`;
  return event === undefined ? text : factCopy(text, event, claims, input);
}
