import type {Claim} from '../core/events/chronology.js';
import {createPane} from './pane-builder.js';
import type {Pane} from './pane.js';
import {claimWhen, eventDate} from './when-lines.js';
import type {EventStore} from '../core/events/event-store.js';
import {citationsWords} from './citation-words.js';
import {countedWords, quantityOf} from '../core/events/quantity-words.js';
import {valueWords} from '../core/events/value-words.js';
import {signsOf} from './signs.js';
import {speakerName} from './speaker-words.js';
import {claimCopy, eventCopy} from './copy-words.js';

/** Fields that hold numbers. */
const NUMBERS = new Set(['deaths', 'injuries', 'count']);
/** Events looked through for numbers; a file of rows has a list of its own for that. */
const MOST_EVENTS = 5000;

/** The numbers of the chronology: how many, of what, who gives them, on which paragraph. */
export const figuresPane: Pane = {
  name: 'figures',
  summary: 'Every number with who gives it and where it stands',
  content(input) {
    const {store, view, widthColumns, charset} = input;
    const pane = createPane(widthColumns);
    const rows = view.rows(0, MOST_EVENTS);
    // Standing figures (tagged so) first: they belong to no moment of their own.
    const isFigure = (id: string): boolean => store.event(id)?.tags?.includes('figure') === true;
    const ordered = [
      ...rows.filter((row) => isFigure(row.id)),
      ...rows.filter((row) => !isFigure(row.id)),
    ];
    let count = 0;
    for (const row of ordered) {
      const claims = store.claimsAbout(row.id).filter((claim) => NUMBERS.has(claim.about.field));
      if (claims.length === 0) continue;
      const event = store.event(row.id);
      pane.blank();
      pane.item([{text: row.title, role: 'heading'}], {
        target: {pane: 'event', subject: row.id},
        copy: () => (event === undefined ? row.title : eventCopy(event, input)),
      });
      if (event !== undefined) pane.text(eventDate(event, input), 'muted', 2);
      for (const claim of claims) {
        count++;
        // Counts that go on differ by the day they are as of.
        const who = [speakerName(claim, store), claimWhen(claim, input)].filter(Boolean);
        pane.item(
          [
            {text: figureWords(claim, store), role: 'text'},
            {text: ` ${signsOf(charset).dash} ${who.join(', ')}`, role: 'muted'},
          ],
          {
            target: {pane: 'claim', subject: claim.id},
            copy: () => claimCopy([claim], input),
            indent: 2,
            right: {text: citationsWords([claim], input, true), role: 'muted'},
          },
        );
      }
    }
    if (count === 0) pane.text('No numbers are given in what is shown.', 'muted');
    if (view.count > MOST_EVENTS)
      pane.text(`The first ${MOST_EVENTS} events are listed: f narrows them.`, 'muted');
    return pane.done({title: 'Figures', badge: `${count}`, crumb: 'figures'});
  },
};

/** What is counted where a number does not say it. */
const COUNTED: Readonly<Record<string, string>> = {deaths: 'killed', injuries: 'injured'};

/** `at least 2 killed`, `more than 150 attacks`. */
function figureWords({about, value}: Claim, store: EventStore): string {
  const quantity = quantityOf(value);
  if (quantity === undefined) return valueWords(value, store);
  const of = quantity.of ?? COUNTED[about.field];
  return countedWords({...quantity, ...(of === undefined ? {} : {of})});
}
