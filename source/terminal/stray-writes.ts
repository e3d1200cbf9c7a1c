/** Keeps what libraries and Node itself print off the screen. */
export type StrayWrites = {
  /** Let writes through. */
  release(): void;
  /** Catch them once more. */
  again(): void;
  /** @returns what was written meanwhile, the first 64 KiB of it. */
  readonly text: string;
};

type Sink = {write: (...parameters: never[]) => boolean};

const MOST_KEPT = 65_536;

/**
Catch everything written to these streams, and the warnings that Node prints past them.

@param streams - standard output and error; what draws on the screen has bound its own \`write\` before.
*/
export function catchStrayWrites(streams: readonly Sink[]): StrayWrites {
  let text = '';
  const keep = (chunk: unknown): void => {
    if (text.length >= MOST_KEPT) return;
    const piece =
      typeof chunk === 'string'
        ? chunk
        : chunk instanceof Uint8Array
          ? Buffer.from(chunk).toString()
          : String(chunk);
    text = (text + piece).slice(0, MOST_KEPT);
  };
  const originals = streams.map((stream) => stream.write);
  const caught = ((chunk: unknown, ...others: unknown[]) => {
    keep(chunk);
    const done = others.at(-1);
    if (typeof done === 'function') queueMicrotask(done as () => void);
    return true;
  }) as Sink['write'];
  const keepWarning = (warning: Error): void => {
    keep(`${warning.name}: ${warning.message}\n`);
  };
  let printers: NodeJS.WarningListener[] = [];
  let isCatching = false;

  function again(): void {
    if (isCatching) return;
    isCatching = true;
    for (const stream of streams) stream.write = caught;
    printers = process.listeners('warning');
    process.removeAllListeners('warning');
    process.on('warning', keepWarning);
  }

  function release(): void {
    if (!isCatching) return;
    isCatching = false;
    streams.forEach((stream, index) => {
      stream.write = originals[index] as Sink['write'];
    });
    process.off('warning', keepWarning);
    for (const printer of printers) process.on('warning', printer);
  }

  again();
  return {
    get text() {
      return text;
    },
    again,
    release,
  };
}
