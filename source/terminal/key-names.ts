/** Keys as terminals send them, beyond single characters (xterm, VT220, Linux console, rxvt). */
const SEQUENCES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    up: ['[A', 'OA'],
    down: ['[B', 'OB'],
    right: ['[C', 'OC'],
    left: ['[D', 'OD'],
    'shift+up': ['[1;2A', '[a'],
    'shift+down': ['[1;2B', '[b'],
    'shift+right': ['[1;2C', '[c'],
    'shift+left': ['[1;2D', '[d'],
    home: ['[H', 'OH', '[1~', '[7~'],
    end: ['[F', 'OF', '[4~', '[8~'],
    pageup: ['[5~'],
    pagedown: ['[6~'],
    f1: ['OP', '[11~', '[[A'],
    backspace: ['[3~'],
    escape: [''],
  }).flatMap(([name, sequences]) => sequences.map((end) => [`\u001b${end}`, name] as const)),
);

/**
@param key - one keystroke as the terminal sends it.
@returns its name as in the key table; undefined for a key that has none.
*/
export function keyName(key: string): string | undefined {
  const known = SEQUENCES.get(key);
  if (known !== undefined) return known;
  if (key === '\r' || key === '\n') return 'enter';
  if (key === '\t') return 'tab';
  if (key === ' ') return 'space';
  if (key === '\u007f' || key === '\b') return 'backspace';
  const code = key.codePointAt(0) ?? 0;
  if (key.length === 1 && code < 27) return `ctrl+${String.fromCodePoint(code + 96)}`;
  return code >= 32 && key === String.fromCodePoint(code) ? key : undefined;
}
