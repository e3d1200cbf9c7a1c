import type {Reporter, TestCase, TestModule} from 'vitest/node';

/**
Ends a test run with one plain line: `N passed, N failed`, and how many were skipped if any were. Before
it stands which tests passed only when they were tried again. Where `CI` is set a skipped test is a
failure: what it needs has to be there.
*/
export const countReporter: Reporter = {
  onTestRunEnd(modules, unhandled) {
    const isStrict = Boolean(process.env['CI']);
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string): number => tests.filter((test) => stateOf(test) === state).length;
    const skipped = count('skipped');
    const outside = modules.reduce((sum, module) => sum + failedOutsideTests(module), 0);
    const failed = count('failed') + outside + unhandled.length + (isStrict ? skipped : 0);
    const again = tests.filter((test) => test.diagnostic()?.flaky === true);
    process.stdout.write('\n');
    for (const test of again) process.stdout.write(`passed when tried again: ${nameOf(test)}\n`);
    if (isStrict && skipped > 0) {
      process.exitCode = 1;
      for (const test of tests.filter((each) => stateOf(each) === 'skipped'))
        process.stdout.write(`skipped, which counts as failed here: ${nameOf(test)}\n`);
    }
    const skips = skipped === 0 || isStrict ? '' : `, ${skipped} skipped`;
    process.stdout.write(`${count('passed')} passed, ${failed} failed${skips}\n`);
  },
};

const nameOf = (test: TestCase): string => `${test.module.relativeModuleId}: ${test.fullName}`;

/** A test that never ran to an end counts as failed. */
function stateOf(test: TestCase): 'passed' | 'failed' | 'skipped' {
  const {state} = test.result();
  return state === 'pending' ? 'failed' : state;
}

/** A file that cannot be loaded has no tests that could fail, and so does a broken hook. */
function failedOutsideTests(module: TestModule): number {
  const suites = [...module.children.allSuites()].filter((suite) => suite.errors().length > 0);
  return (module.errors().length > 0 ? 1 : 0) + suites.length;
}
