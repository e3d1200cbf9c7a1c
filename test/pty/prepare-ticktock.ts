import {link, mkdir, mkdtemp, readdir, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {inject} from 'vitest';
import {openSession, type Session, type SessionOptions} from './pty-session.js';

/** The built program, and a folder for the files of one test file. */
export type PreparedTicktock = {
  readonly folder: string;
  readonly program: string;
  /** An empty home, a new one each time. */
  makeHome(): Promise<string>;
  /** The program in a pty, with a new home that has its compiled code unless the environment names one. */
  open(words?: readonly string[], options?: Partial<SessionOptions>): Promise<Session>;
  remove(): Promise<void>;
};

/** @returns the program that was built for all, with a new folder. */
export async function prepareTicktock(): Promise<PreparedTicktock> {
  const {ticktock: program, code} = inject('programs');
  const folder = await mkdtemp(join(tmpdir(), 'ticktock-'));
  let homes = 0;
  const makeHome = async (): Promise<string> => {
    const home = join(folder, `home-${homes++}`);
    await mkdir(home);
    return home;
  };
  const makeCompiledHome = async (): Promise<string> => {
    const home = await makeHome();
    const kept = join(home, '.cache', 'ticktock');
    await mkdir(kept, {recursive: true, mode: 0o700});
    const files = (await readdir(code)).filter((file) => file.endsWith('.code'));
    await Promise.all(files.map(async (file) => link(join(code, file), join(kept, file))));
    return home;
  };
  return {
    folder,
    program,
    makeHome,
    async open(words = [], options = {}) {
      const home = options.env?.['HOME'] ?? (await makeCompiledHome());
      return openSession({
        command: [program, ...words],
        ...options,
        env: {TZ: 'Pacific/Chatham', ...options.env, HOME: home},
      });
    },
    remove: async () => rm(folder, {recursive: true, force: true}),
  };
}
