import {Buffer} from 'node:buffer';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readDelimited} from '../../source/formats/delimited-text.js';
import {createRowScanner} from '../../source/stores/table-scan.js';

const COLUMNS = 3;
const DIALECT = {delimiter: ',', hasQuotes: true};

function scannerOf() {
  return createRowScanner({
    ...DIALECT,
    columns: COLUMNS,
    decode: (bytes, start, end) => bytes.toString('utf8', start, end),
  });
}

/** The rows up to the first odd one, the file given in parts of a size. */
function scanned(text: string, part: number): readonly (readonly string[] | 'odd')[] {
  const bytes = Buffer.from(text);
  const scanner = scannerOf();
  const rows: (readonly string[] | 'odd')[] = [];
  let at = 0;
  let until = Math.min(part, bytes.length);
  for (;;) {
    const found = scanner.next(bytes, at, until, until === bytes.length);
    if (found === 'end') return rows;
    if (found === 'odd') return [...rows, 'odd'];
    if (found === 'more') until = Math.min(until + part, bytes.length);
    else {
      rows.push(scanner.cells());
      at = scanner.end();
    }
  }
}

async function parsed(text: string): Promise<readonly (readonly string[] | undefined)[]> {
  const rows: (readonly string[] | undefined)[] = [];
  await readDelimited(text, DIALECT, COLUMNS, (row) => rows.push(row.cells));
  return rows;
}

const anyText = fc
  .array(
    fc.constantFrom('a', 'é', 'القائم', ' ', '"', '""', ',', '\n', '\r', '\r\n', 'b"c', '"x"'),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(''));

describe('the row scanner', () => {
  test('cuts sound rows as the careful parser does, wherever the file is broken into parts', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.integer({min: 1, max: 50}), async (text, part) => {
        const found = scanned(text, part);
        const whole = await parsed(text);
        const sound = found.at(-1) === 'odd' ? found.slice(0, -1) : found;
        expect(whole.slice(0, sound.length)).toEqual(sound);
        if (sound.length === found.length) expect(whole).toHaveLength(found.length);
      }),
      {numRuns: 150, seed: 20240124},
    );
  });

  test('reads quotation marks, line breaks in cells, mixed line ends and blank lines', () => {
    const text = 'a,"b ""c""\nd",e\r\n\r\nf,g h,"i,j"\rk,,l';
    expect(scanned(text, 7)).toEqual([
      ['a', 'b "c"\nd', 'e'],
      ['f', 'g h', 'i,j'],
      ['k', '', 'l'],
    ]);
  });

  test('leaves a quotation mark that never closes to the careful parser', () => {
    expect(scanned('a,b,c\nd,"e,f\ng,h,i', 100)).toEqual([['a', 'b', 'c'], 'odd']);
  });
});
