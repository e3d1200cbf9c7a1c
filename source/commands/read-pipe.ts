import type {FileHandle} from 'node:fs/promises';
import {setTimeout as wait} from 'node:timers/promises';

const BLOCK_BYTES = 65_536;
/** What is asked again while nothing has come. */
const PAUSE_MS = 10;
/** A writer that is started together with us has opened its end by then. */
const GRACE_MS = 1000;

/**
Read a pipe to its end, as long as somebody has it open for writing.

@param file - opened without blocking: an opening that blocks could not even be ended.
@param mostBytes - reading stops soon after so many.
@returns what was written into it, and more than `mostBytes` when it is more; empty when nobody writes.
*/
export async function readPipe(file: FileHandle, mostBytes: number): Promise<Uint8Array> {
  const blocks: Buffer[] = [];
  let length = 0;
  let hasWriter = false;
  for (let waited = 0; length <= mostBytes;) {
    const block = await readBlock(file);
    if (block === 'later') hasWriter = true;
    else if (block.length > 0) {
      blocks.push(block);
      length += block.length;
      continue;
    } else if (length > 0 || hasWriter || waited >= GRACE_MS) break;
    await wait(PAUSE_MS);
    waited += PAUSE_MS;
  }
  return Buffer.concat(blocks);
}

async function readBlock(file: FileHandle): Promise<Buffer | 'later'> {
  const block = Buffer.allocUnsafe(BLOCK_BYTES);
  try {
    const {bytesRead} = await file.read(block, 0, BLOCK_BYTES, null);
    return block.subarray(0, bytesRead);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return 'later';
    throw error;
  }
}
