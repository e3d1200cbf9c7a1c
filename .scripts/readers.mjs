/**
Many readers at once on one machine: start the built program in so many terminals, and print what each
costs in memory, and what all of them cost in time while nobody presses a key.

    node .scripts/readers.mjs [READERS] [WORDS OF THE COMMAND LINE...]

50 readers of the bundled chronology in kiosk mode unless told. PSS is what a process takes with shared
pages divided among those who share them; the sum over all is what the machine gives.
*/
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {spawn} from '@lydell/node-pty';

const IDLE_MS = 10_000;
/** Some ten seconds after the last key V8 tidies up its memory, once; idle is what comes after. */
const SETTLE_MS = 15_000;
const PATIENCE_MS = 60_000;
const TICKS_PER_SECOND = 100;

const [count = '50', ...words] = process.argv.slice(2);
const readers = Number(count);
if (!Number.isInteger(readers) || readers < 1) {
  process.stderr.write('node .scripts/readers.mjs [READERS] [WORDS...]: how many readers?\n');
  process.exit(2);
}
const program = fileURLToPath(new URL('../dist/ticktock.js', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'readers-'));

/** Resolves with the terminal once nothing has come for half a second after the first screen. */
function open(command) {
  return new Promise((resolve, reject) => {
    const pty = spawn(process.execPath, [program, ...command], {
      name: 'xterm-256color',
      cols: 80,
      rows: 24,
      env: {PATH: process.env.PATH, HOME: home, TERM: 'xterm-256color', LANG: 'C.UTF-8'},
    });
    let output = '';
    let quiet;
    const patience = setTimeout(() => reject(new Error('no first screen')), PATIENCE_MS);
    const reader = {pty, bytes: 0};
    pty.onData((data) => {
      reader.bytes += data.length;
      if (output.length < 100_000) output += data;
      if (!output.includes('Sequence')) return;
      clearTimeout(quiet);
      quiet = setTimeout(() => {
        clearTimeout(patience);
        resolve(reader);
      }, 500);
    });
    reader.ended = new Promise((done) => pty.onExit(done));
  });
}

/** Megabytes from a line of a file of the kernel. */
function megabytes(text, name) {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0) / 1024;
}

function costOf(pid) {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return {
    rss: megabytes(rollup, 'Rss'),
    pss: megabytes(rollup, 'Pss'),
    private: megabytes(rollup, 'Private_Dirty') + megabytes(rollup, 'Private_Clean'),
    threads: readdirSync(`/proc/${pid}/task`).length,
    cpuMs: ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND,
  };
}

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const row = (name, value) => process.stdout.write(`${name.padEnd(34)} ${value}\n`);

const opened = [];
try {
  // The cache of compiled code, as an account has it after its first session.
  const first = await open(['--no-remember']);
  first.pty.write('q');
  await first.ended;
  const started = performance.now();
  for (let at = 0; at < readers; at++) {
    opened.push(await open(words.length > 0 ? words : ['--kiosk']));
  }
  const startMs = performance.now() - started;
  await wait(SETTLE_MS);
  const before = opened.map(({pty, bytes}) => ({...costOf(pty.pid), bytes}));
  await wait(IDLE_MS);
  const after = opened.map(({pty, bytes}) => ({...costOf(pty.pid), bytes}));
  const idle = after.map(({cpuMs}, at) => cpuMs - before[at].cpuMs);
  const pss = after.map((cost) => cost.pss);
  row('readers', `${readers}, started in ${(startMs / 1000).toFixed(1)} s`);
  row('RSS each, median', `${median(after.map((cost) => cost.rss)).toFixed(1)} MB`);
  row(
    'PSS each, median (highest)',
    `${median(pss).toFixed(1)} MB (${Math.max(...pss).toFixed(1)})`,
  );
  row('of that private, median', `${median(after.map((cost) => cost.private)).toFixed(1)} MB`);
  row('PSS of all', `${sum(pss).toFixed(0)} MB`);
  row('threads each', median(after.map((cost) => cost.threads)));
  row(
    'CPU to the first screen, median',
    `${median(before.map((cost) => cost.cpuMs)).toFixed(0)} ms`,
  );
  row(`CPU in ${IDLE_MS / 1000} s without a key, all`, `${sum(idle).toFixed(0)} ms`);
  row('the most of one', `${Math.max(...idle).toFixed(0)} ms`);
  row('bytes written meanwhile, all', sum(after.map(({bytes}, at) => bytes - before[at].bytes)));
} finally {
  for (const {pty} of opened) pty.write('q');
  await Promise.race([Promise.all(opened.map(({ended}) => ended)), wait(5000)]);
  for (const {pty} of opened) pty.kill();
  rmSync(home, {recursive: true, force: true});
}
