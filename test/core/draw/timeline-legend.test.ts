import {describe, expect, test} from 'vitest';
import {lineWidth} from '../../../source/core/draw/fit-text.js';
import {glyphSet} from '../../../source/core/draw/glyphs.js';
import {timelineLegend} from '../../../source/core/draw/timeline-legend.js';
import {textWidth} from '../../../source/core/draw/text-width.js';

describe.each(['unicode', 'ascii'] as const)('timeline legend, %s', (charset) => {
  test('says every mark in words that fit the narrowest screen', async () => {
    const lines = timelineLegend(charset);
    for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(40);
    const text = lines.map((line) => `${line.map((span) => span.text).join('')}\n`).join('');
    if (charset === 'ascii') expect(text).toMatch(/^[\n -~]*$/);
    await expect(text).toMatchFileSnapshot(`../../golden/timeline/legend-${charset}.txt`);
  });

  test('no two meanings share a sign', () => {
    const {stated, inferred, startMark, bar, inferredBar, unknownBar, range, fold} =
      glyphSet(charset);
    const signs = [
      ...Object.values(stated),
      ...Object.values(inferred),
      ...Object.values(startMark),
      bar,
      inferredBar,
      unknownBar,
      range,
      fold,
    ];
    expect(new Set(signs).size).toBe(signs.length);
    expect(signs).not.toContain(glyphSet(charset).ellipsis);
    for (const sign of signs) expect(textWidth(sign)).toBe(1);
  });
});
