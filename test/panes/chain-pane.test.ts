import {describe, expect, test} from 'vitest';
import bundled from '../../data/washington-baghdad.yaml';
import {oneEvent} from '../helpers/generated-chronologies.js';
import {linesOf, paneContent} from '../helpers/pane-content.js';

describe('the chain of an event', () => {
  test('without links says that no account names any, not that there is none', () => {
    expect(linesOf(paneContent(oneEvent(), 'chain', 'only', {widthColumns: 60}))).toEqual([
      'Said to answer',
      '  No account here names what this answers.',
      '',
      'The only event',
      '  24 Jan 2024',
      '',
      'Said to be answered by',
      '  No account here names an answer to this.',
    ]);
  });

  test('names who says that one thing answers another', () => {
    const words = linesOf(paneContent(bundled, 'chain', 'strikes', {widthColumns: 80})).join('\n');
    expect(words).toContain('└ Over 150 attacks on the coalition — Lloyd Austin');
    expect(words).toContain('├ Iraqi authorities accuse the U.S. — the report');
  });
});
