import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {bytesRead} from './bytes-read.js';
import {prepareTicktock, type PreparedTicktock} from './prepare-ticktock.js';
import type {Session} from './pty-session.js';
import {sampleYaml, TWO_EVENTS} from './sample-yaml.js';

let prepared: PreparedTicktock;
beforeAll(async () => {
  prepared = await prepareTicktock();
});
afterAll(async () => {
  await prepared.remove();
});

const ESC = '\u001b';
/** Everything that acts on a terminal, each with a word that shows where it went. */
const ATTACKS = [
  `${ESC}]0;TITLE\u0007`,
  `${ESC}]52;c;QVRUQUNL\u0007`,
  `${ESC}]8;;http://attack.example/\u0007link${ESC}]8;;\u0007`,
  `${ESC}[31;5mRED${ESC}[2J${ESC}[1;1H`,
  `${ESC}[?1049l${ESC}c${ESC}[6n`,
  `${ESC}P+q544e${ESC}\\${ESC}_APC${ESC}\\`,
  '\u009b31mC1\u009d0;TITLE\u009c\u0090DCS\u009c',
  '\u202eRTL\u202c\u2066isolate\u2069\u200f\u061c',
  '\u2028line\u2029paragraph\u0000nul\u0007bell\bback\u007f\r',
].join('');
/** What a terminal acts on, as escapes of a double-quoted text in YAML. */
const QUOTED = JSON.stringify(ATTACKS).replaceAll(
  /[\u007f-\u009f\u061c\u200f\u2028-\u202e\u2066-\u2069]/gu,
  (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
);

/**
The sequences that the terminal room writes: cursor moves, erasing, scrolling, modes, colours, synchronized
updates, and the clipboard.
*/
const OURS =
  /\u001b(?:\[[\d;:]*[A-HJKLMPSTXabdefgmr@`]|\[\?(?:1|7|25|1049|2004|2026)[hl]|\[>?[\d;]*[mu]|\[4[hl]|[78DEHM=>]|\([0B]|\]52;c;[A-Za-z0-9+/=]*\u0007)/gu;

/** What is left of an output when all that we write ourselves is taken away; BS is a step to the left. */
function strange(output: string): string {
  const rest = output.replaceAll(OURS, '').replaceAll(/\r|\n/gu, '');
  const found = rest.match(
    /[\u0000-\u0007\u0009-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu,
  );
  return (found ?? []).map((character) => character.codePointAt(0)?.toString(16)).join(' ');
}

function expectInert(session: Session): void {
  expect(strange(session.output)).toBe('');
  const copied = Array.from(
    session.output.matchAll(/\u001b\]52;c;([^\u0007]*)/gu),
    ([, text = '']) => Buffer.from(text, 'base64').toString(),
  );
  for (const text of copied) expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
  expect(copied).not.toContain('ATTACK');
}

/**
Press a key and wait until the screen that follows from it has been drawn whole: the key has been read,
and then the row by which the screen has grown is there. Line by line the first is enough.
*/
async function press(session: Session, keys: string): Promise<void> {
  const read = bytesRead(session.pid);
  session.send(keys);
  await expect.poll(() => bytesRead(session.pid)).toBeGreaterThan(read);
  if (session.emulator.buffer.active.type === 'normal') return;
  session.resize(80, session.emulator.rows + 1);
  await session.until((now) => now.lines().at(-1) !== '');
}

/**
Look at everything that shows a text: list, panes, legend, help, search, filters, copies. Backspace leads
back and not Esc, which waits for what may follow it.
*/
async function lookAround(session: Session): Promise<void> {
  const keys = 'j,\r,j,j,\r,<,<,c,<,C,<,a,<,p,<,r,<,#,<,!,<,f,<,L,<,s,z,/a,\r,n,y,<,Y,<,?,<,G,g';
  for (const key of keys.split(',')) await press(session, key.replace('<', '\u007f'));
  session.send('e');
  await session.until(/did\s+not\s+start/u);
}

async function quit(session: Session): Promise<void> {
  session.send('\u0003');
  expect((await session.ended).status).toBe(130);
}

const YAML = sampleYaml(TWO_EVENTS, QUOTED)
  .replace('title: The first', `title: ${QUOTED}\n    note: ${QUOTED}`)
  .replace('headline: A paper', `headline: ${QUOTED}, publisher: ${QUOTED}`)
  .replace('value: the day of first', `value: ${QUOTED}`);
const CSV = `date,title,notes\n2024-01-01,"${ATTACKS.replaceAll(/[\r\u0000]/gu, '')}","${ATTACKS.replaceAll(/[\r\u0000]/gu, '')}"\n2024-01-02,second,plain\n`;
const ICS = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//attack//EN',
  'BEGIN:VEVENT',
  'UID:one',
  'DTSTART;VALUE=DATE:20240101',
  `SUMMARY:${ATTACKS.replaceAll(/[\r\u0000]/gu, '')}`,
  `DESCRIPTION:${ATTACKS.replaceAll(/[\r\u0000]/gu, '')}`,
  `LOCATION:${ATTACKS.replaceAll(/[\r\u0000]/gu, '')}`,
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:two',
  'DTSTART;VALUE=DATE:20240102',
  'SUMMARY:second',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

describe('nothing that acts on the terminal gets in', () => {
  for (const [name, text] of [
    ['hostile.yaml', YAML],
    ['hostile.csv', CSV],
    ['hostile.ics', ICS],
  ] as const) {
    for (const words of [[], ['--screen-reader'], ['--ascii'], ['--plain']]) {
      test(`from ${name} ${words.join(' ')}`, async () => {
        const file = join(prepared.folder, name);
        await writeFile(file, text);
        const session = await prepared.open([file, ...words], {env: {VISUAL: '/nowhere/editor'}});
        if (words[0] === '--plain') await session.ended;
        else {
          await session.until(/Sequence|q quits/u);
          await lookAround(session);
          await quit(session);
        }
        expect(session.output).toMatch(/TITLE|second|31/u);
        expectInert(session);
      });
    }
  }

  test('from the names of files, whether they can be read or not', async () => {
    const folder = join(prepared.folder, `${ESC}]0;FOLDER\u0007\u202e\u009b31m`);
    await mkdir(folder);
    const file = join(folder, `${ESC}[31mname\n.yaml`);
    await writeFile(file, `${sampleYaml(TWO_EVENTS)}wrong: 1\n`);
    for (const words of [[file], [join(folder, 'none.yaml')], ['check', file], ['list', file]]) {
      const session = await prepared.open(words);
      await session.ended;
      expect(session.output).not.toBe('');
      expectInert(session);
    }
    await writeFile(file, sampleYaml(TWO_EVENTS));
    const session = await prepared.open([file], {env: {VISUAL: '/nowhere/editor'}});
    await session.until('Sequence');
    await lookAround(session);
    await writeFile(file, 'broken: [');
    await session.until('mistake');
    await press(session, '!');
    await quit(session);
    expectInert(session);
  });

  test('from the environment, on the screen, spoken and in doctor', async () => {
    const file = join(prepared.folder, 'plain.yaml');
    await writeFile(file, sampleYaml(TWO_EVENTS));
    // A variable holds no NUL.
    const attack = ATTACKS.replaceAll('\u0000', '');
    const env = {
      TERM: 'xterm-256color',
      COLORTERM: attack,
      LANG: `C.UTF-8${attack}`,
      TZ: attack,
      VISUAL: attack,
      TERM_PROGRAM: attack,
      COLORFGBG: attack,
      XDG_CACHE_HOME: attack,
      XDG_STATE_HOME: attack,
    };
    for (const words of [[file], [file, '--screen-reader']]) {
      const session = await prepared.open(words, {env});
      await session.until(/Sequence|q quits/u);
      await lookAround(session);
      await quit(session);
      expectInert(session);
    }
    for (const words of [
      ['doctor'],
      ['--theme', attack],
      ['--zone', attack],
      [`--${attack}`],
      [attack],
    ]) {
      const session = await prepared.open(words, {env: {...env, TERM: `xterm${attack}`}});
      await session.ended;
      expect(session.output).not.toBe('');
      expectInert(session);
    }
  });

  test('from a paste into search, filter, date and palette', async () => {
    const session = await prepared.open([]);
    await session.until('Sequence');
    for (const [prompt, shown, answer] of [
      ['/', 'Esc cancels', 'Nothing matches pasted'],
      ['F', 'filter:', 'No event passes'],
      [':', '─ Commands ─', 'No command pasted'],
      ['t', 'go to date:', 'not a date'],
    ] as const) {
      session.send(prompt);
      await session.until(shown);
      session.send(`${ESC}[200~pasted ${ATTACKS}${ESC}[201~`);
      await session.until('nulbellback');
      session.send('\r');
      await session.until(answer);
    }
    await quit(session);
    expectInert(session);
  });
});
