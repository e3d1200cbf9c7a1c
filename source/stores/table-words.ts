/** Which events have which words: an index that grows while rows are read. */
import {Buffer} from 'node:buffer';
import {foldText} from '../core/query/fold-text.js';
import {type Bits, countBits, noBits} from './table-bits.js';
import {createNumbers} from './table-columns.js';
import {createHashSlots} from './table-slots.js';

export type WordIndex = {
  /** Add a text of an event. Events come in order, but an earlier one may be added to. */
  add(event: number, text: string): void;
  /**
  Add a text of an event that lies in bytes.

  @returns false when it is not printable ASCII: then nothing was added.
  */
  addBytes(event: number, bytes: Uint8Array, from: number, to: number): boolean;
  /** @returns the numbers of the words of a text that many events share, for `addNumbers`. */
  numbersOf(text: string): readonly number[];
  /** Add the words `numbers[from]` to `numbers[to - 1]` of an event. */
  addNumbers(event: number, numbers: Uint32Array, from: number, to: number): void;
  /**
  @param word - folded, without white space.
  @param place - where in a word of the text it stands.
  @returns a set of the events below `count` that have such a word.
  */
  find(word: string, place: WordPlace, count: number): Bits;
};

export type WordPlace = 'anywhere' | 'whole' | 'beginning' | 'ending';

/** Events of one block: what is said of them is sorted by word once no more of them come. */
const BLOCK_BITS = 14;
const BLOCK = 1 << BLOCK_BITS;
/** A word in more events of a block than this is kept as a set of bits: it takes less room. */
const DENSE = BLOCK / 16;

type Block = {
  readonly words: Uint32Array;
  /** Where the events of each word begin in `events`; one more at the end. */
  readonly starts: Uint32Array;
  readonly events: Uint16Array;
  readonly dense: readonly {readonly word: number; readonly bits: Bits}[];
};

const SPACE = 32;
const DASH = 45;
const DOT = 46;
/** Between what is listed in a note; two bytes in UTF-8. */
const MIDDLE_DOT = 0xb7;
const END = 10;
/** Source: FNV-1a (Fowler, Noll, Vo); signed, because larger numbers are kept as objects. */
const HASH_BASIS = 0x811c9dc5 | 0;
const HASH_PRIME = 0x01000193;

