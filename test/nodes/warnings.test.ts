import { warningsIn } from "./warnings";

it.each([
  "(node:7) ExperimentalWarning: Type Stripping is an experimental feature",
  "(node:7) [DEP0205] DeprecationWarning: `module.register()` is deprecated.",
  "(node:7) [MODULE_TYPELESS_PACKAGE_JSON] Warning: Module type is not specified",
  "ts-jest[config] (WARN) message TS151001: If you have issues",
  "\u001b[33m[tsdown] Node.js v20.20.2 is deprecated.\u001b[39m",
  "npm warn EBADENGINE Unsupported engine",
])("%j is found among what else was written", (warning) => {
  expect(warningsIn(`PASS one\n${warning}\nPASS two\n`)).toHaveLength(1);
});

it("what went well has none", () => {
  expect(warningsIn("PASS test/endToEnd/bundle.test.ts\n8 passed, 0 failed\n")).toEqual([]);
});
