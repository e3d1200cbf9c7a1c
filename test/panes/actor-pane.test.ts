import {expect, test} from 'vitest';
import bundled from '../../data/washington-baghdad.yaml';
import {linesOf, paneContent} from '../helpers/pane-content.js';

test('what an actor says without a quotation stands with the question that it answers', () => {
  const lines = linesOf(paneContent(bundled, 'actor', 'austin', {widthColumns: 120}));
  expect(lines.some((line) => line.startsWith('Who: U.S. military, Ketaeb Hezbollah'))).toBe(true);
  expect(lines.some((line) => line.startsWith('“three facilities”'))).toBe(true);
});
