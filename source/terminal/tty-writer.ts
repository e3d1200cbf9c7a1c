import {writeSync} from 'node:fs';
import type {WriteStream} from 'node:tty';

/** The way to the terminal that doesn't wait for it. */
export type TtyWriter = {
  /** Send bytes; `done` is called once the terminal has taken them. */
  write(bytes: string, done: () => void): void;
  /**
  Send bytes before anything else happens, also while the process ends. Waits for a terminal that is
  stopped, but not for long.

  @returns false when they could not be sent.
  */
  writeNow(bytes: string): boolean;
  /** Go back to waiting for the terminal, as the rest of Node expects. */
  release(): void;
};

const PATIENCE_MS = 250;

type BlockingHandle = {setBlocking?(isBlocking: boolean): number};

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/**
@param stdout - the terminal. Node makes it wait for each write, so that a terminal stopped by Ctrl-S
or a stalled link would stop the whole program, its signal handlers too; here it never does.
*/
export function openTtyWriter(stdout: WriteStream): TtyWriter {
  const write = stdout.write.bind(stdout);
  const handle = (stdout as unknown as {readonly _handle?: BlockingHandle})._handle;
  const {fd} = stdout as {readonly fd?: number};
  handle?.setBlocking?.(false);
  return {
    write(bytes, done) {
      write(bytes, 'utf8', () => {
        done();
      });
    },
    writeNow(bytes) {
      if (typeof fd !== 'number') {
        write(bytes);
        return true;
      }
      let left = Buffer.from(bytes);
      const until = performance.now() + PATIENCE_MS;
      while (left.length > 0) {
        try {
          left = left.subarray(writeSync(fd, left));
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return false;
          if (performance.now() > until) return false;
          sleep(5);
        }
      }
      return true;
    },
    release() {
      handle?.setBlocking?.(true);
    },
  };
}
