import {Buffer} from 'node:buffer';
import {expect, test} from 'vitest';
import {createPartMemory} from '../../source/stores/table-part-memory.js';
import {createRowScanner} from '../../source/stores/table-scan.js';

/** Looks at one row after the other: what `look` makes of each. */
function eachRow(
  lines: readonly string[],
  look: (scanner: ReturnType<typeof createRowScanner>, bytes: Buffer) => unknown,
): readonly unknown[] {
  const bytes = Buffer.from(lines.join('\n'));
  const scanner = createRowScanner({
    delimiter: ',',
    hasQuotes: true,
    columns: 3,
    decode: (from, start, end) => from.toString('utf8', start, end),
  });
  const seen: unknown[] = [];
  for (let at = 0; scanner.next(bytes, at, bytes.length, true) === 'row'; at = scanner.end()) {
    seen.push(look(scanner, bytes));
  }
  return seen;
}

/** A memory of the first and the last of three cells, which says how often it has read any. */
function rememberingEnds(bytes: Buffer) {
  const reads: string[] = [];
  const memory = createPartMemory(
    {
      columns: [0, 2],
      read(cells) {
        reads.push(cells.join('|'));
        return cells[0] === 'bad' ? undefined : {texts: [cells[2] ?? '']};
      },
    },
    bytes,
  );
  const lengthSaid = (): number | undefined => {
    const place = memory.codesOf(({texts}) => [texts?.[0]?.length ?? 0]);
    return memory.codes.data[place];
  };
  return {memory, reads, lengthSaid};
}

test('cells that come again are read once, and no others are seen', () => {
  let ends: ReturnType<typeof rememberingEnds> | undefined;
  const said = eachRow(
    ['a,1,xyz', 'b,2,x', 'a,3,xyz', '"a",4,"xyz"', 'bad,5,x', 'b,6,x'],
    (scanner, bytes) => {
      ends ??= rememberingEnds(bytes);
      return ends.memory.look(scanner) ? ends.lengthSaid() : 'whole';
    },
  );
  expect(said).toEqual([3, 1, 3, 3, 'whole', 1]);
  expect(ends?.reads).toEqual(['a||xyz', 'b||x', 'bad||x']);
});

test('more things than are remembered are said all the same', () => {
  const count = 70_000;
  const lines = Array.from({length: count}, (_, row) => `${row},-,${'x'.repeat(row % 7)}`);
  let ends: ReturnType<typeof rememberingEnds> | undefined;
  const said = eachRow([...lines, ...lines.slice(-3)], (scanner, bytes) => {
    ends ??= rememberingEnds(bytes);
    return ends.memory.look(scanner) && ends.lengthSaid();
  });
  const lengths = lines.map((_, row) => row % 7);
  expect(said).toEqual([...lengths, ...lengths.slice(-3)]);
  expect(ends?.reads).toHaveLength(count);
});
