/*
The one list of what a text from outside may not bring along. A gate that needs another choice gets
it here, so that the lists cannot drift apart.

Acting is what a terminal could take for more than a character: control codes (C0, DEL, C1),
surrogates without a partner, bidirectional controls, line and paragraph separators, deprecated
format characters, interlinear annotation, tag characters. The zero-width joiner and non-joiner are
not among them: Persian and the Indic scripts need both.
Source: Unicode 15.1, chapter 23; UAX #9, section 2.
*/
const CONTROLS = '\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Bidi_Control}';
const OTHERS = '\\u206a-\\u206f\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}';
/** What no script writes with: the byte order mark and noncharacters. Harmless where it is shown. */
const EMPTY = '\\ufeff\\p{Noncharacter_Code_Point}';

/** A character that a terminal could act on. For `test`, `EVERY_ACTING` for `replace`. */
export const ACTING = new RegExp(`[${CONTROLS}${OTHERS}]`, 'u');

/** Each character that a terminal could act on. */
export const EVERY_ACTING = new RegExp(ACTING, 'gu');

/** What nobody means to type: it acts on a terminal or stands for nothing. */
export const UNTYPED = new RegExp(`[${CONTROLS}${OTHERS}${EMPTY}]`, 'u');

/** Each character that nobody means to type. */
export const EVERY_UNTYPED = new RegExp(UNTYPED, 'gu');
