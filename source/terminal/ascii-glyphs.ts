/** What stands for a character on a terminal that has ASCII only; drawings and common punctuation. */
const INSTEAD: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u00ab': '<',
  '\u00bb': '>',
  '\u00b6': 'P',
  '\u00b7': '.',
  '\u00d7': 'x',
  '\u00df': 's',
  '\u00e6': 'a',
  '\u00f8': 'o',
  '\u0131': 'i',
  '\u2022': '*',
  '\u2026': '~',
  '\u2039': '<',
  '\u203a': '>',
  '\u2190': '<',
  '\u2191': '^',
  '\u2192': '>',
  '\u2193': 'v',
  '\u02bc': "'",
  '\u02bf': "'",
};

function insteadOf(cluster: string): string {
  const code = cluster.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x7f) return cluster.charAt(0);
  const known = INSTEAD[cluster.charAt(0)];
  if (known !== undefined) return known;
  if (code >= 0x2010 && code <= 0x2015) return '-';
  if (code >= 0x2018 && code <= 0x201b) return "'";
  if (code >= 0x201c && code <= 0x201f) return '"';
  if (code >= 0x2500 && code <= 0x257f) {
    if ('─━┄┅┈┉╌╍═╴╶╸╺╼╾'.includes(cluster)) return '-';
    return '│┃┆┇┊┋╎╏║╵╷╹╻╽╿'.includes(cluster) ? '|' : '+';
  }
  if (code >= 0x2580 && code <= 0x25ff) return '#';
  const base = cluster.normalize('NFD').charCodeAt(0);
  return base >= 0x20 && base < 0x7f ? String.fromCharCode(base) : '?';
}

const remembered = new Map<string, string>();

/**
@param width - columns that it takes.
@returns ASCII as wide as the cluster. The last guard: on an 8-bit terminal a byte of UTF-8 can be a
C1 control code, so that none may ever reach it.
*/
export function asciiFor(cluster: string, width: number): string {
  let ascii = remembered.get(cluster);
  if (ascii === undefined) {
    ascii = insteadOf(cluster).padEnd(width, '?').slice(0, width);
    if (remembered.size > 5000) remembered.clear();
    remembered.set(cluster, ascii);
  }
  return ascii;
}
