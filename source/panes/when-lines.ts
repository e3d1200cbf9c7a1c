import type {Role} from '../core/draw/line.js';
import type {Claim, TimelineEvent, When} from '../core/events/chronology.js';
import type {ClaimedDate} from '../core/events/claimed-date.js';
import {
  dayElsewhere,
  doesZoneChangeDate,
  formatWhen,
  type Dated,
} from '../core/time/format-when.js';
import {describeEdtf} from '../core/time/edtf-words.js';
import {parseEdtf} from '../core/time/edtf.js';
import {localTimeNote} from '../core/time/local-time-note.js';
import {isProblem, resolveWhen} from '../core/time/resolve-when.js';
import {zonePlace} from '../core/time/zone-words.js';
import type {PaneInput} from './pane.js';
import {screenSigns} from './screen-signs.js';

type Shown = Pick<PaneInput, 'store' | 'zone'>;

/** @returns a date with what it resolves to; undefined when it cannot be read. */
function datedOf(when: When, store: PaneInput['store']): Dated | undefined {
  const {timezone} = store.chronology;
  const resolved = resolveWhen(when, timezone);
  if (isProblem(resolved)) return undefined;
  return {
    edtf: when.edtf,
    timezone: when.timezone ?? timezone,
    when: resolved,
    ...(when.stated === undefined ? {} : {stated: when.stated}),
    ...(when.part_of_day === undefined ? {} : {partOfDay: when.part_of_day}),
  };
}

/**
@returns the date of an event in words, line by line: the date in the zone shown, the day it was
elsewhere where that differs, and the report's own words; an inferred date says so, and
{@link whyInferred} says why.
*/
export function whenLines(
  when: When,
  input: Shown,
): readonly {readonly text: string; readonly role: Role}[] {
  const {store, zone} = input;
  const dated = datedOf(when, store);
  if (dated === undefined) return [{text: `unreadable date ${when.edtf}`, role: 'error'}];
  const lines: {readonly text: string; readonly role: Role}[] = [
    {text: formatWhen(dated, zone, 'long'), role: 'text'},
  ];
  // With a part of the day the words say already what it was where it happened.
  if (doesZoneChangeDate(dated, zone) && dated.partOfDay === undefined) {
    const own = formatWhen(dated, dated.timezone, 'long');
    // A date that is no more exact than a month is the same in words.
    if (own !== lines[0]?.text) {
      lines.push({text: `${own} in ${zonePlace(dated.timezone)}`, role: 'text'});
    }
  }
  for (const other of store.chronology.other_timezones ?? []) {
    if (other === zone) continue;
    const words = dayElsewhere(dated, other);
    if (words !== undefined) lines.push({text: words, role: 'text'});
  }
  const parsed = parseEdtf(when.edtf);
  const note = parsed.ok ? localTimeNote(parsed.value, dated.timezone) : undefined;
  if (note !== undefined) lines.push({text: note, role: 'inferred'});
  // Without an article the words of a weekday stay on one line of a narrow pane.
  const stated = when.stated === undefined ? '' : `report says "${when.stated}"`;
  if (when.basis === 'inferred') {
    const words = stated === '' ? 'date inferred' : `date inferred: ${stated}`;
    lines.push({text: words, role: 'inferred'});
  } else if (stated !== '') lines.push({text: `the ${stated}`, role: 'muted'});
  return lines;
}

/** @returns why an editor gives the date, as a sentence; undefined for a stated date. */
export function whyInferred(when: When): string | undefined {
  return when.basis === 'inferred' && when.reason !== undefined
    ? `Why this date: ${when.reason}`
    : undefined;
}

/** @returns a date of a claim or source in words, by the clock of the zone shown; other text as it is. */
export function dateWords(date: ClaimedDate, input: Shown): string {
  const parsed = parseEdtf(date.edtf);
  if (!parsed.ok) return date.edtf;
  const dated = datedOf({...date, basis: 'stated'}, input.store);
  // How sure the ends of a span are is told at length.
  return dated === undefined || parsed.value.expression.kind === 'interval'
    ? describeEdtf(parsed.value)
    : formatWhen(dated, input.zone, 'long');
}

/** @returns the date of an event on one short line; an inferred one says so, and one on which accounts differ. */
export function eventDate(
  event: TimelineEvent,
  {store, zone, charset}: Shown & Pick<PaneInput, 'charset'>,
): string {
  const dated = datedOf(event.when, store);
  if (dated === undefined) return event.when.edtf;
  const inferred = event.when.basis === 'inferred' ? ' (inferred)' : '';
  const differ = isDateContested(event, store) ? ` ${screenSigns(charset).contested}` : '';
  return formatWhen(dated, zone, 'short') + inferred + differ;
}

function isDateContested({id}: TimelineEvent, store: PaneInput['store']): boolean {
  // Accounts are grouped anew for each question: most events have one claim about their date.
  const claims = store.claimsAbout(id).filter(({about}) => about.field === 'when');
  if (claims.length < 2) return false;
  return store.accountsOf(id).some(({field, isContested}) => field === 'when' && isContested);
}

/** @returns when a claim was made; undefined when that is not known. */
export function claimWhen(claim: Claim, {store, zone}: Shown): string | undefined {
  if (claim.said_at === undefined) return undefined;
  const dated = datedOf(claim.said_at, store);
  return dated === undefined ? claim.said_at.edtf : formatWhen(dated, zone, 'short');
}
