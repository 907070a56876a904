/** @jest-config-loader esbuild-register */
import type { Config } from "jest";

const config: Config = {
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

// Not `export default`: from Node 22.18 on, Node reads this file itself, as CommonJS. The loader
// that the first line names is for older ones.
module.exports = config;
