/**
 * JavaScript, because Node reads it by itself: a TypeScript file takes a loader on Node 20, and
 * brings a warning about an experimental feature on Node 22.
 *
 * @type {import("jest").Config}
 */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  // Large things that only some tests need are installed beside those.
  modulePathIgnorePatterns: ["<rootDir>/test/[^/]+/node_modules/"],
  // Types are checked by `npm run typecheck`: tsconfig.json's isolatedModules has ts-jest leave them.
  transform: { "\\.ts$": "ts-jest" },
  restoreMocks: true,
  // Two cores get two workers: Jest would leave one of them idle.
  maxWorkers: "100%",
  // No test may hang on how busy the machine is. This only ends one that never ends.
  testTimeout: 120_000,
  reporters: ["default", "<rootDir>/test/support/closingLine.cjs"],
};
