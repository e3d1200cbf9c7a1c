import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {median, peakOf, startInPty} from './pty-run.mjs';

const SETTLED_MS = 350;

async function startOnce(program, at) {
  const run = startInPty(program, at);
  await run.quiet(program.name === 'vd' ? 1200 : SETTLED_MS + 250);
  const result = {
    milliseconds: run.lastAt - run.startedAt,
    peak: run.isOver ? undefined : peakOf(run.pid),
  };
  if (!run.isOver) {
    run.send(program.keys?.quit ?? '\u0003');
    await run.quiet(100);
  }
  await run.kill();
  return result;
}

/**
Time from the start of a process to the last byte of its first screen, and memory by then; an empty
Node process and one that prints the same screen as one text are measured in turn with the others.

@returns medians for each program.
*/
export async function measureStart(programs, at, rounds) {
  const once = startInPty(programs[0], at);
  await once.quiet(1500);
  const frame = join(at.home, 'one-frame.js');
  writeFileSync(
    frame,
    `process.stdout.write(Buffer.from(${JSON.stringify(Buffer.from(once.output, 'latin1').toString('base64'))}, 'base64'));setTimeout(() => {}, 5000);`,
  );
  once.send(programs[0].keys.quit);
  await once.quiet(300);
  await once.kill();
  const all = [
    {
      name: 'empty Node',
      command: [process.execPath, '-e', "process.stdout.write('x');setTimeout(() => {}, 5000)"],
    },
    {name: 'one-frame Node', command: [process.execPath, frame]},
    ...programs,
  ];
  const times = new Map(all.map(({name}) => [name, []]));
  const peaks = new Map(all.map(({name}) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const program of all) {
      const {milliseconds, peak} = await startOnce(program, at);
      times.get(program.name).push(milliseconds);
      if (peak !== undefined) peaks.get(program.name).push(peak);
    }
  }
  return all.map(({name}) => ({
    name,
    milliseconds: median(times.get(name)),
    peak: peaks.get(name).length === 0 ? undefined : median(peaks.get(name)),
  }));
}
