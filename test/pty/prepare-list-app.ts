import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {inject} from 'vitest';

/** The fixture program of the terminal room. */
export type ListApp = {
  readonly program: string;
  readonly home: string;
  remove(): Promise<void>;
};

/** @returns `test/fixtures/list-app.tsx` as it was built for all, with a new home. */
export async function prepareListApp(): Promise<ListApp> {
  const {listApp: program} = inject('programs');
  const home = await mkdtemp(join(tmpdir(), 'list-app-'));
  return {program, home, remove: async () => rm(home, {recursive: true, force: true})};
}
