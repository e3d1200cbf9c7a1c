import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {TestProject} from 'vitest/node';
import {bundleProgram} from '../../.scripts/build/bundle.mjs';
import {openSession} from './pty-session.js';

/** What all files of this folder share. */
export type BuiltPrograms = {
  /** The program, as it is shipped. */
  readonly ticktock: string;
  /** `test/fixtures/list-app.tsx`, built as the program is. */
  readonly listApp: string;
  /** Holds its compiled code, so that not every session compiles it anew. */
  readonly code: string;
};

/** Build the programs once for all test files; Vitest calls it, and what it returns at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'ticktock-programs-'));
  const programs: BuiltPrograms = {
    ticktock: join(folder, 'ticktock', 'ticktock.js'),
    listApp: join(folder, 'list-app', 'list-app.js'),
    code: join(folder, '.cache', 'ticktock'),
  };
  const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  await Promise.all([
    bundleProgram({entry: source('../../source/cli.ts'), outfile: programs.ticktock}),
    bundleProgram({entry: source('../fixtures/list-app.tsx'), outfile: programs.listApp}),
  ]);
  await compile(programs.ticktock, folder);
  project.provide('programs', programs);
  return async () => rm(folder, {recursive: true, force: true});
}

/** Run the program once: what it has compiled stays in its home. */
async function compile(program: string, home: string): Promise<void> {
  const session = openSession({command: [program], env: {HOME: home}});
  await session.until('Sequence');
  session.send('?');
  await session.until('Keys that work here');
  session.send('\u0003');
  await session.ended;
}