/** @returns an empty index. */
export function createWordIndex(): WordIndex {
  // Every word stands between two line feeds.
  let vocabulary = Buffer.alloc(1 << 16);
  vocabulary[0] = END;
  let length = 1;
  const offsets = createNumbers((size) => new Uint32Array(size));
  const lastEvent = createNumbers((size) => new Uint32Array(size));
  let words = 0;
  const slots = createHashSlots();

  const blocks: Block[] = [];
  // What was said of the events of the block that is still open, and of earlier ones too late.
  const openWords = createNumbers((size) => new Uint32Array(size));
  const openEvents = createNumbers((size) => new Uint16Array(size));
  let open = 0;
  const lateWords = createNumbers((size) => new Uint32Array(size));
  const lateEvents = createNumbers((size) => new Uint32Array(size));
  let late = 0;

  /** Where words go that are not of an event yet. */
  let collected: number[] | undefined;
  let letters = new Uint8Array(1024);
  let token = new Uint8Array(1024);

  /** @returns the number of the word in `token`. */
  function wordNumber(size: number, hash: number): number {
    for (let number = slots.first(hash); number >= 0; number = slots.next()) {
      const from = offsets.data[number] ?? 0;
      let at = 0;
      while (at < size && vocabulary[from + at] === token[at]) at += 1;
      if (at === size && vocabulary[from + size] === END) return number;
    }
    if (length + size + 1 > vocabulary.length) {
      const larger = Buffer.alloc(Math.max(vocabulary.length * 2, length + size + 1));
      vocabulary.copy(larger, 0, 0, length);
      vocabulary = larger;
    }
    const number = slots.add();
    words = number + 1;
    offsets.roomFor(number)[number] = length;
    lastEvent.roomFor(number)[number] = 0;
    vocabulary.set(token.subarray(0, size), length);
    length += size;
    vocabulary[length++] = END;
    return number;
  }

  function addWord(event: number, size: number, hash: number): void {
    if (size === 0) return;
    const word = wordNumber(size, hash);
    if (collected === undefined) addNumber(event, word);
    else collected.push(word);
  }

  function addNumber(event: number, word: number): void {
    if (lastEvent.data[word] === event + 1) return;
    lastEvent.data[word] = event + 1;
    if (event < blocks.length * BLOCK) {
      lateWords.roomFor(late)[late] = word;
      lateEvents.roomFor(late)[late] = event;
      late += 1;
      return;
    }
    openWords.roomFor(open)[open] = word;
    openEvents.roomFor(open)[open] = event & (BLOCK - 1);
    open += 1;
  }

  /** Text that folding changes by rules beyond these, or that holds other alphabets. */
  function addFolded(event: number, text: string): void {
    for (const part of foldText(text).split(/\s+/u)) {
      const bytes = Buffer.from(part);
      if (bytes.length > token.length) token = new Uint8Array(bytes.length * 2);
      token.set(bytes);
      let hash = HASH_BASIS;
      for (const byte of bytes) hash = Math.imul(hash ^ byte, HASH_PRIME);
      addWord(event, bytes.length, hash);
    }
  }

  function addNumbers(event: number, numbers: Uint32Array, from: number, to: number): void {
    while (event >= (blocks.length + 1) * BLOCK) closeBlock();
    for (let index = from; index < to; index += 1) addNumber(event, numbers[index] ?? 0);
  }

  function numbersOf(text: string): readonly number[] {
    const numbers: number[] = [];
    collected = numbers;
    addText(0, text);
    collected = undefined;
    return numbers;
  }

  function add(event: number, text: string): void {
    while (event >= (blocks.length + 1) * BLOCK) closeBlock();
    addText(event, text);
  }

  function addBytes(event: number, bytes: Uint8Array, from: number, to: number): boolean {
    makeRoom(to - from);
    let count = 0;
    for (let at = from; at < to; at += 1) {
      const code = bytes[at] ?? 0;
      if (code < 32 || code > 126) return false;
      if (code === 39 || code === 96) continue;
      letters[count++] = code >= 65 && code <= 90 ? code + 32 : code;
    }
    while (event >= (blocks.length + 1) * BLOCK) closeBlock();
    addLetters(event, count);
    return true;
  }

  function makeRoom(length: number): void {
    if (length <= letters.length) return;
    letters = new Uint8Array(length * 2);
    token = new Uint8Array(Math.max(token.length, length * 4));
  }

  function addText(event: number, text: string): void {
    makeRoom(text.length);
    let count = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 39 || code === 96 || code === 0x2018 || code === 0x2019) continue;
      if (code === MIDDLE_DOT) letters[count++] = MIDDLE_DOT;
      else if (code === 0x2013 || code === 0x2014) letters[count++] = DASH;
      else if (code < 32 || code > 126) {
        addFolded(event, text);
        return;
      } else letters[count++] = code >= 65 && code <= 90 ? code + 32 : code;
    }
    addLetters(event, count);
  }

  /** The rules of `foldText` for ASCII and a few signs, which the tests hold against it. */
  function addLetters(event: number, count: number): void {
    let size = 0;
    let hash = HASH_BASIS;
    // Nothing stands after the text.
    const at = (index: number): number => (index < count ? (letters[index] ?? 0) : 0);
    for (let index = 0; index < count; index += 1) {
      const code = letters[index] ?? 0;
      if (code === SPACE) {
        addWord(event, size, hash);
        size = 0;
        hash = HASH_BASIS;
        continue;
      }
      if (code === DASH) {
        if (isArticle(at(index + 1)) && at(index + 2) === 108 && at(index + 3) === DASH) {
          addWord(event, size, hash);
          size = 0;
          hash = HASH_BASIS;
        }
        continue;
      }
      if (isArticle(code) && (index === 0 || !isAlphanumeric(at(index - 1)))) {
        const skipped = articleLength(at, index);
        if (skipped > 0) {
          index += skipped - 1;
          continue;
        }
      }
      const isAfterLetter = code === DOT && index > 0 && isLetter(at(index - 1));
      if (isAfterLetter && (index === 1 || !isAlphanumeric(at(index - 2)))) continue;
      if (code === MIDDLE_DOT) {
        token[size++] = 0xc2;
        hash = Math.imul(hash ^ 0xc2, HASH_PRIME);
      }
      token[size++] = code;
      hash = Math.imul(hash ^ code, HASH_PRIME);
    }
    addWord(event, size, hash);
  }

  function closeBlock(): void {
    const counts = new Int32Array(words);
    for (let index = 0; index < open; index += 1) {
      const word = openWords.data[index] ?? 0;
      counts[word] = (counts[word] ?? 0) + 1;
    }
    let sparse = 0;
    let postings = 0;
    const dense: {readonly word: number; readonly bits: Bits}[] = [];
    for (let word = 0; word < words; word += 1) {
      const count = counts[word] ?? 0;
      if (count > DENSE) {
        dense.push({word, bits: noBits(BLOCK)});
        // Below zero it says which of them.
        counts[word] = -dense.length;
      } else if (count > 0) {
        sparse += 1;
        postings += count;
      }
    }
    const numbers = new Uint32Array(sparse);
    const starts = new Uint32Array(sparse + 1);
    let next = 0;
    let start = 0;
    for (let word = 0; word < words; word += 1) {
      const count = counts[word] ?? 0;
      if (count <= 0) continue;
      numbers[next] = word;
      starts[next] = start;
      counts[word] = start;
      start += count;
      next += 1;
    }
    starts[sparse] = start;
    const events = new Uint16Array(postings);
    for (let index = 0; index < open; index += 1) {
      const word = openWords.data[index] ?? 0;
      const event = openEvents.data[index] ?? 0;
      const place = counts[word] ?? 0;
      const bits = place < 0 ? dense[-1 - place]?.bits : undefined;
      if (bits === undefined) {
        events[place] = event;
        counts[word] = place + 1;
      } else bits[event >>> 5] = (bits[event >>> 5] ?? 0) | (1 << (event & 31));
    }
    blocks.push({words: numbers, starts, events, dense});
    open = 0;
  }

  /** @returns 1 for every word that has the letters there. */
  function wordsWith(word: string, place: WordPlace): Uint8Array | undefined {
    const before = place === 'whole' || place === 'beginning' ? '\n' : '';
    const after = place === 'whole' || place === 'ending' ? '\n' : '';
    const wanted = Buffer.from(before + word + after);
    const isWanted = new Uint8Array(words);
    const text = vocabulary.subarray(0, length);
    let number = 0;
    let isFound = false;
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at)) {
      const inside = at + before.length;
      number = lastAtOrBefore(offsets.data, number, words, inside);
      isWanted[number] = 1;
      isFound = true;
      if (number + 1 >= words) break;
      at = (offsets.data[number + 1] ?? 0) - 1;
    }
    return isFound ? isWanted : undefined;
  }

  function find(word: string, place: WordPlace, count: number): Bits {
    const bits = noBits(count);
    const isWanted = wordsWith(word, place);
    if (isWanted === undefined) return bits;
    const set = (event: number): void => {
      if (event < count) bits[event >>> 5] = (bits[event >>> 5] ?? 0) | (1 << (event & 31));
    };
    for (const [number, block] of blocks.entries()) {
      const base = number * BLOCK;
      if (base >= count) break;
      const own = bits.subarray(base >>> 5, (base + BLOCK) >>> 5);
      for (const {word: dense, bits: more} of block.dense) {
        if (isWanted[dense] !== 1) continue;
        for (let at = 0; at < own.length; at += 1) own[at] = (own[at] ?? 0) | (more[at] ?? 0);
      }
      if (countBits(own) < own.length * 32) addSparse(block, isWanted, own);
    }
    const base = blocks.length * BLOCK;
    for (let index = 0; index < open; index += 1) {
      if (isWanted[openWords.data[index] ?? 0] === 1) set(base + (openEvents.data[index] ?? 0));
    }
    for (let index = 0; index < late; index += 1) {
      if (isWanted[lateWords.data[index] ?? 0] === 1) set(lateEvents.data[index] ?? 0);
    }
    // Bits beyond the count came in with whole blocks.
    const rest = count % 32;
    const last = bits.length - 1;
    if (rest !== 0) bits[last] = (bits[last] ?? 0) & (2 ** rest - 1);
    return bits;
  }

  return {add, addBytes, numbersOf, addNumbers, find};
}

