import {openTerminal, type Terminal, type TerminalOptions} from './terminal.js';

let early: Terminal | undefined;

/**
Take the terminal before there is anything to compute a screen with, and show a picture of it.

@param picture - bytes that draw it on an empty screen.
*/
export function openTerminalEarly(options: TerminalOptions, picture: string): void {
  early = openTerminal(options, picture);
}

/** @returns the terminal that was taken early, else one that is taken now. */
export function takeTerminal(options: TerminalOptions): Terminal {
  const taken = early ?? openTerminal(options);
  early = undefined;
  return taken;
}

/** Nothing will be shown after all: what is said now is said below what was on the terminal before. */
export function giveEarlyTerminalBack(): void {
  early?.abandon();
  early = undefined;
}
