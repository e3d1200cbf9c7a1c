import type {Charset} from '../core/draw/glyphs.js';
import type {Capabilities} from '../terminal/capabilities.js';

/**
@returns what to draw with. The console of Linux takes UTF-8, but its fonts have at most 512 characters,
and among them neither Braille nor hollow signs nor dotted lines.
Source: setfont(8), console_codes(4).
*/
export function charsetFor({isUtf8, term}: Pick<Capabilities, 'isUtf8' | 'term'>): Charset {
  return isUtf8 && !/^linux/u.test(term) ? 'unicode' : 'ascii';
}
