import {twoDigits} from './padded-digits.js';
import type {EdtfComponent, EdtfPoint, EdtfTime} from './edtf-value.js';

/** @returns the EDTF text of a single date; reading it back gives the same date. */
export function printPoint(point: EdtfPoint): string {
  const significant = point.significant === undefined ? '' : `S${point.significant}`;
  const sign = point.isNegative ? '-' : '';
  if (point.kind === 'long-year') {
    const exponent = point.exponent === undefined ? '' : `E${point.exponent}`;
    return `${point.before ?? ''}Y${sign}${point.digits}${exponent}${significant}${point.after ?? ''}`;
  }
  const {before, after, digits} = point.year;
  const year = `${before ?? ''}${sign}${digits}${significant}${after ?? ''}`;
  const rest = [point.month, point.day].map((part) => (part ? `-${printComponent(part)}` : ''));
  return `${year}${rest.join('')}${point.time ? `T${printTime(point.time)}` : ''}`;
}

function printComponent({before, digits, after}: EdtfComponent): string {
  return `${before ?? ''}${digits}${after ?? ''}`;
}

function printTime({hour, minute, second, fraction, shift, after}: EdtfTime): string {
  const seconds = second === undefined ? '' : `:${twoDigits(second)}`;
  return `${twoDigits(hour)}:${twoDigits(minute)}${seconds}${fraction && `.${fraction}`}${shift}${after ?? ''}`;
}
