import {writeFile} from 'node:fs/promises';
import {makeInert} from '../core/events/inert-text.js';
import type {Command, ExitCode, Io} from './command.js';
import {starterChronology} from './starter-chronology.js';

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
  try {
    await writeFile(path, starterChronology, {flag: 'wx'});
  } catch (error) {
    io.error(`${name}: ${explainFailure(error)}`);
    return 1;
  }
  await io.out(`${name} is there: edit it, then run \`ticktock check ${name}\`\n`);
  return 0;
}

function explainFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  switch (code) {
    case 'EEXIST': {
      return 'it is there already and is never overwritten: choose another name';
    }
    case 'ENOENT':
    case 'ENOTDIR': {
      return 'there is no such directory: create it first';
    }
    case 'EACCES':
    case 'EPERM':
    case 'EROFS': {
      return 'you may not write there: choose another directory';
    }
    case 'ENOSPC': {
      return 'the disk is full: make room first';
    }
    default: {
      return `it cannot be written (${code}): choose another name`;
    }
  }
}
