import type {EdtfDate, EdtfEnd, EdtfExpression, EdtfLevel, EdtfPoint} from './edtf-value.js';

/**
@returns the level of an expression: that of the highest feature it uses.
Source: Library of Congress, EDTF Specification (2019), sections "Level 0" to "Level 2". Where the
specification leaves it open: a century (`19`) is level 0 and a decade (`193`) level 2, and either
with a mark is level 2, as in edtf.js.
*/
export function levelOfExpression(expression: EdtfExpression): EdtfLevel {
  if (expression.kind === 'set') return 2;
  if (expression.kind !== 'interval') return levelOfPoint(expression);
  return highest(levelOfEnd(expression.start), levelOfEnd(expression.end));
}

function highest(...levels: readonly EdtfLevel[]): EdtfLevel {
  return levels.includes(2) ? 2 : levels.includes(1) ? 1 : 0;
}

function levelOfEnd(end: EdtfEnd): EdtfLevel {
  if (end.kind === 'open' || end.kind === 'unknown') return 1;
  // Unspecified digits within an interval are a feature of level 2 wherever they stand.
  return end.kind === 'date' && hasUnspecified(end) ? 2 : levelOfPoint(end);
}

function levelOfPoint(point: EdtfPoint): EdtfLevel {
  if (point.significant !== undefined) return 2;
  if (point.kind === 'long-year')
    return point.exponent !== undefined || point.before !== undefined ? 2 : 1;
  const components = [point.year, point.month, point.day].filter((part) => part !== undefined);
  const last = components.at(-1);
  const hasInnerMark = components.some(
    (part) => part.before !== undefined || (part.after !== undefined && part !== last),
  );
  return highest(
    hasInnerMark ? 2 : 0,
    last?.after === undefined ? 0 : point.year.digits.length < 4 ? 2 : 1,
    point.year.digits.length === 3 ? 2 : 0,
    point.isNegative ? 1 : 0,
    levelOfYearPart(point.month?.digits ?? ''),
    hasUnspecified(point) ? levelOfUnspecified(point) : 0,
  );
}

function levelOfYearPart(digits: string): EdtfLevel {
  if (digits.includes('X') || Number(digits) < 21) return 0;
  return Number(digits) <= 24 ? 1 : 2;
}

function hasUnspecified({year, month, day}: EdtfDate): boolean {
  return [year, month, day].some((part) => part?.digits.includes('X'));
}

/** Level 1 has only these four: a year's last one or two digits, a month, a day, or both whole. */
function levelOfUnspecified({year, month, day}: EdtfDate): EdtfLevel {
  const shape = [year, month, day].flatMap((part) => (part ? [part.digits] : [])).join('-');
  return /^(?:\d{3}X|\d\dXX|\d{4}-XX|\d{4}-\d\d-XX|\d{4}-XX-XX)$/.test(shape) ? 1 : 2;
}
