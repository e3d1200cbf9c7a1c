import type {Chronology, TimelineEvent} from '../core/events/chronology.js';
import type {CalendarParts} from './calendar-parts.js';
import {partsOnClock, plainDates} from './export-dates.js';
import {lossesOutside, noPlaceIn} from './export-losses.js';
import {whenWords} from './export-words.js';
import type {Loss, WriteResult} from './format.js';
import {escapeHtml} from './html.js';
import {toSafeUrl} from './html-to-text.js';
import {yearOfSlide} from './timelinejs-dates.js';

/**
Write TimelineJS 3 JSON.

An event without any known date is left out, because TimelineJS needs one; a date that is more than
year, month, day and time is said in `display_date`, as words, and so is that a date is inferred. All of
these are losses.
*/
export async function writeTimelineJs(chronology: Chronology): Promise<WriteResult> {
  const losses: Loss[] = [];
  const sides = new Map(chronology.sides.map(({id, name}) => [id, name]));
  const slides: {slide: unknown; isEra: boolean}[] = [];
  const isFar = chronology.events.some(({when}) => /(^|\/)Y/.test(when.edtf));
  for (const [index, event] of chronology.events.entries()) {
    const row = index + 1;
    const written = plainDates(event, chronology.timezone);
    if (written === undefined) {
      losses.push({
        row,
        field: '*',
        what: 'left out: TimelineJS needs a date, and this one is not known',
      });
      continue;
    }
    // A slide has no time zone: all of them are on one clock, or they would not stand in order.
    const onClock = (parts: CalendarParts): CalendarParts =>
      partsOnClock(parts, event.when.timezone ?? chronology.timezone, chronology.timezone);
    const dates = {
      start: onClock(written.start),
      end: written.end === undefined ? undefined : onClock(written.end),
    };
    const isMoved = dates.start !== written.start || dates.end !== written.end;
    if (isMoved)
      losses.push({
        row,
        field: 'when.edtf',
        what: `the time is said on the clock of ${chronology.timezone}, as TimelineJS has no zones`,
      });
    const isExact = written.isExact && !isMoved;
    const urls = (event.urls ?? []).filter((url) => toSafeUrl(url) === url);
    if (urls.length > 1 || urls.length !== (event.urls ?? []).length) {
      losses.push({row, field: 'urls', what: 'a slide has one address; the others are left out'});
    }
    if (!written.isExact) {
      losses.push({
        row,
        field: 'when.edtf',
        what: 'the date is said in words, and as the plain dates nearest to it',
      });
    }
    if (!isExact && event.when.stated === undefined)
      losses.push({
        row,
        field: 'when.stated',
        what: 'TimelineJS shows words where the report gives none',
      });
    const isInferred = event.when.basis === 'inferred';
    if (isInferred) {
      losses.push({row, field: 'when.basis', what: 'said only in the words of the date'});
      if (event.when.stated !== undefined)
        losses.push({row, field: 'when.stated', what: 'said only in the words of the date'});
    }
    if (usesMarkup(event))
      losses.push({row, field: 'title', what: 'white space and control characters of the text'});
    const isEra = event.tags?.length === 1 && event.tags[0] === 'era';
    if (event.tags !== undefined && !isEra)
      losses.push({row, field: 'tags', what: noPlaceIn('TimelineJS')});
    const words = displayWords(event, chronology.timezone, isExact);
    slides.push({
      isEra,
      slide: slideOf(event, dates, words, urls[0], sides.get(event.side ?? ''), isFar),
    });
  }
  const document = {
    ...(isFar && slides.length > 0 && {scale: 'cosmological'}),
    title: {
      text: {headline: escapeHtml(chronology.title), text: escapeHtml(chronology.summary ?? '')},
    },
    events: slides.filter(({isEra}) => !isEra).map(({slide}) => slide),
    eras: slides.filter(({isEra}) => isEra).map(({slide}) => slide),
  };
  losses.push(
    ...lossesOutside(chronology, {
      format: 'TimelineJS',
      events: [
        'id',
        'title',
        'summary',
        'when.edtf',
        'when.stated',
        'when.basis',
        'side',
        'tags',
        'urls',
        'note',
      ],
      whole: ['title', 'summary'],
    }),
  );
  return Promise.resolve({
    text: `${JSON.stringify(document, undefined, 2)}\n`,
    losses: losses.sort((one, other) => one.row - other.row),
  });
}

/**
Our words for the date with those of the report, `24 Jan 2024 (inferred; the report says "Wednesday")`,
`4 Aug 2030, about 18:07 (the report says "just after six")`, as `timelinejs.ts` reads them back; none where
the plain date says all.
*/
function displayWords(event: TimelineEvent, zone: string, isExact: boolean): string | undefined {
  const {stated, basis} = event.when;
  const words = whenWords(event, zone, 'short');
  const asides = [
    ...(basis === 'inferred' ? ['inferred'] : []),
    ...(stated === undefined || (stated === words && basis === 'stated')
      ? []
      : [`the report says "${stated}"`]),
  ];
  if (asides.length > 0) return `${words} (${asides.join('; ')})`;
  if (stated !== undefined) return stated;
  return isExact ? undefined : whenWords(event, zone);
}

function slideOf(
  event: TimelineEvent,
  {start, end}: {readonly start: CalendarParts; readonly end: CalendarParts | undefined},
  words: string | undefined,
  url: string | undefined,
  group: string | undefined,
  isFar: boolean,
): unknown {
  const hasMedia = url !== undefined || event.note !== undefined;
  return {
    unique_id: event.id,
    start_date: dateObject(start, isFar),
    ...(end !== undefined && {end_date: dateObject(end, isFar)}),
    ...(words !== undefined && {display_date: escapeHtml(words)}),
    text: {headline: escapeHtml(event.title), text: escapeHtml(event.summary ?? '')},
    ...(hasMedia && {
      media: {
        url: url ?? '',
        ...(event.note !== undefined && {caption: escapeHtml(event.note)}),
      },
    }),
    ...(group !== undefined && {group: escapeHtml(group)}),
  };
}

function dateObject(
  {year, month, day, hour, minute, second}: CalendarParts,
  isFar: boolean,
): Record<string, number> {
  const parts = {year: isFar ? year : yearOfSlide(year), month, day, hour, minute, second};
  return Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== undefined),
  ) as Record<string, number>;
}

/** Whether a text has blanks that HTML folds into one. */
function usesMarkup({title, summary = '', note = ''}: TimelineEvent): boolean {
  return [title, summary, note].some((text) => text !== text.replace(/\s+/g, ' ').trim());
}
