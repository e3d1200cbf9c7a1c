/**
Measure what the program costs a reader and a server, beside the programs they know.

    node .scripts/bench.mjs [--rounds N] [--size 80x24,200x60] [--quick] [--json] [--program FILE]

Everything runs in a real pty in turn, so that a busy machine is busy for all; what is printed are
ratios and medians of one run. Peers that aren't installed are left out.
*/
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {measureBytes} from './bench/measure-bytes.mjs';
import {measureLoad} from './bench/measure-load.mjs';
import {measureStart} from './bench/measure-start.mjs';
import {benchPrograms} from './bench/programs.mjs';
import {reportOn} from './bench/report.mjs';

const {values} = parseArgs({
  options: {
    rounds: {type: 'string', default: '9'},
    size: {type: 'string', default: '80x24,200x60'},
    quick: {type: 'boolean', default: false},
    json: {type: 'boolean', default: false},
    program: {
      type: 'string',
      default: fileURLToPath(new URL('../dist/ticktock.js', import.meta.url)),
    },
  },
});
const rounds = values.quick ? 3 : Number(values.rounds);
const folder = mkdtempSync(join(tmpdir(), 'ticktock-bench-'));
try {
  const programs = await benchPrograms(folder, values.program);
  const results = [];
  for (const size of values.size.split(',')) {
    const [columns, rows] = size.split('x').map(Number);
    const at = {columns, rows, home: folder};
    const bytes = [];
    for (const program of programs) bytes.push(await measureBytes(program, at));
    const start = await measureStart(programs, at, rounds);
    const load = [];
    for (const program of programs.filter(({isOurs}) => isOurs)) {
      load.push(await measureLoad(program, at, values.quick ? 5 : 60));
    }
    results.push({size, bytes, start, load});
    if (!values.json) process.stdout.write(reportOn(results.at(-1)));
  }
  if (values.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
} finally {
  rmSync(folder, {recursive: true, force: true});
}
