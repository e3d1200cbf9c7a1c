import type {Line} from '../core/draw/line.js';
import {fitLine, lineWidth} from '../core/draw/fit-text.js';
import {textWidth} from '../core/draw/text-width.js';
import type {Claim, Quantity, TimelineEvent} from '../core/events/chronology.js';
import type {FieldAccounts} from '../core/events/event-store.js';
import {intervalWords} from '../core/time/interval-words.js';
import {citationsWords} from './citation-words.js';
import {claimsOfField, namesId} from './claim-words.js';
import {eventCopy, factCopy} from './copy-words.js';
import {differNote} from './differ-words.js';
import type {ColumnItem, PaneBuilder, Piece} from './pane-builder.js';
import type {PaneInput} from './pane.js';
import {insideWords, placePreposition} from './place-words.js';
import {countedWords, quantityOf, quantityWords, rangeOf} from './quantity-words.js';
import {signsOf} from './signs.js';
import {areAllNamed, speakersWords} from './speaker-words.js';
import {whenLines} from './when-lines.js';

/** Add the title of an event, and when it was. */
export function addHead(
  pane: PaneBuilder,
  event: TimelineEvent,
  fields: readonly FieldAccounts[],
  input: PaneInput,
): void {
  const {store} = input;
  pane.item([{text: event.title, role: 'title'}], {
    copy: () => eventCopy(event, input),
    target: {pane: 'moment', subject: event.id},
  });
  const [first, ...others] = whenLines(event.when, input);
  const text = first?.text ?? '';
  const claims = claimsOfField(event, 'when', store);
  const accounts = fields.find(({field}) => field === 'when');
  pane.item([{text, role: first?.role ?? 'text'}], {
    target: {pane: 'accounts', subject: `${event.id}#when`},
    copy: () =>
      factCopy([text, ...others.map((line) => line.text)].join(', '), event, claims, input),
    ...noteOf(accounts, claims, textWidth(text), input),
  });
  for (const line of others) pane.text(line.text, line.role, 2);
  addMeasured(pane, event, input);
}

/** What differs stands where the citations do otherwise: those are with the accounts. */
function noteOf(
  field: FieldAccounts | undefined,
  claims: readonly Claim[],
  textColumns: number,
  input: PaneInput,
): {readonly right: Piece} | {readonly after: Piece} {
  const differ = field === undefined ? '' : differNote(field, input.widthColumns - textColumns - 1);
  return differ === ''
    ? {right: {text: citationsWords(claims, input), role: 'muted'}}
    : {after: {text: differ, role: 'contested'}};
}

function addMeasured(pane: PaneBuilder, event: TimelineEvent, input: PaneInput): void {
  const {view, measureFrom} = input;
  const position = view.positionOf(event.id);
  const row = position < 0 ? undefined : view.rows(position, position + 1)[0];
  if (measureFrom === undefined || row === undefined || measureFrom.id === event.id) return;
  pane.text(`${intervalWords(measureFrom.when, row.when)} ${measureFrom.title}`, 'mark', 2);
}

/** Add where it was: on one line where there is room, each place an item of its own. */
export function addPlaces(
  pane: PaneBuilder,
  event: TimelineEvent,
  fields: readonly FieldAccounts[],
  input: PaneInput,
): void {
  // Where accounts differ, a line of its own says so, and who says what stands with the accounts.
  const isContested = fields.some((field) => field.field === 'where' && field.isContested);
  const citationsOf = (claims: readonly Claim[]): Piece => ({
    text: isContested ? '' : citationsWords(claims, input),
    role: 'muted',
  });
  const ids = event.where ?? [];
  const all = new Set(ids.flatMap((id) => claimsNaming(id, event, input)));
  const line = placesLine(event, ids, citationsOf([...all]), input);
  if (line !== undefined) {
    pane.columns([line.line], line.items);
    return;
  }
  for (const id of ids) {
    const place = input.store.place(id);
    const inside = insideWords(place, input.store);
    pane.item(
      [
        {text: `${placePreposition(place)} `, role: 'muted'},
        {text: place?.name ?? id, role: 'link'},
        {text: inside === '' ? '' : ` (${inside})`, role: 'muted'},
      ],
      {
        target: {pane: 'place', subject: id},
        copy: () => placeCopy(id, event, input),
        right: citationsOf(claimsNaming(id, event, input)),
      },
    );
  }
}

/** `at Jurf al-Sakhr and Al-Qaim, Iraq`; undefined for fewer than two places and without room. */
function placesLine(
  event: TimelineEvent,
  ids: readonly string[],
  cited: Piece,
  input: PaneInput,
): {readonly line: Line; readonly items: readonly ColumnItem[]} | undefined {
  if (ids.length < 2) return undefined;
  const places = ids.map((id) => input.store.place(id));
  const isRegion = places.every((place) => placePreposition(place) === 'in');
  const line: Piece[] = [{text: isRegion ? 'in ' : 'at ', role: 'muted'}];
  const items: ColumnItem[] = [];
  for (const [index, id] of ids.entries()) {
    if (index > 0) line.push({text: index === ids.length - 1 ? ' and ' : ', ', role: 'muted'});
    // The sign of selection takes the place of the space before the name.
    const column = index === 0 ? undefined : lineWidth(line) - 1;
    const target = {pane: 'place', subject: id} as const;
    line.push({text: places[index]?.name ?? id, role: 'link'});
    items.push({column, firstLine: 0, endLine: 1, target, copy: () => placeCopy(id, event, input)});
  }
  const countries = new Set(
    places.map((place) => insideWords(place, input.store).split(', ').at(-1) ?? ''),
  );
  const [country = ''] = countries;
  if (countries.size === 1 && country !== '') line.push({text: `, ${country}`, role: 'muted'});
  const room = input.widthColumns - textWidth(cited.text);
  if (lineWidth(line) + 1 > room) return undefined;
  return {line: [...fitLine(line, room), cited], items};
}

function claimsNaming(place: string, event: TimelineEvent, {store}: PaneInput): readonly Claim[] {
  return claimsOfField(event, 'where', store).filter(
    (claim) => claim.about.field === '*' || namesId(claim.value, place),
  );
}

function placeCopy(id: string, event: TimelineEvent, input: PaneInput): string {
  const place = input.store.place(id);
  const text = [place?.name ?? id, insideWords(place, input.store)].filter(Boolean).join(', ');
  return factCopy(text, event, claimsNaming(id, event, input), input);
}

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
      : noteOf(accounts, claims, textWidth(text), input);
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
