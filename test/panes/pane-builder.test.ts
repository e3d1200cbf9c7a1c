import {describe, expect, test} from 'vitest';
import {createPane} from '../../source/panes/pane-builder.js';

const COLUMNS = 30;

/** The first line of an item with a note at its right. */
function first(text: string, note: string): string {
  const pane = createPane(COLUMNS);
  pane.item(text, {right: {text: note, role: 'muted'}});
  const {lines} = pane.done({title: '', crumb: ''});
  return (lines[0] ?? []).map((span) => span.text).join('');
}

describe('what stands at the right of a text', () => {
  test('is two columns away when it could be read as the end of the text', () => {
    const most = COLUMNS - 'a paper'.length - 2;
    expect(first('x'.repeat(most), 'a paper')).toBe(`${'x'.repeat(most)}  a paper`);
    expect(first(`an ${'x'.repeat(most - 2)}`, 'a paper')).toMatch(/^an +a paper$/u);
  });

  test.each(['¶4 ¶16', 'par.4', '3 answers'])('may be beside it as %s', (note) => {
    const most = COLUMNS - note.length - 1;
    expect(first('x'.repeat(most), note)).toBe(`${'x'.repeat(most)} ${note}`);
  });
});
