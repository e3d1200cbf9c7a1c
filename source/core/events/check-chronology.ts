import {checkClaims} from './check-claims.js';
import {checkDates} from './check-dates.js';
import {
  isBlank,
  type Advise,
  type IdIndex,
  type Ids,
  type Report,
  type ReportUnknown,
} from './check-report.js';
import type {Chronology, Quantity} from './chronology.js';
import {checkValues} from './check-values.js';
import {findCycles, type Edge} from './find-cycles.js';
import {CARRIED_FIELDS, EVENT_FIELDS} from './claim-fields.js';
import type {Path, PathProblem} from './path-problem.js';
import {suggest} from './suggest.js';

export type CheckOptions = {
  /** Ids of the other chronologies it is opened with, which `same_as` may name. */
  readonly knownIds?: ReadonlySet<string>;
  /** True when some of its claims may be missing, so that nothing is said of what rests on none. */
  readonly isPartial?: boolean;
  /** True when the file lists no fields of its own, so that those that claims name were taken for them. */
  readonly areFieldsDerived?: boolean;
};

/** Suggestions compare a word with every id there is: only so many problems get one. */
const MOST_SUGGESTIONS = 50;

/** A chronology with more problems is not one with slips in it. */
const MOST_PROBLEMS = 10_000;

/**
Find what is wrong with the meaning of a chronology: ids that name nothing or two things, circles,
quotations without their words, fields without a claim, dates that are none, numbers the wrong way
round.

@param chronology - it fits the schema.
@returns one problem for each fault, with its path; empty when there is none. A warning is for what
may be meant: an id that another file may hold, a best estimate outside its bounds.
*/
export function checkChronology(
  chronology: Chronology,
  {knownIds = new Set(), isPartial = false, areFieldsDerived = false}: CheckOptions = {},
): PathProblem[] {
  const problems: PathProblem[] = [];
  let suggestions = 0;
  const advise: Advise = (word, known, otherwise) => {
    const guess = suggestions++ < MOST_SUGGESTIONS ? suggest(word, known()) : undefined;
    return guess === undefined ? otherwise : `did you mean \`${guess}\`?`;
  };
  const report: Report = (path, message, fix, more) => {
    if (problems.length < MOST_PROBLEMS) {
      problems.push({severity: 'error', path, at: 'value', message, fix, ...more});
    }
  };
  const reportUnknown: ReportUnknown = (path, kind, id, known) => {
    const fix = advise(id, () => known.keys(), `add the ${kind}, or correct the id`);
    report(path, `no ${kind} \`${id}\``, fix);
  };
  const ids = indexIds(chronology, report);
  checkReferences(chronology, ids, reportUnknown);
  checkSameAs(chronology, ids, knownIds, report, advise);
  checkLinks(chronology, ids, report, reportUnknown);
  checkCircles(chronology, report);
  checkQuantities(chronology, report);
  checkClaims(chronology, ids, report, reportUnknown);
  if (areFieldsDerived) checkDerivedFields(chronology, report, advise);
  if (!isPartial) checkFieldsHaveClaims(chronology, report);
  checkDates(chronology, report, advise);
  checkValues(chronology, report);
  return problems;
}

const KINDS = {
  sides: 'side',
  fields: 'field',
  sources: 'source',
  actors: 'actor',
  places: 'place',
  events: 'event',
  claims: 'claim',
} as const;

/** Sides and fields are never asked for by id alone, so each of them may share one with an actor. */
function indexIds(chronology: Chronology, report: Report): IdIndex {
  const shared = new Map<string, string>();
  const index = (section: keyof typeof KINDS): Ids => {
    const own = new Map<string, number>();
    const isApart = section === 'sides' || section === 'fields';
    for (const [position, {id}] of chronology[section].entries()) {
      const first = isApart ? (own.has(id) ? KINDS[section] : undefined) : shared.get(id);
      if (first === undefined) {
        shared.set(isApart ? `${section} ${id}` : id, KINDS[section]);
      } else {
        const message = `the id \`${id}\` is already that of ${/^[ae]/u.test(first) ? 'an' : 'a'} ${first}`;
        report([section, position, 'id'], message, 'give one of them another id');
      }
      if (!own.has(id)) {
        own.set(id, position);
      }
    }
    return own;
  };
  return {
    sides: index('sides'),
    fields: index('fields'),
    sources: index('sources'),
    actors: index('actors'),
    places: index('places'),
    events: index('events'),
    claims: index('claims'),
  };
}

