import type {FlagSpec} from './command.js';

/** @returns a flag as it is typed: `--zone`; `--no-remember` for what is on without it. */
export function flagName({name, isOn}: FlagSpec): string {
  return isOn === true ? `--no-${name}` : `--${name}`;
}
