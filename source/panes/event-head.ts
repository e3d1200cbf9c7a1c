import {textWidth} from '../core/draw/text-width.js';
import type {TimelineEvent} from '../core/events/chronology.js';
import type {FieldAccounts} from '../core/events/event-store.js';
import {intervalWords} from '../core/time/interval-words.js';
import {claimsOfField} from './claim-words.js';
import {eventCopy, factCopy} from './copy-words.js';
import type {PaneBuilder} from './pane-builder.js';
import type {PaneInput} from './pane.js';
import {whenLines} from './when-lines.js';
import {differOrCited} from './differ-or-cited.js';

/** Add the title of an event, which leads to what is contested of it, if anything is, and when it was. */
export function addHead(
  pane: PaneBuilder,
  event: TimelineEvent,
  fields: readonly FieldAccounts[],
  input: PaneInput,
): void {
  const {store} = input;
  const main = fields.find(({isContested}) => isContested) ?? fields[0];
  pane.item([{text: event.title, role: 'title'}], {
    copy: () => eventCopy(event, input),
    target:
      main === undefined
        ? {pane: 'moment', subject: event.id}
        : {pane: 'accounts', subject: `${event.id}#${main.field}`},
  });
  const [first, ...others] = whenLines(event.when, input);
  const text = first?.text ?? '';
  const claims = claimsOfField(event, 'when', store);
  const accounts = fields.find(({field}) => field === 'when');
  pane.item([{text, role: first?.role ?? 'text'}], {
    target: {pane: 'accounts', subject: `${event.id}#when`},
    copy: () =>
      factCopy([text, ...others.map((line) => line.text)].join(', '), event, claims, input),
    ...differOrCited(accounts, claims, textWidth(text), input),
  });
  for (const line of others) pane.text(line.text, line.role, 2);
  addMeasured(pane, event, input);
}

function addMeasured(pane: PaneBuilder, event: TimelineEvent, input: PaneInput): void {
  const {view, measureFrom} = input;
  const position = view.positionOf(event.id);
  const row = position < 0 ? undefined : view.rows(position, position + 1)[0];
  if (measureFrom === undefined || row === undefined || measureFrom.id === event.id) return;
  pane.text(`${intervalWords(measureFrom, row)} ${measureFrom.title}`, 'mark', 2);
}
