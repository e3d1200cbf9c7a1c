/*
How well ours and two libraries read EDTF, over a file of vectors.

    node .scripts/edtf-scores.mjs [VECTORS.json]

Without a file, our own test/fixtures/edtf-vectors.json. A file holds
{"vectors": [{input, valid, level?, earliest?, latest? | bounds_rfc3339?: {lower?, upper?}, origin?}]}.
Prints two scores for each reader: against the verdicts as published in the file, and against the
standard, which wins where the two differ; then every disagreement with its reason. Exits with 1
unless ours agrees with the standard throughout and beats both libraries on both scores or has a full
score.
*/
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {parse as parseTs} from '@edtf-ts/core';
import edtf, {parse as parseJs} from 'edtf';
import {build} from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const MS_PER_YEAR = 365.2425 * 86_400_000;

/** Bundle our TypeScript and load it without writing a file. */
async function loadOurs() {
  const {outputFiles} = await build({
    stdin: {
      contents: `
        export {parseStrictEdtf} from './source/core/time/edtf.js';
        export {machineBounds} from './source/core/time/format-instant.js';
        export {describeEdtf} from './source/core/time/edtf-words.js';`,
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
    logLevel: 'silent',
  });
  const [file] = outputFiles;
  return import(`data:text/javascript;base64,${Buffer.from(file.contents).toString('base64')}`);
}

const ours = await loadOurs();

/** Each reader gives {valid, level, earliest, latest}; bounds in ms or, from ours, as text. */
const READERS = {
  ticktock(input) {
    const result = ours.parseStrictEdtf(input);
    if (!result.ok) return {valid: false};
    const {earliest, latest} = ours.machineBounds(result.value, 'UTC');
    return {valid: true, level: result.value.level, earliest, latest};
  },
  edtf(input) {
    const parsed = attempt(() => parseJs(input));
    if (!parsed) return {valid: false};
    const value = attempt(() => edtf(input));
    return {
      valid: true,
      level: parsed.level,
      earliest: value ? value.min : NaN,
      latest: value ? value.max : NaN,
    };
  },
  '@edtf-ts/core'(input) {
    const result = attempt(() => parseTs(input));
    if (!result?.success) return {valid: false};
    const {level, minMs, maxMs} = result.value;
    const open = (ms) => (Math.abs(Number(ms)) === 8.64e15 ? null : Number(ms));
    return {valid: true, level, earliest: open(minMs), latest: open(maxMs)};
  },
};

function attempt(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/**
Where the published verdict is not that of the standard. LoC is the Library of Congress' EDTF
specification of 4 February 2019, the text of ISO 8601-2:2019 Annex A.
*/
const DECISIONS = [
  {
    when: ({input, valid}) => valid && /T.*[+-]\d{4}$/.test(input),
    change: {valid: false},
    why: 'LoC "Extended format": colon between clock components; +hhmm is basic format, not permitted',
  },
  {
    when: ({input, valid}) => valid && /^[[{].* /.test(input),
    change: {valid: false},
    why: 'LoC "Set representation" 4: no spaces anywhere within the expression',
  },
  {
    when: ({input, valid}) => valid && /^[a-z]+, \d{4}$/i.test(input),
    change: {valid: false},
    why: 'English words are no EDTF; a season is written 2002-21',
  },
  {
    when: ({input, valid}) => valid && /^Y-?\d{1,4}$/.test(input),
    change: {valid: false},
    why: 'LoC "Letter-prefixed calendar year": when and only when the year exceeds four digits',
  },
  {
    when: ({input, valid}) =>
      !valid && /^\d{4}-2[1-4]\/\d{4}-2[1-4]$/.test(input) && inOrder(input),
    change: {valid: true},
    why: 'a season stands in the place of a month (LoC "Seasons"), so it may end an interval as a month may; other test suites agree',
  },
  {
    when: ({input, level}) => level === 0 && /(?:^|\/)-\d/.test(input),
    change: {level: 1},
    why: 'LoC "Negative calendar year" is a feature of level 1',
  },
  {
    when: ({input, level}) => level === 1 && /^XXXX/.test(input),
    change: {level: 2},
    why: 'LoC level 1 has one or two unspecified digits of a year only; more is level 2',
  },
  {
    when: ({input, level}) => level === 1 && /^\d{4}-\d\d$/.test(input) && input.slice(5) <= '12',
    change: {level: 0},
    why: 'LoC level 0 "Date": a plain year and month',
  },
  {
    when: ({input, level}) => level === 2 && /^\d{4}(?:-\d\d){1,2}[?~%]$/.test(input),
    change: {level: 1},
    why: 'LoC "Qualification of a date (complete)" is a feature of level 1',
  },
  {
    when: ({input, bounds}) => bounds !== undefined && input === 'Y-20E2S3',
    change: {
      bounds: {earliest: '-002009-01-01T00:00:00.000Z', latest: '-002000-12-31T23:59:59.999Z'},
    },
    why: 'LoC "Significant digits": three of -2000 leave the last digit open, -2009 to -2000',
  },
];

function inOrder(interval) {
  const [start, end] = interval.split('/');
  return start <= end;
}

function readVectors(path) {
  const {vectors} = JSON.parse(readFileSync(path, 'utf8'));
  return vectors.map(({input, valid, level, earliest, latest, bounds_rfc3339: rfc, origin}) => {
    const second = (text) => text ?? null;
    const bounds =
      earliest !== undefined
        ? {earliest, latest}
        : rfc && {earliest: second(rfc.lower), latest: second(rfc.upper)};
    return {input, valid, origin, ...(level !== undefined && {level}), ...(bounds && {bounds})};
  });
}

function decide(published) {
  const decision = DECISIONS.find(({when}) => when(published));
  return decision
    ? {standard: {...published, ...decision.change}, why: decision.why}
    : {standard: published};
}

/** @returns what a reader gets wrong: of validity, level, bounds. */
function faults(answer, expected) {
  if (answer.valid !== expected.valid)
    return [`takes it as ${answer.valid ? 'valid' : 'not valid'}`];
  if (!answer.valid) return [];
  const found = [];
  if (expected.level !== undefined && answer.level !== expected.level)
    found.push(`takes it as level ${answer.level}`);
  for (const end of ['earliest', 'latest'])
    if (expected.bounds && !isSameInstant(answer[end], expected.bounds[end]))
      found.push(`has ${end} ${show(answer[end])}`);
  return found;
}

/** To the second, because published bounds are; a signed year stands for an instant within it. */
function isSameInstant(answer, expected) {
  const [a, b] = [toMs(answer), toMs(expected)];
  if (a === null || b === null) return a === b;
  if (isYear(expected) && isYear(answer)) return answer === expected;
  if (isYear(expected)) return Math.abs(a - b) <= 1.5 * MS_PER_YEAR;
  return Math.floor(a / 1000) === Math.floor(b / 1000);
}

function isYear(value) {
  return typeof value === 'string' && /^[+-]\d+$/.test(value);
}

function toMs(value) {
  if (value === null || value === undefined || Math.abs(value) === Infinity) return null;
  if (typeof value === 'number') return value;
  if (isYear(value)) return (Number(value) - 1970) * MS_PER_YEAR;
  const found = /^([+-]?)(\d+)(-.*)$/.exec(value);
  const [, sign = '', year = '', rest = ''] = found ?? [];
  const full = sign || year.length > 4 ? `${sign || '+'}${year.padStart(6, '0')}` : year;
  return Date.parse(full + rest);
}

function show(value) {
  const ms = toMs(value);
  if (ms === null) return 'open';
  if (Number.isNaN(ms)) return 'no instant';
  return Math.abs(ms) <= 8.64e15
    ? new Date(ms).toISOString()
    : `the year ${Math.round(ms / MS_PER_YEAR + 1970)}`;
}

/** Why the standard has it so: our fault and column, or what the text means. */
function reasonFor({standard, why}) {
  if (why) return why;
  const result = ours.parseStrictEdtf(standard.input);
  if (!result.ok) return `not valid, character ${result.column}: ${result.error}`;
  const {earliest, latest} = ours.machineBounds(result.value, 'UTC');
  return `level ${result.value.level}, ${ours.describeEdtf(result.value)}; ${earliest ?? 'open'} to ${latest ?? 'open'}`;
}

function main(path) {
  const cases = readVectors(path).map((published) => ({published, ...decide(published)}));
  const names = Object.keys(READERS);
  const scores = Object.fromEntries(
    names.map((name) => [name, {published: 0, valid: 0, standard: 0}]),
  );
  const lines = Object.fromEntries(names.map((name) => [name, []]));
  for (const each of cases) {
    for (const name of names) {
      const answer = READERS[name](each.published.input);
      const score = scores[name];
      if (answer.valid === each.published.valid) score.valid += 1;
      if (faults(answer, each.published).length === 0) score.published += 1;
      const wrong = faults(answer, each.standard);
      if (wrong.length === 0) score.standard += 1;
      else
        lines[name].push(
          `  ${JSON.stringify(each.published.input)} ${wrong.join(', ')}\n      ${reasonFor(each)}`,
        );
    }
  }
  console.log(`${cases.length} vectors of ${path}\n`);
  console.log('reader           validity as published   all as published   all by the standard');
  for (const [name, {valid, published, standard}] of Object.entries(scores))
    console.log(
      `${name.padEnd(16)} ${String(valid).padStart(21)}   ${String(published).padStart(16)}   ${String(standard).padStart(19)}`,
    );
  console.log('\n"All" is validity, level and bounds together, where the file gives them.');
  const changed = cases.filter(({why}) => why !== undefined);
  console.log(`\nPublished verdicts that the standard overrules: ${changed.length}`);
  for (const {published, standard, why} of changed)
    console.log(
      `  ${JSON.stringify(published.input)}${published.origin ? ` (${published.origin})` : ''} ${verdict(published, standard)}\n      ${why}`,
    );
  for (const name of names) {
    console.log(`\n${name} disagrees with the standard: ${lines[name].length}`);
    for (const line of lines[name]) console.log(line);
  }
  const [mine, ...others] = names.map((name) => scores[name]);
  const isBest = ['published', 'standard'].every(
    (score) => mine[score] === cases.length || others.every((other) => mine[score] > other[score]),
  );
  process.exitCode = isBest && mine.standard === cases.length ? 0 : 1;
}

function verdict(published, standard) {
  if (published.valid !== standard.valid)
    return `published as ${published.valid ? 'valid' : 'not valid'}, is ${standard.valid ? 'valid' : 'not valid'}`;
  if (published.level !== standard.level)
    return `published as level ${published.level}, is level ${standard.level}`;
  return `published as ${published.bounds.earliest} to ${published.bounds.latest}`;
}

main(
  process.argv[2] ?? fileURLToPath(new URL('../test/fixtures/edtf-vectors.json', import.meta.url)),
);
