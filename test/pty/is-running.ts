import {readFileSync} from 'node:fs';

/** @returns whether a process runs; one that has ended but that nobody has asked about does not. */
export function isRunning(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}
