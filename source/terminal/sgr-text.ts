import type {Line, Role} from '../core/draw/line.js';
import type {Style} from '../core/draw/style.js';
import {textWidth} from '../core/draw/text-width.js';
import {PLAIN_LOOK, blankLook, lookOfStyle, type Look} from './cell-styles.js';
import {sgrCodesBetween} from './sgr.js';

const remembered = new Map<number, string>();

/** @returns the codes from one look to another, each a sequence of its own, as Ink's own styles are. */
export function sgrSteps(from: Look, to: Look): string {
  if (from === to) return '';
  const key = from * 65536 + to;
  let steps = remembered.get(key);
  if (steps === undefined) {
    steps = sgrCodesBetween(from, to)
      .map((code) => `\u001b[${code}m`)
      .join('');
    remembered.set(key, steps);
  }
  return steps;
}

/**
@param columns - the first line is filled up to these, so that a block keeps its width whatever it
says and nothing has to be laid out again; longer ones are left alone.
@returns lines as one text with SGR codes for one `<Text>`, a line each, plain at the end of each.
What is blank is only styled where that can be seen.
*/
export function sgrText(
  lines: readonly Line[],
  columns: number,
  styles: Readonly<Record<Role, Style>>,
): string {
  let text = '';
  let isFirst = true;
  for (const line of lines) {
    if (!isFirst) text += '\n';
    let look = PLAIN_LOOK;
    for (const span of line) {
      const next = lookOfStyle(styles[span.role]);
      if (next !== look && !(blankLook(next) === blankLook(look) && isBlank(span.text))) {
        text += sgrSteps(look, next);
        look = next;
      }
      text += span.text;
    }
    text += sgrSteps(look, PLAIN_LOOK);
    if (isFirst) text += ' '.repeat(Math.max(0, columns - lineWidth(line)));
    isFirst = false;
  }
  return text;
}

function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== 0x20) return false;
  return true;
}

function lineWidth(line: Line): number {
  let text = '';
  for (const span of line) text += span.text;
  return textWidth(text);
}
