import {textWidth} from '../core/draw/text-width.js';
import type {Claim, Quantity, TimelineEvent} from '../core/events/chronology.js';
import type {FieldAccounts} from '../core/events/event-store.js';
import {citationsWords} from './citation-words.js';
import {claimsOfField} from './claim-words.js';
import {factCopy} from './copy-words.js';
import type {PaneBuilder, Piece} from './pane-builder.js';
import type {PaneInput} from './pane.js';
import {countedWords, quantityOf, quantityWords, rangeOf} from '../core/events/quantity-words.js';
import {signsOf} from './signs.js';
import {areAllNamed, speakersWords} from './speaker-words.js';
import {differOrCited} from './differ-or-cited.js';

/** What is counted, and the words for it that a number needs not repeat. */
const NUMBERS = [
  {field: 'deaths', name: 'killed', same: /^(?:killed|dead|deaths)$/u},
  {field: 'injuries', name: 'injured', same: /^(?:injured|hurt|wounded|injuries)$/u},
  {field: 'count', name: '', same: /^$/u},
] as const;

/**
Add how many were killed and hurt, and how many of what: with who says so, or the range in which the
accounts lie and how many differ.

@returns the fields that are told whole, so that they need not be listed again.
*/
export function addNumbers(
  pane: PaneBuilder,
  event: TimelineEvent,
  fields: readonly FieldAccounts[],
  input: PaneInput,
): readonly string[] {
  const {store, charset} = input;
  const told: string[] = [];
  for (const {field, name, same} of NUMBERS) {
    const accounts = fields.find((candidate) => candidate.field === field);
    const answers = accounts?.answers ?? [];
    // The editor's number stands only where nobody is cited for another.
    const quantity =
      answers.length > 1
        ? rangeIn(answers.flatMap((answer) => answer.claims))
        : (quantityIn(answers[0]?.claims ?? []) ?? event[field]);
    if (quantity === undefined && accounts === undefined) continue;
    const isPlain = quantity?.of === undefined || same.test(quantity.of);
    const words =
      quantity === undefined ? '' : isPlain ? quantityWords(quantity) : countedWords(quantity);
    const label = name === '' && isPlain ? 'how many' : name;
    const claims = claimsOfField(event, field, store);
    const isOne = answers.length < 2;
    const who =
      isOne && claims.length > 0 ? ` ${signsOf(charset).dash} ${speakersWords(claims, input)}` : '';
    const pieces: readonly Piece[] = [
      {text: label === '' ? '' : `${label}${words === '' ? '' : ': '}`, role: 'muted'},
      {text: words, role: 'text'},
      {text: who, role: 'muted'},
    ];
    const text = pieces.map((piece) => piece.text).join('');
    const note = isOne
      ? {
          right: {
            text: citationsWords(claims, input, areAllNamed(claims, input)),
            role: 'muted' as const,
          },
        }
      : differOrCited(accounts, claims, textWidth(text), input);
    pane.item(pieces, {
      target: {pane: 'accounts', subject: `${event.id}#${field}`},
      copy: () => factCopy(text, event, claims, input),
      ...note,
    });
    if (isOne && claims.length === 1) told.push(field);
  }
  return told;
}

function quantityIn(claims: readonly Claim[]): Quantity | undefined {
  const [first] = claims;
  return first === undefined ? undefined : quantityOf(first.value);
}

function rangeIn(claims: readonly Claim[]): Quantity | undefined {
  return rangeOf(claims.flatMap((claim) => quantityOf(claim.value) ?? []));
}
