import {printPoint} from '../../../source/core/time/edtf-print.js';
import type {Edtf, EdtfEnd, EdtfPoint, EdtfRange} from '../../../source/core/time/edtf-value.js';

/** @returns the EDTF text of a value; reading it back gives the same value. */
export function printEdtf(value: Edtf): string {
  const {expression} = value;
  if (expression.kind === 'interval')
    return `${printEnd(expression.start)}/${printEnd(expression.end)}`;
  if (expression.kind === 'set') {
    const members = expression.members.map(printMember).join(',');
    return expression.isAll ? `{${members}}` : `[${members}]`;
  }
  return printPoint(expression);
}

function printEnd(end: EdtfEnd): string {
  if (end.kind === 'open') return '..';
  return end.kind === 'unknown' ? '' : printPoint(end);
}

function printMember(member: EdtfPoint | EdtfRange): string {
  if (member.kind !== 'range') return printPoint(member);
  return `${member.from ? printPoint(member.from) : ''}..${member.to ? printPoint(member.to) : ''}`;
}