function addSparse(block: Block, isWanted: Uint8Array, bits: Bits): void {
  const {words, starts, events} = block;
  for (let index = 0; index < words.length; index += 1) {
    if (isWanted[words[index] ?? 0] !== 1) continue;
    const end = starts[index + 1] ?? 0;
    for (let at = starts[index] ?? 0; at < end; at += 1) {
      const event = events[at] ?? 0;
      // The last block may be cut short.
      if (event >>> 5 < bits.length)
        bits[event >>> 5] = (bits[event >>> 5] ?? 0) | (1 << (event & 31));
    }
  }
}

/** @returns the last number from `from` whose offset is not after a place. */
function lastAtOrBefore(offsets: Uint32Array, from: number, count: number, place: number): number {
  // Neighbours are looked at first: a frequent part of words is found in word after word.
  let step = 1;
  let low = from;
  while (low + step < count && (offsets[low + step] ?? 0) <= place) {
    low += step;
    step *= 2;
  }
  let high = Math.min(count, low + step);
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] ?? 0) <= place) low = middle;
    else high = middle;
  }
  return low;
}

function isArticle(code: number): boolean {
  return code === 97 || code === 101;
}

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

function isAlphanumeric(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

/** @returns how many letters of an article that begins here fall away; 0 when it is none. */
function articleLength(at: (index: number) => number, index: number): number {
  const [first, second, third] = [at(index + 1), at(index + 2), at(index + 3)];
  if (first === 108 && (second === DASH || second === SPACE)) return isLetter(third) ? 3 : 0;
  if (second === DASH) return isSunLetter(first) && third === first ? 3 : 0;
  // sh, dh, th
  const isPair = second === 104 && (first === 115 || first === 100 || first === 116);
  return isPair && third === DASH && at(index + 4) === first && at(index + 5) === second ? 4 : 0;
}

/** d n r s t z */
function isSunLetter(code: number): boolean {
  return (
    code === 100 || code === 110 || code === 114 || code === 115 || code === 116 || code === 122
  );
}
