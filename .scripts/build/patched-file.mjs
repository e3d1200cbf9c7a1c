import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';

/**
Read a library's file that the build is about to change or replace.

@param sha256 - of the file that the change was written for.
@returns its text.
@throws Error when the file is another one: the change has to be looked at again, never guessed.
*/
export async function readExactly(path, sha256) {
  const text = await readFile(path, 'utf8');
  const found = createHash('sha256').update(text).digest('hex');
  if (found !== sha256) {
    throw new Error(
      `${path} is not the file this build changes (SHA-256 ${found}). Compare it with the version before, ` +
        'adapt the plugin in .scripts/build, run the tests that compare with stock Ink, and put in the new digest.',
    );
  }
  return text;
}

/** @returns the text with one passage replaced. @throws Error when it isn't there exactly once. */
export function replaceOnce(text, passage, replacement, where) {
  const parts = text.split(passage);
  if (parts.length !== 2) {
    throw new Error(
      `${where}: expected once, found ${parts.length - 1} times: ${passage.slice(0, 80)}`,
    );
  }
  return parts.join(replacement);
}
