import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import fc from 'fast-check';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {decodeFile} from '../../source/commands/decode-file.js';
import {readFile} from '../../source/commands/read-file.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ticktock-read-'));
});
afterAll(() => {
  rmSync(folder, {recursive: true, force: true});
});

const noInput = {stdin: async () => new Uint8Array(), isStdinTerminal: false};

/** @returns what is read from a file of these bytes. */
async function readBytes(bytes: Uint8Array | string, mostBytes?: number) {
  const path = join(folder, 'file.txt');
  writeFileSync(path, bytes);
  return readFile(path, noInput, mostBytes);
}

/** @returns the text, or the message and what to do. */
async function outcome(result: ReturnType<typeof readFile>): Promise<string> {
  const file = await result;
  return file.ok ? file.text : `${file.problem.message}: ${file.problem.fix}`;
}

const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('readFile', () => {
  test.each([
    ['UTF-8', Buffer.from('é ü\n')],
    ['UTF-8 with a byte-order mark', Buffer.from('\ufeffé ü\n')],
    ['UTF-16, little end first', Buffer.from('\ufeffé ü\n', 'utf16le')],
    ['UTF-16, big end first', bigEndian('\ufeffé ü\n')],
    ['UTF-16 without a mark', Buffer.from('é ü\n', 'utf16le')],
    ['UTF-16 without a mark, big end first', bigEndian('é ü\n')],
    ['gzip', gzipSync('é ü\n')],
  ])('reads %s', async (_, bytes) => {
    expect(await readBytes(bytes)).toMatchObject({ok: true, text: 'é ü\n', problems: []});
  });

  test('reads what is not UTF-8 as Windows-1252 and says where that begins', async () => {
    const bytes = Buffer.concat([Buffer.from('ok\nWhat \u0027'), Buffer.from([0x93, 0xe9])]);
    expect(await readBytes(bytes)).toMatchObject({
      ok: true,
      text: 'ok\nWhat \u0027“é',
      problems: [{severity: 'warning', line: 2, column: 7}],
    });
  });

  test('keeps UTF-8 where some bytes are broken, and shows and counts those', async () => {
    const bytes = Buffer.concat([
      Buffer.from('\u0628\u063a\u062f\u0627\u062f\nKy\u00efv '),
      Buffer.from([0xd9]),
      Buffer.from(' end'),
    ]);
    const what = '1 byte is not UTF-8, shown as \ufffd';
    expect(await readBytes(bytes)).toMatchObject({
      ok: true,
      text: '\u0628\u063a\u062f\u0627\u062f\nKy\u00efv \ufffd end',
      problems: [{severity: 'warning', line: 2, column: 6, message: what}],
      losses: [{row: 0, field: 'encoding', what}],
    });
  });

  test('joins the letters that the folds of a calendar have cut', async () => {
    const bytes = Buffer.concat([
      Buffer.from('BEGIN:VCALENDAR\r\nSUMMARY:caf'),
      Buffer.from([0xc3, 0x0d, 0x0a, 0x20, 0xa9]),
      Buffer.from('\r\n two\r\n'),
    ]);
    expect(await readBytes(bytes)).toMatchObject({
      text: 'BEGIN:VCALENDAR\r\nSUMMARY:caf\u00e9\r\n two\r\n',
      problems: [],
      losses: [],
    });
  });

  test('keeps a stray NUL for the format to judge', async () => {
    const text = `${'a line of text\n'.repeat(20)}x\0y`;
    expect(await readBytes(text)).toMatchObject({ok: true, text});
  });

  test.each<[string, Uint8Array | string, string]>([
    ['an empty file', '', 'it is empty: start one with `ticktock new FILE`'],
    ['blanks', ' \n\t\n', 'it holds nothing but spaces: start one with `ticktock new FILE`'],
    [
      'binary',
      Uint8Array.from({length: 256}, (_, it) => it),
      'it is not text: give a chronology or an export as text (YAML, JSON, CSV…)',
    ],
    [
      'a spreadsheet',
      Buffer.from('PK\u0003\u0004xl/workbook'),
      'it is a zip archive or a spreadsheet, not text: unpack it, or save the sheet as CSV',
    ],
    ['a PDF', '%PDF-1.7', 'it is a PDF, not text: export it as text (CSV, JSON, YAML…)'],
    [
      'UTF-32',
      Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]),
      'it is UTF-32 text: save it as UTF-8',
    ],
    [
      'a broken gzip',
      gzipSync('hello').subarray(0, 15),
      'its gzip packing is broken or cut off: unpack it with `gunzip` to see what is inside',
    ],
    [
      'a gzip in a gzip',
      gzipSync(gzipSync('hello')),
      'it is packed twice: unpack it with `gunzip` first',
    ],
  ])('refuses %s', async (_, bytes, problem) => {
    await expect(readBytes(bytes).then((it) => outcome(Promise.resolve(it)))).resolves.toBe(
      problem,
    );
  });

  test('refuses what is larger than allowed, before and after unpacking', async () => {
    const text = 'x'.repeat(2000);
    expect(await readBytes(text, 1999)).toMatchObject({
      ok: false,
      problem: {message: 'it is larger than 1999 bytes'},
    });
    expect(await readBytes(text, 2000)).toMatchObject({ok: true});
    expect(await readBytes(gzipSync(Buffer.alloc(50_000_000, 0x61)), 1_000_000)).toMatchObject({
      ok: false,
      problem: {message: 'it unpacks to more than 1 MB'},
    });
  });

  test('names what is not there, and what may have been meant', async () => {
    writeFileSync(join(folder, 'events.yaml'), 'a: 1');
    await expect(outcome(readFile(join(folder, 'event.yaml'), noInput))).resolves.toBe(
      'there is no such file: did you mean `events.yaml`?',
    );
    await expect(outcome(readFile(join(folder, 'nowhere', 'x'), noInput))).resolves.toBe(
      'there is no such file: check the path',
    );
    await expect(outcome(readFile('https://example.org/a.yaml', noInput))).resolves.toBe(
      'there is no such file: addresses are never fetched: download it first',
    );
  });

  test('reads a pipe to its end, and waits for no one to write into it', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('sh', ['-c', 'mkfifo "$0"', pipe]);
    await expect(outcome(readFile(pipe, noInput))).resolves.toBe(
      'nothing was written into the pipe: start what writes it',
    );
    const half = 'x'.repeat(100_000);
    const script = 'exec 3>"$0"; printf %s "$1" >&3; printf %s "$1" >&3';
    const write = async () => once(spawn('sh', ['-c', script, pipe, half]), 'exit');
    const written = write();
    expect(await readFile(pipe, noInput)).toMatchObject({ok: true, text: half + half});
    await written;
    const cut = write();
    await expect(outcome(readFile(pipe, noInput, 1000))).resolves.toContain('larger than');
    await cut;
  });

  test('says that a link leads to nothing', async () => {
    symlinkSync(join(folder, 'gone.yaml'), join(folder, 'link.yaml'));
    await expect(outcome(readFile(join(folder, 'link.yaml'), noInput))).resolves.toBe(
      'it is a link to a file that is not there: see where it leads with `ls -l`',
    );
  });

  test('reads no device and no directory', async () => {
    await expect(outcome(readFile('/dev/zero', noInput))).resolves.toBe(
      'it is a device, not a file: name a file',
    );
    await expect(outcome(readFile(folder, noInput))).resolves.toBe(
      'it is a directory: name a file in it',
    );
  });

  test('names other failures of the path', async () => {
    const circle = join(folder, 'circle');
    symlinkSync(circle, circle);
    await expect(outcome(readFile(circle, noInput))).resolves.toBe(
      'its links lead back to themselves: name the file itself',
    );
    writeFileSync(join(folder, 'plain'), 'x');
    await expect(outcome(readFile(join(folder, 'plain', 'x'), noInput))).resolves.toBe(
      'a part of its path is not a directory: check the path',
    );
    await expect(outcome(readFile(`${folder}/${'x'.repeat(5000)}`, noInput))).resolves.toBe(
      'its name is too long: check the path',
    );
    await expect(outcome(readFile('a\0b', noInput))).resolves.toContain('it cannot be read');
  });

  test('reads a file of /proc, whose size is said to be 0', async () => {
    await expect(outcome(readFile('/proc/self/cmdline', noInput))).resolves.toContain('node');
  });

  test('reads standard input, unless it is the keyboard', async () => {
    const stdin = async (): Promise<Uint8Array> => Buffer.from('hello');
    expect(await readFile('-', {stdin, isStdinTerminal: false})).toMatchObject({
      ok: true,
      name: '-',
      text: 'hello',
    });
    await expect(outcome(readFile('-', {stdin, isStdinTerminal: true}))).resolves.toBe(
      'standard input is the keyboard: pipe a file into it, or name one',
    );
  });

  test('makes the name harmless and takes `.gz` off it', async () => {
    const path = join(folder, 'a\u001b[2J.yaml.gz');
    writeFileSync(path, gzipSync('x'));
    expect(await readFile(path, noInput)).toMatchObject({name: join(folder, 'a␛[2J.yaml')});
    const missing = await readFile('b\u202e\u001b.yaml', noInput);
    expect(missing).toMatchObject({problem: {file: 'b\ufffd␛.yaml'}});
  });
});

describe('decodeFile', () => {
  test('gives text back as it was written, in any encoding it recognises', async () => {
    const text = fc
      .string({unit: 'grapheme', minLength: 1, maxLength: 200})
      .filter((it) => it.trim() !== '' && !it.startsWith('\ufeff'));
    await fc.assert(
      fc.asyncProperty(text, async (it) => {
        for (const bytes of [Buffer.from(`\ufeff${it}`), Buffer.from(`\ufeff${it}`, 'utf16le')]) {
          const file = await decodeFile('x', bytes, 1_000_000);
          expect(file.ok ? file.text : file.problem.message).toBe(it);
        }
      }),
      {seed: 1, numRuns: 200},
    );
  });

  test('never throws, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({maxLength: 300}), async (bytes) => {
        const file = await decodeFile('x', bytes, 10_000);
        expect(file.ok ? file.text : file.problem.message).not.toBe('');
      }),
      {seed: 2, numRuns: 500},
    );
  });
});
