import {parseEdtf} from '../time/edtf.js';
import {isZoneName} from '../time/zone.js';
import {isBlank, type Advise, type Report} from './check-report.js';
import type {Chronology, When} from './chronology.js';
import type {Path} from './path-problem.js';

/**
Check every date and time zone of a chronology.

@param report - called for each fault.
*/
export function checkDates(chronology: Chronology, report: Report, advise: Advise): void {
  checkZone(chronology.timezone, ['timezone'], report, advise);
  for (const [position, zone] of (chronology.other_timezones ?? []).entries()) {
    checkZone(zone, ['other_timezones', position], report, advise);
  }
  for (const [position, source] of chronology.sources.entries()) {
    const path: Path = ['sources', position];
    if (source.date_published !== undefined) {
      checkEdtf(source.date_published, [...path, 'date_published'], report);
    }
    if (source.date_basis === 'inferred' && isBlank(source.date_reason)) {
      report([...path, 'date_basis'], 'an inferred date without a reason', 'add `date_reason`');
    }
  }
  for (const [position, event] of chronology.events.entries()) {
    checkWhen(event.when, ['events', position, 'when'], report, advise);
  }
  for (const [position, claim] of chronology.claims.entries()) {
    if (claim.said_at !== undefined) {
      checkWhen(claim.said_at, ['claims', position, 'said_at'], report, advise);
    }
  }
}

function checkWhen(when: When, path: Path, report: Report, advise: Advise): void {
  checkEdtf(when.edtf, [...path, 'edtf'], report);
  if (when.timezone !== undefined) {
    checkZone(when.timezone, [...path, 'timezone'], report, advise);
  }
  if (when.basis === 'inferred' && isBlank(when.reason)) {
    const fix = 'add `reason`: why it is read so';
    report([...path, 'basis'], 'an inferred date without a reason', fix);
  }
}

function checkEdtf(edtf: string, path: Path, report: Report): void {
  const result = parseEdtf(edtf);
  if (!result.ok) {
    const message = `\`${cut(edtf)}\` is not a date: ${result.error}`;
    report(path, message, 'try it with `ticktock date`', {offset: result.column - 1});
  }
}

function checkZone(zone: string, path: Path, report: Report, advise: Advise): void {
  if (!isZoneName(zone)) {
    const otherwise = 'use an IANA name, such as Asia/Baghdad or UTC';
    const fix = advise(zone, () => Intl.supportedValuesOf('timeZone'), otherwise);
    report(path, `no time zone \`${zone}\``, fix);
  }
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
