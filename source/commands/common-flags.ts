import type {FlagSpec} from './command.js';

/** Flags that every command has. */
export const COMMON_FLAGS: readonly FlagSpec[] = [
  {name: 'help', type: 'boolean', shortFlag: 'h', summary: 'this help'},
  {name: 'version', type: 'boolean', shortFlag: 'v', summary: 'the version'},
  {name: 'debug', type: 'boolean', summary: 'the stack of an error'},
];
