/**
The long test of rough handling, with the built program; the short one is in `test/pty/`.

    node .scripts/faults.mjs [--times 200] [--program FILE]

Counted for each kind: terminal given back, exit status right, nothing left running, no stack trace.
*/
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {startInPty} from './bench/pty-run.mjs';

const {values} = parseArgs({
  options: {
    times: {type: 'string', default: '200'},
    program: {
      type: 'string',
      default: fileURLToPath(new URL('../dist/ticktock.js', import.meta.url)),
    },
    seed: {type: 'string', default: '1'},
  },
});
const times = Number(values.times);
const home = mkdtempSync(join(tmpdir(), 'ticktock-faults-'));

let state = Number(values.seed);
/** Mulberry32. */
function random(below) {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
}

const SIGNALS = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGUSR1: 10,
  SIGUSR2: 12,
  SIGALRM: 14,
  SIGTERM: 15,
};
const KEYS = [
  'j',
  'k',
  '\r',
  '\u001b',
  '\u0004',
  '\u0015',
  'g',
  'G',
  '\t',
  '+',
  '-',
  's',
  'z',
  'c',
  '?',
  '[',
  ']',
  'n',
];
const PATIENCE_MS = 5000;

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const open = (env = {}, columns = 80, rows = 24) =>
  startInPty({command: [process.execPath, values.program], env}, {columns, rows, home});

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const tallies = {};
function count(kind, name, isRight) {
  tallies[kind] ??= {};
  tallies[kind][name] ??= {right: 0, of: 0};
  const tally = tallies[kind][name];
  tally.of++;
  if (isRight) tally.right++;
}

/** How it must be once a program has ended, however it was made to. */
async function checkEnd(kind, run, statuses) {
  const isOver = await Promise.race([
    run.ended.then(() => true),
    sleep(PATIENCE_MS).then(() => false),
  ]);
  count(kind, 'ended', isOver);
  if (!isOver) await run.kill();
  await sleep(20);
  count(kind, 'nothing left running', !isRunning(run.pid));
  await new Promise((resolve) => run.emulator.write('', resolve));
  const {modes, buffer} = run.emulator;
  const wasTaken = run.output.includes('\u001b[?25l');
  const isShown =
    !wasTaken || run.output.lastIndexOf('\u001b[?25h') > run.output.lastIndexOf('\u001b[?25l');
  const isBack =
    buffer.active.type === 'normal' && modes.wraparoundMode && !modes.bracketedPasteMode;
  count(kind, 'terminal given back', isBack && isShown);
  count(kind, 'no stack trace', !/\n\s+at .*:\d+:\d+/.test(run.output));
  if (statuses) count(kind, 'exit status', statuses.includes(run.status));
}

async function signals() {
  const names = Object.keys(SIGNALS);
  for (let time = 0; time < times; time++) {
    const run = open();
    // From before the terminal is taken to the middle of drawing.
    const wait = random(500);
    const until = performance.now() + wait;
    while (performance.now() < until) {
      if (random(2) === 0) run.send(KEYS[random(KEYS.length)]);
      await sleep(random(20));
    }
    const name = names[random(names.length)];
    // Before any of the program has run, this one is Node's own: it opens its debugger and goes on.
    while (name === 'SIGUSR1' && run.bytes === 0) await sleep(5);
    for (let burst = 0; burst <= random(3); burst++) {
      if (!run.isOver) process.kill(run.pid, name);
    }
    await checkEnd('signals', run, [128 + SIGNALS[name]]);
  }
}

async function resizes() {
  const run = open();
  await run.quiet(500);
  for (let time = 0; time < times * 1.5; time++) {
    run.send(time % 2 === 0 ? 'j' : 'k');
    const columns = 1 + random(500);
    const rows = 1 + random(200);
    run.emulator.resize(columns, rows);
    run.resize(columns, rows);
    if (random(3) === 0) await sleep(random(30));
  }
  run.emulator.resize(80, 24);
  run.resize(80, 24);
  await run.quiet(600);
  const fresh = open();
  await fresh.quiet(600);
  count(
    'resizes',
    'still drawn',
    run.emulator.buffer.active.getLine(0)?.translateToString(true).includes('ticktock'),
  );
  for (const one of [run, fresh]) {
    one.send('q');
    await checkEnd('resizes', one, [0]);
  }
}

async function keysAndBytes() {
  for (const kind of ['random keys', 'random bytes']) {
    const run = open();
    await run.quiet(500);
    for (let sent = 0; sent < times * 250 && !run.isOver; sent += 100) {
      const piece =
        kind === 'random keys'
          ? Array.from({length: 100}, () => KEYS[random(KEYS.length)]).join('')
          : Buffer.from(
              // Not the keys that end or stop it, and that open an editor.
              Array.from({length: 100}, () => random(256)).filter(
                (byte) => ![3, 26, 28, 101, 113, 81, 90].includes(byte),
              ),
            );
      run.send(piece);
      if (random(4) === 0) await sleep(5);
    }
    await run.quiet(2500);
    count(kind, 'still there', !run.isOver);
    run.send('\u001b[201~\u0003');
    await checkEnd(kind, run, [130]);
  }
}

async function hangUps() {
  for (let time = 0; time < times / 4; time++) {
    const run = open();
    await sleep(random(500));
    run.send('jjj');
    run.hangUp();
    const until = performance.now() + 1500;
    while (isRunning(run.pid) && performance.now() < until) await sleep(10);
    count('terminal gone', 'ended within a second', !isRunning(run.pid));
    await run.kill();
  }
}

try {
  await signals();
  await resizes();
  await keysAndBytes();
  await hangUps();
} finally {
  rmSync(home, {recursive: true, force: true});
}
let isAllRight = true;
for (const [kind, names] of Object.entries(tallies)) {
  for (const [name, {right, of}] of Object.entries(names)) {
    if (right !== of) isAllRight = false;
    process.stdout.write(`${kind}: ${name}: ${right} of ${of}\n`);
  }
}
process.exitCode = isAllRight ? 0 : 1;
