import {closeSync} from 'node:fs';
import {constants} from 'node:os';

/** What may end or stop the program from outside. */
export type ExitEvents = {
  /** A signal that ends: `status` is 128 and its number. */
  onEnd(status: number): void;
  /** An exception or a rejected promise that nobody has taken care of. */
  onError(error: unknown): void;
  /** Asked to stop by another program (SIGTSTP). */
  onStop(): void;
  /** Running again (SIGCONT). */
  onContinue(): void;
  /** The process ends whatever happens; nothing asynchronous runs any more. */
  onExit(): void;
};

export type ExitGuard = {
  /** Stop listening for all but errors: those are one line to the end, never a stack trace. */
  release(): void;
  /** Whether SIGTSTP is ours; otherwise it stops the process, as it does by default. */
  takeStops(isOurs: boolean): void;
};

/**
Those that end a process by default and that it may take. Not SIGKILL; not the ones of a fault in the
processor (SIGSEGV, SIGBUS, SIGFPE, SIGILL), which would come again and again; SIGPIPE is off in Node.
SIGUSR1 would start Node's debugger.
*/
const ENDING: readonly NodeJS.Signals[] = [
  'SIGHUP',
  'SIGINT',
  'SIGQUIT',
  'SIGTERM',
  'SIGUSR1',
  'SIGUSR2',
  'SIGALRM',
  'SIGVTALRM',
  'SIGPROF',
  'SIGXCPU',
  'SIGPWR',
  'SIGIO',
  'SIGSTKFLT',
  'SIGTRAP',
  'SIGABRT',
  'SIGSYS',
];

/** Listen for everything that ends or stops the program. */
export function guardExit(events: ExitEvents): ExitGuard {
  const numbers: Readonly<Record<string, number | undefined>> = constants.signals;
  // Node's profiler takes its samples by SIGPROF.
  const isProfiled = [...process.execArgv, process.env['NODE_OPTIONS']].join(' ').includes('prof');
  const endings = ENDING.filter(
    (signal) => numbers[signal] !== undefined && !(isProfiled && signal === 'SIGPROF'),
  );
  const end = (signal: NodeJS.Signals): void => {
    events.onEnd(128 + (numbers[signal] ?? 0));
  };
  const stop = (): void => {
    events.onStop();
  };
  const goOn = (): void => {
    events.onContinue();
  };
  const fail = (error: unknown): void => {
    events.onError(error);
  };
  const exit = (): void => {
    events.onExit();
  };
  for (const signal of endings) process.on(signal, end);
  process.on('SIGTSTP', stop);
  process.on('SIGCONT', goOn);
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  process.on('exit', exit);
  return {
    release() {
      for (const signal of endings) process.off(signal, end);
      process.off('SIGTSTP', stop);
      process.off('SIGCONT', goOn);
      process.off('exit', exit);
    },
    takeStops(isOurs) {
      process.off('SIGTSTP', stop);
      if (isOurs) process.on('SIGTSTP', stop);
    },
  };
}

/**
End the process now. The standard streams are closed first: Node 20 puts the modes of a terminal back
as it ends, which ours are already, and aborts when the terminal is gone.
*/
export function exitNow(status: number): never {
  for (const descriptor of [0, 1, 2]) {
    try {
      closeSync(descriptor);
    } catch {
      // It was closed already.
    }
  }
  process.exit(status);
}
