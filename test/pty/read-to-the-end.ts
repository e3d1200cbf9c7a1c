import type {Socket} from 'node:net';
import type {IPty} from '@lydell/node-pty';

const HELD_OPEN_MS = 10_000;

/**
node-pty stops reading a fifth of a second after the program has ended; on a busy machine that is before
all has been read. Here it gets a socket that waits for the end of what can be read, or much longer:
somebody else may hold the terminal open.

@returns what closes it at once.
*/
export function readToTheEnd(pty: IPty): () => void {
  const inside = pty as unknown as {_socket: Socket; destroy(): void};
  const {_socket: socket} = inside;
  const destroyLater = (): void => {
    const timer = setTimeout(() => {
      socket.destroy();
    }, HELD_OPEN_MS);
    socket.once('close', () => {
      clearTimeout(timer);
    });
  };
  inside._socket = new Proxy(socket, {
    get(target, name) {
      if (name === 'destroy') return destroyLater;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return () => {
    inside._socket = socket;
    inside.destroy();
  };
}
