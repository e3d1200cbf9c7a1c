import {makeInert} from '../core/events/inert-text.js';
import type {Command, ExitCode, Io} from './command.js';
import {starterChronology} from './starter-chronology.js';
import {writeNewFile} from './write-new-file.js';

/** `ticktock new FILE`: a commented chronology to start from. */
export const newCommand: Command = {
  name: 'new',
  usage: 'new FILE',
  summary: 'start a chronology: a commented file that checks clean',
  flags: [],
  async run({input, io}) {
    const [path, ...others] = input;
    if (path === undefined || others.length > 0) {
      io.error('ticktock new: it takes one file: run `ticktock new FILE.yaml`');
      return 2;
    }
    if (/\.json$/iu.test(path)) {
      io.error('ticktock new: JSON has no comments to explain things: name it FILE.yaml');
      return 2;
    }
    if (path === '-') {
      await io.out(starterChronology);
      return 0;
    }
    return create(path, io);
  },
};

async function create(path: string, io: Io): Promise<ExitCode> {
  const name = makeInert(path);
  const fault = await writeNewFile(path, starterChronology);
  if (fault !== undefined) {
    io.error(`${name}: ${fault}`);
    return 1;
  }
  await io.out(`${name} is there: edit it, then run \`ticktock check ${name}\`\n`);
  return 0;
}
