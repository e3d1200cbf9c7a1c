import {closeSync, constants, openSync, writeSync} from 'node:fs';
import {bytesRead} from './bytes-read.js';
import type {Session} from './pty-session.js';

/** The terminal takes nothing any more: it is not read, and filled with what none would show. */
export function stallFull(session: Session): void {
  session.stall();
  fill(session.pid);
}

/** Press a key there, and see to it that the terminal is full still when the key has been read. */
export async function pressStalled(session: Session, key: string): Promise<void> {
  const before = bytesRead(session.pid);
  session.send(key);
  while (bytesRead(session.pid) === before) {
    fill(session.pid);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

function fill(pid: number): void {
  const {O_WRONLY, O_NONBLOCK, O_NOCTTY} = constants;
  const terminal = openSync(`/proc/${pid}/fd/1`, O_WRONLY | O_NONBLOCK | O_NOCTTY);
  try {
    for (;;) writeSync(terminal, Buffer.alloc(256));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
  } finally {
    closeSync(terminal);
  }
}
