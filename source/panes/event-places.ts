import type {Line} from '../core/draw/line.js';
import {fitLine, lineWidth} from '../core/draw/fit-text.js';
import {textWidth} from '../core/draw/text-width.js';
import type {Claim, TimelineEvent} from '../core/events/chronology.js';
import type {FieldAccounts} from '../core/events/event-store.js';
import {citationsWords} from './citation-words.js';
import {claimsOfField, namesId} from './claim-words.js';
import {factCopy} from './copy-words.js';
import type {ColumnItem, PaneBuilder, Piece} from './pane-builder.js';
import type {PaneInput} from './pane.js';
import {insideWords, placePreposition} from './place-words.js';

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
