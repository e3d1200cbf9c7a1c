import {beforeAll, describe, expect, test} from 'vitest';
import {
  missingAnswers,
  MOST_KEYS,
  QUESTIONS,
  stepsOf,
} from '../../.scripts/questions/questions.mjs';
import bundled from '../../data/washington-baghdad.yaml';
import {loadDrawMap} from '../../source/app/load-map.js';
import type {DrawMap} from '../../source/panes/pane.js';
import {openBench} from '../helpers/open-bench.js';

let drawMap: DrawMap;
beforeAll(async () => {
  drawMap = await loadDrawMap();
});

describe('from the start screen at 80x24', () => {
  for (const {question, keys, answers} of QUESTIONS) {
    test(`${question} (${keys === '' ? 'no key' : keys})`, () => {
      const bench = openBench({chronology: bundled, drawMap});
      const steps = stepsOf(keys);
      for (const {name, isTyped} of steps) {
        if (isTyped) bench.type(name);
        else bench.press(name);
      }
      expect(missingAnswers(answers, bench.text().split('\n')), bench.text()).toEqual([]);
      expect(steps.filter((step) => !step.isTyped).length).toBeLessThanOrEqual(MOST_KEYS);
    });
  }
});
