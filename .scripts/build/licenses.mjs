import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';

/**
@param root - folder that the metafile's paths start from.
@returns the licences of the packages that went into a bundle, which theirs ask to be kept with it.
@throws Error when a package comes without one.
*/
export async function licensesOf(metafile, root) {
  const folders = new Set();
  for (const path of Object.keys(metafile.inputs)) {
    const folder = /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path.split(':').at(-1))?.[0];
    if (folder) folders.add(folder);
  }
  const parts = [];
  for (const folder of [...folders].sort()) {
    const about = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
    const name = (await readdir(join(root, folder))).find((file) => /^licen[cs]e/i.test(file));
    const text = name ? (await readFile(join(root, folder, name), 'utf8')).trim() : about.license;
    if (!text) throw new Error(`${about.name} has no licence`);
    parts.push(`${about.name} ${about.version}\n\n${text}\n`);
  }
  return parts.join(`\n${'-'.repeat(72)}\n\n`);
}
