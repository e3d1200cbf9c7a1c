import type {Reporter, TestModule} from 'vitest/node';

/** Ends a test run with one plain line: `N passed, N failed`, and how many were skipped if any were. */
export const countReporter: Reporter = {
  onTestRunEnd(modules, unhandled) {
    let [passed, failed, skipped] = [0, unhandled.length, 0];
    for (const module of modules) {
      failed += failedOutsideTests(module);
      for (const {type} of results(module)) {
        if (type === 'passed') passed++;
        else if (type === 'skipped') skipped++;
        else failed++;
      }
    }
    const skips = skipped === 0 ? '' : `, ${skipped} skipped`;
    process.stdout.write(`\n${passed} passed, ${failed} failed${skips}\n`);
  },
};

/** A test that never ran to an end counts as failed. */
function* results(module: TestModule): Iterable<{readonly type: 'passed' | 'failed' | 'skipped'}> {
  for (const test of module.children.allTests()) {
    const {state} = test.result();
    yield {type: state === 'pending' ? 'failed' : state};
  }
}

/** A file that cannot be loaded has no tests that could fail, and so does a broken hook. */
function failedOutsideTests(module: TestModule): number {
  const suites = [...module.children.allSuites()].filter((suite) => suite.errors().length > 0);
  return (module.errors().length > 0 ? 1 : 0) + suites.length;
}
