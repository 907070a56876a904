/** Ends a run with one plain line: how many tests passed and failed. Jest loads it as it is. */
module.exports = class ClosingLine {
  /** @param {unknown} _contexts @param {import("@jest/reporters").AggregatedResult} result */
  onRunComplete(_contexts, result) {
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    // At the very end, when Jest's own summary has been written.
    process.once("exit", () => console.log(`${result.numPassedTests} passed, ${failed} failed`));
  }
};
