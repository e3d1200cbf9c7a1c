/**
The command contract.

How to add a command: write one file in `commands/` that exports a `Command`, and add one line to
`commands/command-registry.ts`; help, man page and completion come from it.
*/

/** Exit codes: 0 fine; 1 the data has errors or a check failed; 2 the command line is wrong. */
export type ExitCode = number;

/** The edges a command may touch; tests give their own. */
export type Io = {
  /** Write to standard output; resolves when it may write more. Throws nothing: a closed pipe ends the program quietly. */
  out(text: string): Promise<void>;
  /** One line to standard error, made inert; a line break is added. */
  error(line: string): void;
  /** All of standard input. */
  stdin(): Promise<Uint8Array>;
  /** @returns at once whether something stands in standard input that a command that reads none leaves there. */
  hasUnreadInput?(): boolean;
  readonly isStdoutTerminal: boolean;
  readonly isStdinTerminal: boolean;
  /** Width for plain text; 80 when unknown. */
  readonly columns: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since the epoch. */
  now(): number;
};

/** Flags as parsed by meow, camel-cased; a repeatable flag is an array. */
export type Flags = Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>;

export type FlagSpec = {
  readonly name: string;
  readonly type: 'string' | 'number' | 'boolean';
  readonly shortFlag?: string;
  readonly isMultiple?: boolean;
  /** True for what is on unless `--no-NAME` is given; help names only that. */
  readonly isOn?: boolean;
  readonly choices?: readonly string[];
  /** What stands for the value in help: `ID`, `PATH`. */
  readonly placeholder?: string;
  readonly summary: string;
};

export type Invocation = {
  /** Words after the verb. */
  readonly input: readonly string[];
  readonly flags: Flags;
  readonly io: Io;
};

export type Command = {
  readonly name: string;
  /** As in help: `date [EDTF...]`. */
  readonly usage: string;
  /** One line, lower case, no full stop. */
  readonly summary: string;
  readonly flags: readonly FlagSpec[];
  run(invocation: Invocation): Promise<ExitCode>;
};