function checkReferences(chronology: Chronology, ids: IdIndex, reportUnknown: ReportUnknown): void {
  const need = (path: Path, section: keyof IdIndex, id: string | undefined): void => {
    if (id !== undefined && !ids[section].has(id)) {
      reportUnknown(path, KINDS[section], id, ids[section]);
    }
  };
  need(['opens_at'], 'events', chronology.opens_at);
  for (const [position, actor] of chronology.actors.entries()) {
    need(['actors', position, 'side'], 'sides', actor.side);
    for (const [item, id] of (actor.part_of ?? []).entries()) {
      need(['actors', position, 'part_of', item], 'actors', id);
    }
  }
  for (const [position, place] of chronology.places.entries()) {
    for (const [item, id] of (place.part_of ?? []).entries()) {
      need(['places', position, 'part_of', item], 'places', id);
    }
  }
  for (const [position, event] of chronology.events.entries()) {
    need(['events', position, 'side'], 'sides', event.side);
    for (const [item, id] of (event.where ?? []).entries()) {
      need(['events', position, 'where', item], 'places', id);
    }
    for (const [item, {actor}] of (event.actors ?? []).entries()) {
      need(['events', position, 'actors', item, 'actor'], 'actors', actor);
    }
  }
}

function checkSameAs(
  chronology: Chronology,
  ids: IdIndex,
  knownIds: ReadonlySet<string>,
  report: Report,
  advise: Advise,
): void {
  for (const section of ['actors', 'places', 'events'] as const) {
    for (const [position, {id: own, same_as: named = []}] of chronology[section].entries()) {
      for (const [item, id] of named.entries()) {
        const path = [section, position, 'same_as', item];
        if (id === own) {
          report(path, `\`${id}\` is the same as itself`, 'remove it');
        } else if (!ids[section].has(id) && !knownIds.has(id)) {
          const otherwise = 'open it with the file that has it, or correct the id';
          const others = (): readonly string[] =>
            [...ids[section].keys()].filter((it) => it !== own);
          const fix = advise(id, others, otherwise);
          report(path, `no ${KINDS[section]} \`${id}\` in this file`, fix, {severity: 'warning'});
        }
      }
    }
  }
}

function checkLinks(
  chronology: Chronology,
  ids: IdIndex,
  report: Report,
  reportUnknown: ReportUnknown,
): void {
  const ends: Ids = new Map([...ids.events, ...ids.claims]);
  for (const [position, link] of chronology.links.entries()) {
    for (const end of ['from', 'to'] as const) {
      if (!ends.has(link[end])) {
        reportUnknown(['links', position, end], 'event or claim', link[end], ends);
      }
    }
    const areBothKnown = ends.has(link.from) && ends.has(link.to);
    if (areBothKnown && ids.events.has(link.from) !== ids.events.has(link.to)) {
      const message = 'it links an event with a claim';
      const fix = 'link two events or two claims';
      report(['links', position, 'to'], message, fix, {severity: 'warning'});
    }
    for (const [item, id] of link.claimed_by.entries()) {
      if (!ids.claims.has(id)) {
        reportUnknown(['links', position, 'claimed_by', item], 'claim', id, ids.claims);
      }
    }
    if (link.claimed_by.length === 0 && isBlank(link.reason)) {
      const message = `nobody is said to claim this ${link.type} link`;
      report(
        ['links', position],
        message,
        'add `claimed_by`, or a `reason` if it is an editor’s own',
      );
    }
  }
}

