import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {bundleProgram} from '../../.scripts/build/bundle.mjs';

/** The fixture program, built into a folder of its own. */
export type ListApp = {
  readonly program: string;
  /** A home for its cache. */
  readonly home: string;
  remove(): Promise<void>;
};

/** Build `test/fixtures/list-app.tsx` as the program itself is built. */
export async function buildListApp(): Promise<ListApp> {
  const folder = await mkdtemp(join(tmpdir(), 'list-app-'));
  const program = join(folder, 'list-app.js');
  await bundleProgram({
    entry: fileURLToPath(new URL('../fixtures/list-app.tsx', import.meta.url)),
    outfile: program,
  });
  return {
    program,
    home: folder,
    remove: async () => rm(folder, {recursive: true, force: true}),
  };
}
