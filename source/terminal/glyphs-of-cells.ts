import {isMark, isSimpleText} from '../core/draw/simple-text.js';
import {splitClusters} from '../core/draw/split-clusters.js';
import {textWidth} from '../core/draw/text-width.js';
import {ACTING} from '../core/events/acting-characters.js';

/**
What a cell shows, as a number: the code of a single UTF-16 unit, or from `FIRST_CLUSTER` on the
number of a longer cluster, which no other one ever gets.
*/
export type Glyph = number;

export const BLANK: Glyph = 0x20;
/** The right half of a wide glyph; the left half stands in the cell before. */
export const CONTINUED: Glyph = 0;
/** No terminal shows this: a cell whose content isn't known. */
export const UNKNOWN: Glyph = 0xffffffff;

const FIRST_CLUSTER = 0x110000;
/** More than a screen holds; at least so many of the clusters used last are known, at most twice as many. */
const CLUSTERS_KEPT = 50_000;

/**
Single units whose width terminals agree about: those of simple text, without the marks and without
what some of them draw as an emoji. xterm.js, tmux and string-width were compared on them.
*/
function isAgreed(cluster: string): boolean {
  const code = cluster.charCodeAt(0);
  if (cluster.length !== 1 || !isSimpleText(cluster) || isMark(code)) return false;
  return code < 0x2600 || code > 0x27bf || !/\p{Extended_Pictographic}/u.test(cluster);
}

const UNSURE = 0x80;
/** 0 not looked at yet; else width + 1, with `UNSURE` when terminals disagree. */
const units = new Uint8Array(0x10000);

type Clusters = {
  readonly numbers: Map<string, Glyph>;
  readonly shown: Map<Glyph, {readonly text: string; readonly traits: number}>;
};

const noClusters = (): Clusters => ({numbers: new Map(), shown: new Map()});
let recent = noClusters();
let older = noClusters();
let nextCluster = FIRST_CLUSTER;
let generation = 0;

/** @returns a number that changes when clusters are forgotten: lines read before may hold such. */
export function clusterGeneration(): number {
  return generation;
}

function traitsOf(cluster: string): number {
  // A cell is never narrower than one column, or what follows would land on what came before.
  const width = Math.min(2, Math.max(1, textWidth(cluster)));
  return (width + 1) | (isAgreed(cluster) ? 0 : UNSURE);
}

/** @returns the number of a grapheme cluster of one or more UTF-16 units. */
export function glyphOf(cluster: string): Glyph {
  if (cluster.length === 1) return cluster.charCodeAt(0);
  const known = recent.numbers.get(cluster);
  if (known !== undefined) return known;
  if (recent.numbers.size >= CLUSTERS_KEPT) {
    older = recent;
    recent = noClusters();
    generation += 1;
  }
  const glyph = older.numbers.get(cluster) ?? nextCluster++;
  recent.numbers.set(cluster, glyph);
  recent.shown.set(glyph, older.shown.get(glyph) ?? {text: cluster, traits: traitsOf(cluster)});
  return glyph;
}

function clusterOf(glyph: Glyph): {readonly text: string; readonly traits: number} | undefined {
  return recent.shown.get(glyph) ?? older.shown.get(glyph);
}

function traits(glyph: Glyph): number {
  if (glyph >= FIRST_CLUSTER) return clusterOf(glyph)?.traits ?? 2 | UNSURE;
  let known = units[glyph] ?? 0;
  if (known === 0) {
    known = traitsOf(String.fromCharCode(glyph));
    units[glyph] = known;
  }
  return known;
}

/** @returns 1 or 2. */
export function glyphWidth(glyph: Glyph): number {
  return (traits(glyph) & 0x7f) - 1;
}

/** @returns whether terminals disagree about how wide it is. */
export function isUnsure(glyph: Glyph): boolean {
  return (traits(glyph) & UNSURE) !== 0;
}

/** @returns the cluster. */
export function glyphText(glyph: Glyph): string {
  return glyph >= FIRST_CLUSTER ? (clusterOf(glyph)?.text ?? ' ') : String.fromCharCode(glyph);
}

/** Clusters that show nothing and take no cell on their own. */
const INVISIBLE = /^\p{Default_Ignorable_Code_Point}+$/u;

/**
@returns the glyphs of a text without escape codes, wide ones followed by `CONTINUED`; what would act
on a terminal is shown as the replacement character.
*/
export function glyphsOf(text: string): Glyph[] {
  const glyphs: Glyph[] = [];
  for (const cluster of splitClusters(text)) {
    const first = cluster.charCodeAt(0);
    if (cluster.length === 1 && first >= 0x20 && first < 0x7f) {
      glyphs.push(first);
      continue;
    }
    if (INVISIBLE.test(cluster)) continue;
    const glyph = ACTING.test(cluster) ? 0xfffd : glyphOf(cluster);
    glyphs.push(glyph);
    if (glyphWidth(glyph) === 2) glyphs.push(CONTINUED);
  }
  return glyphs;
}
