import {mkdir, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {bundleProgram} from '../../.scripts/build/bundle.mjs';
import {openSession, type Session, type SessionOptions} from './pty-session.js';

/** The program itself, built into a folder of its own. */
export type BuiltTicktock = {
  /** Holds the program; files of a test may stand beside it. */
  readonly folder: string;
  readonly program: string;
  /** An empty home, a new one each time. */
  makeHome(): Promise<string>;
  /** The program in a pty, with a new home unless the environment names one. */
  open(words: readonly string[], options?: Partial<SessionOptions>): Promise<Session>;
  remove(): Promise<void>;
};

/** Build the program as it is shipped. */
export async function buildTicktock(): Promise<BuiltTicktock> {
  const folder = await mkdtemp(join(tmpdir(), 'ticktock-'));
  const program = join(folder, 'ticktock.js');
  await bundleProgram({
    entry: fileURLToPath(new URL('../../source/cli.ts', import.meta.url)),
    outfile: program,
  });
  let homes = 0;
  const makeHome = async (): Promise<string> => {
    const home = join(folder, `home-${homes++}`);
    await mkdir(home);
    return home;
  };
  return {
    folder,
    program,
    makeHome,
    async open(words, options = {}) {
      const home = options.env?.['HOME'] ?? (await makeHome());
      return openSession({
        command: [program, ...words],
        ...options,
        env: {TZ: 'Pacific/Chatham', ...options.env, HOME: home},
      });
    },
    remove: async () => rm(folder, {recursive: true, force: true}),
  };
}