function checkCircles(chronology: Chronology, report: Report): void {
  const {actors, places, links} = chronology;
  const partsOf = (section: 'actors' | 'places'): Edge[] =>
    (section === 'actors' ? actors : places).flatMap(({id, part_of: wholes = []}, position) =>
      wholes.map((to, item) => ({from: id, to, path: [section, position, 'part_of', item]})),
    );
  const linked = (type: string): Edge[] =>
    links.flatMap((link, position) =>
      link.type === type ? [{from: link.from, to: link.to, path: ['links', position, 'to']}] : [],
    );
  const graphs: readonly (readonly [readonly Edge[], string])[] = [
    [partsOf('actors'), 'is part of itself'],
    [partsOf('places'), 'is part of itself'],
    [linked('part-of'), 'is part of itself'],
    [linked('responds-to'), 'responds to itself'],
    [linked('supersedes'), 'supersedes itself'],
  ];
  for (const [edges, what] of graphs) {
    for (const {path, circle} of findCycles(edges)) {
      const way = circle.length > 2 ? `: ${circle.join(' → ')}` : '';
      const fix = circle.length > 2 ? 'remove one of these links' : 'remove it';
      report(path, `\`${circle[0] ?? ''}\` ${what}${way}`, fix);
    }
  }
  for (const [position, {type, from, to}] of links.entries()) {
    if (from === to && (type === 'contradicts' || type === 'restates')) {
      report(['links', position, 'to'], `\`${from}\` ${type} itself`, 'correct one of the ids');
    }
  }
}

function checkQuantities(chronology: Chronology, report: Report): void {
  for (const [position, event] of chronology.events.entries()) {
    for (const field of ['deaths', 'injuries', 'count'] as const) {
      const quantity = event[field];
      if (quantity !== undefined) {
        checkQuantity(quantity, ['events', position, field], report);
      }
    }
  }
}

function checkQuantity({low, best, high}: Quantity, path: Path, report: Report): void {
  if (low !== undefined && high !== undefined && low > high) {
    report([...path, 'low'], `low is ${low}, above high, ${high}`, 'swap or correct them');
    return;
  }
  const isOutside = best !== undefined && (best < (low ?? best) || best > (high ?? best));
  if (isOutside) {
    const message = `best is ${best}, outside low and high`;
    report([...path, 'best'], message, 'correct it, or keep it as it was reported', {
      severity: 'warning',
    });
  }
}

/** A field that nothing names but claims may be a slip for one of the event. */
function checkDerivedFields(chronology: Chronology, report: Report, advise: Advise): void {
  const known: readonly string[] = CARRIED_FIELDS;
  for (const [position, {about}] of chronology.claims.entries()) {
    if (about.field === '*' || known.includes(about.field)) continue;
    const fix = advise(about.field, () => known, '');
    if (fix === '') continue;
    const message = `no field \`${about.field}\` of an event`;
    const more = `${fix} If not, list it under \`fields\``;
    report(['claims', position, 'about', 'field'], message, more, {severity: 'warning'});
  }
}

function checkFieldsHaveClaims(chronology: Chronology, report: Report): void {
  const claimed = new Map<string, Set<string>>();
  for (const {about} of chronology.claims) {
    const fields = claimed.get(about.event) ?? new Set();
    claimed.set(about.event, fields.add(about.field));
  }
  for (const [position, event] of chronology.events.entries()) {
    const fields = claimed.get(event.id) ?? new Set();
    for (const field of fields.has('*') ? [] : EVENT_FIELDS) {
      const value = event[field];
      const isStated = Array.isArray(value) ? value.length > 0 : value !== undefined;
      if (isStated && !fields.has(field)) {
        const fix = `add a claim about {event: ${event.id}, field: ${field}}, or leave \`${field}\` out`;
        const add = field === 'when' ? fix.replace(/, or leave.*/u, '') : fix;
        report(['events', position, field], `\`${field}\` rests on no claim`, add, {at: 'key'});
      }
    }
  }
}
