import {afterAll, beforeAll, expect, test} from 'vitest';
import {readKept} from '../house/repository-files.js';
import {prepareTicktock, type PreparedTicktock} from './prepare-ticktock.js';

let prepared: PreparedTicktock;
beforeAll(async () => {
  prepared = await prepareTicktock();
});
afterAll(async () => {
  await prepared.remove();
});

test('the README shows the screen that the program draws; if not: npm run docs', async () => {
  const [, screen = ''] =
    /<!-- screen: begin -->\n\n```text\n([^]*?)\n```\n/u.exec(readKept('README.md')) ?? [];
  expect(screen.split('\n')).toHaveLength(24);
  const session = await prepared.open();
  await session.until(screen);
});
