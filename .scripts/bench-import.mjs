/**
Measure how a large table opens: rows of made-up ACLED data, in a pty, beside what the CSV parser alone
takes on the file in the same run.

    node .scripts/bench-import.mjs [--rows 1000000] [--keep FILE] [--program FILE]

Prints times, the most memory and the processor time of searches and filters, and their ratios to what
is aimed at. `--keep` writes the table there and leaves it, or takes the one that is there.
*/
import {createReadStream, existsSync, mkdtempSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {parse} from 'csv-parse';
import {writeAcledRows} from './bench/acled-rows.mjs';
import {cpuOf, peakOf, startInPty} from './bench/pty-run.mjs';

const {values} = parseArgs({
  options: {
    rows: {type: 'string', default: '1000000'},
    keep: {type: 'string'},
    program: {
      type: 'string',
      default: fileURLToPath(new URL('../dist/ticktock.js', import.meta.url)),
    },
  },
});
const rows = Number(values.rows);
const folder = mkdtempSync(join(tmpdir(), 'ticktock-bench-'));
const path = values.keep ?? join(folder, 'acled.csv');
try {
  if (!existsSync(path)) await writeAcledRows(path, rows);
  const size = statSync(path).size / 1e6;
  console.log(`${rows.toLocaleString('en')} rows, ${size.toFixed(0)} MB`);
  const base = await parseAlone();
  console.log(`csv-parse alone        ${seconds(base.wall)} s, ${seconds(base.cpu)} s of CPU`);
  await openIt(base, size);
} finally {
  rmSync(folder, {recursive: true, force: true});
}

async function parseAlone() {
  const started = performance.now();
  const before = process.cpuUsage();
  const parser = createReadStream(path).pipe(
    parse({
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    }),
  );
  for await (const row of parser) if (row.length === 0) throw new Error('an empty row');
  const {user, system} = process.cpuUsage(before);
  return {wall: performance.now() - started, cpu: (user + system) / 1000};
}

async function openIt(base, size) {
  const at = {columns: 100, rows: 30, home: folder};
  const run = startInPty({command: [process.execPath, values.program, path, '--no-remember']}, at);
  const line = (row) => run.emulator.buffer.active.getLine(row)?.translateToString(true) ?? '';
  const until = async (isThere) => {
    while (!isThere() && !run.isOver) await wait(5);
    return performance.now() - run.startedAt;
  };
  const first = await until(() => line(0).includes('events read') && line(29).trim() !== '');
  console.log(`first screen           ${first.toFixed(0)} ms, with a progress line`);
  const asked = performance.now();
  const heading = () => Array.from({length: 30}, (_, row) => line(row)).join('\n');
  const before = heading();
  run.send('j');
  await until(() => heading() !== before);
  console.log(`a key while it loads   ${(performance.now() - asked).toFixed(0)} ms`);
  const whole = await until(() => !line(0).includes('events read'));
  const cpu = cpuOf(run.pid).all;
  console.log(
    `all loaded             ${seconds(whole)} s, ${(whole / base.wall).toFixed(2)} times the parser; CPU ${seconds(cpu)} s, ${(cpu / base.cpu).toFixed(2)} times (aim: 2)`,
  );
  const mostMemory = () => (peakOf(run.pid) * 2 ** 20) / 1e6;
  const limit = Math.min(size * 3, 1000);
  console.log(`most memory so far     ${mostMemory().toFixed(0)} MB (aim: ${limit.toFixed(0)})`);
  for (const [name, keys] of [
    ['search', '/drone\r'],
    ['next match', 'n'],
    ['filter by kind', 'Fkind:attack\r'],
    ['drop the filter', 'X'],
    ['filter by date', 'Fafter:2022\r'],
    ['drop the filter', 'X'],
    ['last event', 'G'],
    ['zoom', '+'],
    ['go to a date', 't2020-03-01\r'],
  ]) {
    await run.quiet(300);
    const used = cpuOf(run.pid).main;
    run.send(keys);
    await run.quiet(500);
    const each = (cpuOf(run.pid).main - used) / keys.length;
    console.log(`${name.padEnd(22)} ${each.toFixed(1)} ms of CPU a key, ${keys.length} keys`);
  }
  console.log(`most memory            ${mostMemory().toFixed(0)} MB (aim: ${limit.toFixed(0)})`);
  await run.kill();
}

function seconds(milliseconds) {
  return (milliseconds / 1000).toFixed(1);
}
