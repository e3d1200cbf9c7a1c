/**
Drive the built program in a real pty through the questions a reader brings, and print how many keys
each takes from the start screen at 80x24.

    node .scripts/questions.mjs [PROGRAM]

PROGRAM is `dist/ticktock.js` unless told. Exits with 1 when an answer is not on the screen or takes
more keys than it may.
*/
import {mkdtempSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {spawn} from '@lydell/node-pty';
import {missingAnswers, MOST_KEYS, QUESTIONS, stepsOf} from './questions/questions.mjs';

const {Terminal} = createRequire(import.meta.url)('@xterm/headless');
const COLUMNS = 80;
const ROWS = 24;
/** A screen is read when nothing has come for this long. */
const QUIET_MS = 150;
/** An answer that has not come by then isn't there. */
const PATIENCE_MS = 3000;

const BYTES = {enter: '\r', escape: '\u001b', tab: '\t', space: ' '};
const program = process.argv[2] ?? fileURLToPath(new URL('../dist/ticktock.js', import.meta.url));

function bytesOf(key) {
  if (key.startsWith('ctrl+')) return String.fromCharCode(key.charCodeAt(5) & 0x1f);
  return BYTES[key] ?? key;
}

function open() {
  const home = mkdtempSync(join(tmpdir(), 'questions-'));
  const emulator = new Terminal({cols: COLUMNS, rows: ROWS, allowProposedApi: true, scrollback: 0});
  const pty = spawn(process.execPath, [program], {
    name: 'xterm-256color',
    cols: COLUMNS,
    rows: ROWS,
    env: {
      PATH: process.env.PATH,
      // A folder of its own: the program remembers where a reader was.
      HOME: home,
      TERM: 'xterm-256color',
      LANG: 'C.UTF-8',
    },
  });
  let lastByte = Date.now();
  let hasDrawn = false;
  pty.onData((data) => {
    lastByte = Date.now();
    hasDrawn = true;
    emulator.write(data);
  });
  const ended = new Promise((resolve) => {
    pty.onExit(resolve);
  });
  const settle = async () => {
    while (!hasDrawn || Date.now() - lastByte < QUIET_MS) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await new Promise((resolve) => emulator.write('', resolve));
  };
  const rows = () =>
    Array.from(
      {length: ROWS},
      (_, row) => emulator.buffer.active.getLine(row)?.translateToString(true) ?? '',
    );
  const forget = () => {
    rmSync(home, {recursive: true, force: true});
  };
  return {pty, ended, settle, rows, forget};
}

/** @returns what is not answered, and how many keys were pressed. */
async function ask({keys, answers}) {
  const {pty, ended, settle, rows, forget} = open();
  await settle();
  let pressed = 0;
  for (const {name, isTyped} of stepsOf(keys)) {
    pty.write(isTyped ? name : bytesOf(name));
    if (!isTyped) pressed++;
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    await settle();
  }
  // What has to be loaded first, such as the map, comes a moment later.
  const patience = Date.now() + PATIENCE_MS;
  let missing = missingAnswers(answers, rows());
  while (missing.length > 0 && Date.now() < patience) {
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    await settle();
    missing = missingAnswers(answers, rows());
  }
  pty.write('\u0003');
  await ended;
  forget();
  return {missing, pressed};
}

let failures = 0;
for (const question of QUESTIONS) {
  const {missing, pressed} = await ask(question);
  const isAnswered = missing.length === 0 && pressed <= MOST_KEYS;
  if (!isAnswered) failures++;
  const keys = question.keys === '' ? '(start screen)' : question.keys;
  process.stdout.write(`${String(pressed).padStart(2)}  ${question.question}  ${keys}\n`);
  for (const answer of missing) process.stdout.write(`    not on the screen: ${answer}\n`);
}
process.stdout.write(
  `${QUESTIONS.length - failures} of ${QUESTIONS.length} questions are answered within ${MOST_KEYS} keys.\n`,
);
process.exitCode = failures === 0 ? 0 : 1;
