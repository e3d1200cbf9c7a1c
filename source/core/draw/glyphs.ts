/** The characters everything is drawn with, one set for each kind of terminal. */
import type {EndQuality, GlyphKind} from '../events/event-store.js';

export type Charset = 'unicode' | 'ascii';

export type Glyphs = {
  /** Points whose date the source states. */
  readonly stated: Readonly<Record<GlyphKind, string>>;
  /** Points whose date an editor inferred. */
  readonly inferred: Readonly<Record<GlyphKind, string>>;
  /** What it held over, stated and inferred. */
  readonly bar: string;
  readonly inferredBar: string;
  /** What nobody says held until an end that is not known. */
  readonly unknownBar: string;
  /** What a point may lie anywhere within. */
  readonly range: string;
  readonly startMark: Readonly<Record<EndQuality, string>>;
  readonly endMark: Readonly<Record<EndQuality, string>>;
  /** Where the axis changes its measure. */
  readonly fold: string;
  readonly tick: string;
  /** The moment times are measured from. */
  readonly mark: string;
  /** Rising levels, none first. */
  readonly levels: readonly string[];
  /** Whether levels can stand on each other: blocks can, letters cannot. */
  readonly hasBlocks: boolean;
  /** Rising levels of the opposite of what `levels` shows. */
  readonly gentleLevels: readonly string[];
  readonly selectedLeft: string;
  readonly selectedRight: string;
  /** Around an event that the selected one answers, and around one that answers it. */
  readonly answeredLeft: string;
  readonly answeredRight: string;
  readonly answerLeft: string;
  readonly answerRight: string;
  /** The line of links: the selected event, what it answers, what answers it. */
  readonly linkLine: string;
  readonly linkSelf: string;
  readonly linkAnswered: string;
  readonly linkAnswer: string;
  /** More above, more below. */
  readonly up: string;
  readonly down: string;
  /** What stands at the edge has its place further left, further right. */
  readonly left: string;
  readonly right: string;
  readonly atMost: string;
  readonly dash: string;
  readonly ellipsis: '…' | '..';
  readonly separator: string;
};

const UNICODE: Glyphs = {
  stated: {violence: '◆', statement: '●', action: '▲', other: '■'},
  inferred: {violence: '◇', statement: '○', action: '△', other: '□'},
  bar: '━',
  inferredBar: '╍',
  unknownBar: '┈',
  range: '─',
  startMark: {
    certain: '├',
    approximate: '~',
    uncertain: '?',
    'approximate-uncertain': '%',
    open: '◂',
    unknown: '¿',
  },
  endMark: {
    certain: '┤',
    approximate: '~',
    uncertain: '?',
    'approximate-uncertain': '%',
    open: '▸',
    unknown: '¿',
  },
  fold: '╱',
  tick: '╷',
  mark: '▼',
  levels: [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  hasBlocks: true,
  gentleLevels: [' ', '⡀', '⡄', '⡆', '⡇'],
  selectedLeft: '[',
  selectedRight: ']',
  answeredLeft: '‹',
  answeredRight: '›',
  answerLeft: '›',
  answerRight: '‹',
  linkLine: '─',
  linkSelf: '┴',
  linkAnswered: '▴',
  linkAnswer: '▾',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  atMost: '≤',
  dash: '–',
  ellipsis: '…',
  separator: '·',
};

const ASCII: Glyphs = {
  stated: {violence: 'X', statement: 'O', action: 'A', other: 'E'},
  inferred: {violence: 'x', statement: 'o', action: 'a', other: 'e'},
  bar: '=',
  inferredBar: '-',
  unknownBar: '.',
  range: '_',
  startMark: {
    certain: '|',
    approximate: '~',
    uncertain: '?',
    'approximate-uncertain': '%',
    open: '<',
    unknown: '!',
  },
  endMark: {
    certain: '|',
    approximate: '~',
    uncertain: '?',
    'approximate-uncertain': '%',
    open: '>',
    unknown: '!',
  },
  fold: '/',
  tick: '|',
  mark: 'v',
  // Darker and darker; digits would be read as counts.
  levels: [' ', '.', ':', '-', '=', '+', '*', '#', '%', '@'],
  hasBlocks: false,
  gentleLevels: [' ', 'a', 'b', 'c', 'd'],
  selectedLeft: '[',
  selectedRight: ']',
  answeredLeft: '<',
  answeredRight: '>',
  answerLeft: '>',
  answerRight: '<',
  linkLine: '-',
  linkSelf: '+',
  linkAnswered: '^',
  linkAnswer: 'v',
  up: '^',
  down: 'v',
  left: '<',
  right: '>',
  atMost: '<=',
  dash: '-',
  ellipsis: '..',
  separator: '|',
};

/** @returns the characters of a set; every one is a single column wide. */
export function glyphSet(charset: Charset): Glyphs {
  return charset === 'ascii' ? ASCII : UNICODE;
}
