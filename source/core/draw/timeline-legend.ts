import type {GlyphKind} from '../events/event-store.js';
import {GLYPH_WORDS} from '../events/glyph-kind.js';
import {glyphSet, type Charset} from './glyphs.js';
import type {Line, Role} from './line.js';

const KINDS: readonly GlyphKind[] = ['violence', 'statement', 'action', 'other'];

/**
@returns every mark of the timeline with the words for it, under headings; each line fits 40 columns.
*/
export function timelineLegend(charset: Charset): readonly Line[] {
  const glyphs = glyphSet(charset);
  const {stated, inferred, startMark, endMark, bar, inferredBar, unknownBar, range} = glyphs;
  const span = (quality: keyof typeof startMark): string =>
    startMark[quality] + bar.repeat(3) + endMark[quality];
  return [
    heading('How sure the ends of a span are'),
    entry(span('certain'), 'certain: as exact as the date'),
    entry(span('approximate'), 'approximate: about then'),
    entry(span('uncertain'), 'uncertain: may be wrong'),
    entry(span('approximate-uncertain'), 'approximate and uncertain'),
    entry(`${startMark.open}${bar.repeat(3)}${endMark.open}`, 'open: it has no end yet'),
    entry(
      `${startMark.unknown}${unknownBar.repeat(3)}${endMark.unknown}`,
      'unknown: nobody says when',
    ),
    entry(inferredBar.repeat(5), 'inferred by an editor'),
    heading('Points, stated and inferred'),
    ...KINDS.map((kind) => entry(`${stated[kind]}   ${inferred[kind]}`, GLYPH_WORDS[kind])),
    entry(
      startMark.certain + range + stated.other + range + endMark.certain,
      'a moment somewhere within',
    ),
    entry(`${glyphs.left}${stated.other}`, 'its place is further left'),
    entry(`${startMark.approximate}${stated.other}`, 'a moment, about then'),
    entry(Array(3).fill(stated.statement).join(range), 'one date, order of the report'),
    entry(`${stated.statement}12`, '12 events, too close together'),
    heading('Signs'),
    entry(
      `${glyphs.selectedLeft}${stated.other}${glyphs.selectedRight}`,
      'the selected event',
      'selected',
    ),
    entry(
      `${glyphs.answeredLeft}${stated.other}${glyphs.answeredRight}`,
      'what it is said to answer',
      'link',
    ),
    entry(
      `${glyphs.answerLeft}${stated.other}${glyphs.answerRight}`,
      'what is said to answer it',
      'link',
    ),
    entry(
      `${glyphs.linkAnswered}${glyphs.linkLine}${glyphs.linkSelf}${glyphs.linkLine}${glyphs.linkAnswer}`,
      'answered, selected, answer',
      'link',
    ),
    entry(glyphs.mark, 'where times are measured from', 'mark'),
    entry(glyphs.fold.repeat(2), 'the scale changes here', 'axis'),
    entry('+3', '3 more without a row (w lists)', 'mark'),
    heading('The row below the lanes'),
    entry(glyphs.levels.slice(1).join(''), 'events of the list at a time', 'bar'),
    entry('', 'Goldstein: conflict, as coded', 'bar'),
    entry(glyphs.gentleLevels.slice(1).join(''), 'Goldstein: cooperation, coded', 'muted'),
  ];
}

const MARK_COLUMNS = 10;

/** @returns a line of a legend over what belongs together. */
export function heading(text: string): Line {
  return [{text, role: 'heading'}];
}

/** @returns a line of a legend: a mark, and the words for it. */
export function entry(mark: string, words: string, role: Role = 'lane-1'): Line {
  return [
    {text: mark.padEnd(MARK_COLUMNS), role},
    {text: words, role: 'text'},
  ];
}
