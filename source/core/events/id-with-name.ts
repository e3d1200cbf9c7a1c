import {foldText} from '../query/fold-text.js';

/** Letters of a name that an id takes at most. */
const LONGEST = 48;
const LONGEST_ID = 200;

/**
@param id - of a thing.
@param name - what tells it from another of that id.
@returns an id made of both, `report-herald`: the same whichever files stand beside its own, and readable.
It is the id alone where the name has no letter or digit that an id may have.
*/
export function idWithName(id: string, name: string): string {
  const letters = foldText(name)
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/gu, '');
  return letters === '' ? id : `${id.slice(0, LONGEST_ID - LONGEST - 1)}-${letters}`;
}
