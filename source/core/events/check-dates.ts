import {parseEdtf} from '../time/edtf.js';
import {localTimeNote} from '../time/local-time-note.js';
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
    const path: Path = ['events', position, 'when'];
    checkWhen(event.when, path, chronology.timezone, report, advise);
  }
  for (const [position, claim] of chronology.claims.entries()) {
    if (claim.said_at !== undefined) {
      const path: Path = ['claims', position, 'said_at'];
      checkWhen(claim.said_at, path, chronology.timezone, report, advise);
    }
  }
}

function checkWhen(
  when: When,
  path: Path,
  zoneOfAll: string,
  report: Report,
  advise: Advise,
): void {
  checkEdtf(when.edtf, [...path, 'edtf'], report);
  checkClock(when.edtf, when.timezone ?? zoneOfAll, [...path, 'edtf'], report);
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

/** A local time that the clocks of its zone skipped, or showed twice. */
function checkClock(edtf: string, zone: string, path: Path, report: Report): void {
  if (!edtf.includes('T') || !isZoneName(zone)) return;
  const result = parseEdtf(edtf);
  const note = result.ok ? localTimeNote(result.value, zone) : undefined;
  if (note === undefined) return;
  report(path, note, 'correct it, or write its offset, as in 02:30:00+01:00', {
    severity: 'warning',
  });
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
