import {link, lstat, rename, unlink, writeFile} from 'node:fs/promises';

/**
Write a file that is not there yet: what is there is never overwritten, and one that could not be written
whole is not there afterwards.

@param write - puts a text into a file that is not there yet; tests give their own.
@returns undefined when it is written, else why not and what to do, in words; never throws for what the path is.
*/
export async function writeNewFile(
  path: string,
  text: string,
  write = writeNew,
): Promise<string | undefined> {
  const partial = `${path}.${process.pid}.partial`;
  try {
    if (await isThere(path)) return explainFailure('EEXIST');
    await write(partial, text);
    await giveName(partial, path);
    return undefined;
  } catch (error) {
    return explainFailure(codeOf(error));
  } finally {
    await unlink(partial).catch(() => {});
  }
}

async function writeNew(path: string, text: string): Promise<void> {
  await writeFile(path, text, {flag: 'wx'});
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** A link, unlike a renaming, fails where another file has come to be in the meantime. */
async function giveName(partial: string, path: string): Promise<void> {
  try {
    await link(partial, path);
  } catch (error) {
    // Some file systems have no links.
    if (codeOf(error) === 'EEXIST' || (await isThere(path))) throw error;
    await rename(partial, path);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}

function explainFailure(code: string): string {
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
