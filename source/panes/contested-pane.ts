import {differWords} from './differ-words.js';
import {createPane} from './pane-builder.js';
import type {Pane} from './pane.js';
import {eventDate} from './when-lines.js';
import {claimPieces} from './claim-words.js';
import {speakerName} from './speaker-words.js';

const MOST_FIELDS = 500;

/** Every fact of the chronology of which accounts differ, in the order of time. */
export const contestedPane: Pane = {
  name: 'contested',
  summary: 'Every fact of which accounts differ',
  content(input) {
    const {store, widthColumns} = input;
    const pane = createPane(widthColumns);
    const fields = store.contested(MOST_FIELDS);
    if (fields.length === 0) pane.text('No accounts differ in this chronology.', 'muted');
    for (const {event: id, field} of fields) {
      const event = store.event(id);
      pane.blank();
      pane.item([{text: field.name, role: 'heading'}], {
        target: {pane: 'accounts', subject: `${id}#${field.field}`},
        after: {text: differWords(field), role: 'contested'},
      });
      const date = event === undefined ? '' : `, ${eventDate(event, input)}`;
      pane.text(`${event?.title ?? id}${date}`, 'muted', 2);
      for (const answer of field.answers) {
        const claim = answer.claims[0];
        if (claim === undefined) continue;
        pane.text(
          [{text: `${speakerName(claim, store)}: `, role: 'muted'}, ...claimPieces(claim, input)],
          'text',
          2,
        );
      }
    }
    return pane.done({title: 'Contested', badge: `${fields.length} facts`, crumb: 'contested'});
  },
};
