import type {Charset} from '../core/draw/glyphs.js';
import {detectCapabilities} from '../terminal/capabilities.js';
import type {Flags, Io} from './command.js';

/** @returns the characters to draw with: ASCII when asked for or when the locale has no other. */
export function charsetOf(flags: Flags, io: Io): Charset {
  return flags['ascii'] === true || !detectCapabilities(io.env).isUtf8 ? 'ascii' : 'unicode';
}
