import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** Texts for packages that come without theirs, each with the copyright that stands in their files. */
const KEPT_TEXTS = fileURLToPath(new URL('license-texts/', import.meta.url));

/**
@param metafile - esbuild's account of a bundle.
@param root - folder that the metafile's paths start from.
@returns the licences of the packages that went into the bundle, which theirs ask to be kept with it, and
where the source of each is, which the MPL asks to be said (version 2.0, section 3.2).
@throws Error when a package comes without a licence text and none is kept for it here.
*/
export async function licensesOf(metafile, root) {
  const folders = new Set();
  for (const path of Object.keys(metafile.inputs)) {
    const folder = /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path.split(':').at(-1))?.[0];
    if (folder) folders.add(folder);
  }
  const parts = [];
  for (const folder of [...folders].sort()) {
    const {name, version, license} = JSON.parse(
      await readFile(join(root, folder, 'package.json'), 'utf8'),
    );
    const source = `https://www.npmjs.com/package/${name}/v/${version}`;
    const text = await licenseText(join(root, folder), name);
    parts.push(`${name} ${version} (${license})\n${source}\n\n${text}\n`);
  }
  return parts.join(`\n${'-'.repeat(72)}\n\n`);
}

async function licenseText(folder, name) {
  const own = (await readdir(folder)).find((file) => /^licen[cs]e/i.test(file));
  if (own) return (await readFile(join(folder, own), 'utf8')).trim();
  const kept = join(KEPT_TEXTS, `${name.replaceAll('/', '__')}.txt`);
  try {
    return (await readFile(kept, 'utf8')).trim();
  } catch {
    throw new Error(`${name} comes without a licence text: put it into ${kept}`);
  }
}
