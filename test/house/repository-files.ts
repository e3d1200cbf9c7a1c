import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const NOT_OURS = new Set(['.git', 'node_modules', 'dist', 'coverage']);

/** @returns the paths of all files below a folder, from the root, with `/`; nothing that is built or installed. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), {withFileTypes: true}).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

/** @returns the paths that git keeps; every file where there is no git. */
export function keptFiles(): readonly string[] {
  if (!existsSync(join(ROOT, '.git'))) return filesBelow('');
  try {
    return execFileSync('git', ['ls-files', '-z'], {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    })
      .split('\0')
      .filter((path) => path !== '' && existsSync(join(ROOT, path)));
  } catch {
    return filesBelow('');
  }
}

/** @returns the text of a file of the repository. */
export function readKept(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
