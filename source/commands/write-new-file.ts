import {writeFile} from 'node:fs/promises';

/**
Write a file that is not there yet: what is there is never overwritten.

@returns undefined when it is written, else why not and what to do, in words; never throws for what the path is.
*/
export async function writeNewFile(path: string, text: string): Promise<string | undefined> {
  try {
    await writeFile(path, text, {flag: 'wx'});
    return undefined;
  } catch (error) {
    return explainFailure(error);
  }
}

function explainFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
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
