import {afterAll, beforeAll, expect, test} from 'vitest';
import {prepareTicktock, type PreparedTicktock} from './prepare-ticktock.js';

let prepared: PreparedTicktock;
beforeAll(async () => {
  prepared = await prepareTicktock();
});
afterAll(async () => {
  await prepared.remove();
});

test("Ink's own stages, which the measurements compare with, show the same and take keys", async () => {
  const screens = await Promise.all(
    ['', '1'].map(async (stock) => {
      const session = await prepared.open([], {env: {TICKTOCK_STOCK_INK: stock}});
      await session.until('Sequence');
      session.send('gj');
      await session.until(/─ 2\/18 ─/u);
      await session.rest(200);
      const lines = session.lines().map((line) => line.trimEnd());
      session.send('q');
      expect((await session.ended).status).toBe(0);
      return lines;
    }),
  );
  expect(screens[1]).toEqual(screens[0]);
});
