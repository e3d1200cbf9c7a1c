import {realpathSync, statSync, watch, type FSWatcher} from 'node:fs';
import {basename, dirname, resolve} from 'node:path';

/** Editors write a file in several steps; what comes within this time is one change. */
const SETTLE_MS = 150;

/**
Call back whenever one of the files has been written, replaced or made anew. The folders are watched,
because many editors put a new file in place of the old one; for a link, both its own folder and that of
the file it leads to.

@param since - what {@link stampFiles} said before the files were read: a change between then and now
is called back for too.
@returns a function that stops watching. A folder that cannot be watched is left out.
*/
export function watchFiles(
  paths: readonly string[],
  onChange: () => void,
  since?: string,
): () => void {
  const folders = new Map<string, Set<string>>();
  for (const path of paths.flatMap(placesOf)) {
    const folder = dirname(path);
    const names = folders.get(folder) ?? new Set<string>();
    folders.set(folder, names.add(basename(path)));
  }
  let timer: NodeJS.Timeout | undefined;
  const watchers: FSWatcher[] = [];
  for (const [folder, names] of folders) {
    try {
      const watcher = watch(folder, {persistent: false}, (_, name) => {
        if (name !== null && !names.has(name)) return;
        clearTimeout(timer);
        timer = setTimeout(onChange, SETTLE_MS);
      });
      watcher.on('error', () => {
        watcher.close();
      });
      watchers.push(watcher);
    } catch {
      // A file system without notices: the file is read again by opening it again.
    }
  }
  if (since !== undefined && since !== stampFiles(paths)) timer = setTimeout(onChange, SETTLE_MS);
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** @returns where a file is named and, where that is elsewhere, where it is. */
function placesOf(path: string): readonly string[] {
  const named = resolve(path);
  try {
    return [...new Set([named, realpathSync(named)])];
  } catch {
    return [named];
  }
}

/** @returns a text that is another one once a file has been written, replaced, made or removed. */
export function stampFiles(paths: readonly string[]): string {
  return paths
    .map((path) => {
      try {
        const {ino, size, mtimeMs} = statSync(path);
        return `${ino} ${size} ${mtimeMs}`;
      } catch {
        return 'none';
      }
    })
    .join('\n');
}
