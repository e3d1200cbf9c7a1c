import type {Chronology, Problem} from './chronology.js';

/** The field of a problem with what a thing is called the same as. */
const SAME_AS = /^(actors|places|events)\[(\d+)\]\.same_as\[(\d+)\]$/u;

/** @returns whether a problem is that `same_as` names nothing in the file itself. */
export function isOfSameAs({severity, field = ''}: Problem): boolean {
  return severity === 'warning' && SAME_AS.test(field);
}

/**
Drop the warnings that another chronology answers: `same_as` may name what one opened with it has.

@param problems - of the file that `chronology` was read from.
@param knownIds - ids of the actors, places and events of the others.
@returns the problems that are left, in their order.
*/
export function dropKnownElsewhere(
  problems: readonly Problem[],
  chronology: Chronology,
  knownIds: ReadonlySet<string>,
): readonly Problem[] {
  return problems.filter((problem) => {
    if (!isOfSameAs(problem)) return true;
    const [, section, position, item] = SAME_AS.exec(problem.field ?? '') ?? [];
    const list = chronology[section as 'actors' | 'places' | 'events'];
    const id = list[Number(position)]?.same_as?.[Number(item)];
    return id === undefined || !knownIds.has(id);
  });
}

/** @returns the ids that `same_as` of another file may name. */
export function idsKnownTo(chronologies: readonly Chronology[]): ReadonlySet<string> {
  return new Set(
    chronologies.flatMap(({actors, places, events}) =>
      [...actors, ...places, ...events].map(({id}) => id),
    ),
  );
}
