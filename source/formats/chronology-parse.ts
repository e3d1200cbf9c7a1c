import type {Problem} from '../core/events/chronology.js';
import type {Path} from '../core/events/path-problem.js';

/** A line and a column, both from 1. */
export type Position = {readonly line: number; readonly column: number};

/** What a chronology file holds before anybody has looked at what it means. */
export type ParsedFile = {
  /** Plain data: every string inert; undefined when it could not be parsed at all. */
  readonly value: unknown;
  /** What stopped the parser, or what it would read in a way nobody expects. */
  readonly problems: readonly Problem[];
  /**
  @returns where the key or the value at the end of a path stands, or the nearest thing around it;
  undefined when positions are not known.
  */
  locate(path: Path, at: 'key' | 'value', offset?: number): Position | undefined;
  /** Where the first text with a line break in it begins; every text of a chronology is one line. */
  readonly brokenAt?: Position | undefined;
  /** @returns a number exactly as it is written (`0044`), or undefined when a path holds none. */
  sourceOfNumber(path: Path): string | undefined;
};

/** No honest chronology nests deeper; parsers and validators overflow at some hundred levels. */
export const DEEPEST = 64;

/** Keys in one mapping; an honest one has some twenty. */
export const MOST_KEYS = 1000;

/** Problems reported of one file; a file with more is not a chronology with slips in it. */
export const MOST_PROBLEMS = 10_000;
