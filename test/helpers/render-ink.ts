import {EventEmitter} from 'node:events';
import {render} from 'ink';
import type {ReactNode} from 'react';

/** An element as Ink draws it on a screen of a given width: frames come out, bytes go in. */
export type InkScreen = {
  /** The last frame, with its escape codes. */
  frame(): string;
  write(bytes: string): void;
  unmount(): void;
};

/** A keyboard as Ink reads it: `readable` is announced, `read` hands the bytes over. */
class Keys extends EventEmitter {
  readonly isTTY = true;
  #bytes: string | null = null;

  write(bytes: string): void {
    this.#bytes = bytes;
    this.emit('readable');
  }

  read(): string | null {
    const bytes = this.#bytes;
    this.#bytes = null;
    return bytes;
  }

  setEncoding(): void {}
  setRawMode(): void {}
  ref(): void {}
  unref(): void {}
  pause(): void {}
  resume(): void {}
}

/** Draw an element with Ink itself, every frame in full. */
export function renderInk(element: ReactNode, columns: number, rows: number): InkScreen {
  let frame = '';
  const stdout = Object.assign(new EventEmitter(), {
    columns,
    rows,
    write(text: string) {
      frame = text;
    },
  });
  const stdin = new Keys();
  const instance = render(element, {
    stdout: stdout as unknown as NodeJS.WriteStream,
    stderr: stdout as unknown as NodeJS.WriteStream,
    stdin: stdin as unknown as NodeJS.ReadStream,
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  return {
    frame: () => frame,
    write(bytes) {
      stdin.write(bytes);
    },
    unmount() {
      instance.unmount();
      instance.cleanup();
    },
  };
}
