/** @jest-config-loader esbuild-register */
import type { Config } from "jest";

const config: Config = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  transform: { "\\.ts$": "ts-jest" },
  restoreMocks: true,
  reporters: ["default", "<rootDir>/test/support/closingLine.cjs"],
};

export default config;
