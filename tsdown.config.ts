import type { UserConfig } from "tsdown";

/**
 * What the platform bundle leaves out, because a component never runs it. Each entry stands for
 * one module and everything that only it needs; `importer` names the one place that would load it.
 */
const LEFT_OUT: readonly { module: RegExp; importer?: RegExp; reason: string }[] = [
  {
    module: /spectral\/dist\/testing\.js$/,
    reason: "Spectral's test tools, and Jest's mocks with them.",
  },
  {
    module: /spectral\/dist\/serverTypes\/convertIntegration\.js$/,
    reason: "For integrations written in code, and YAML and the whole of zod with it.",
  },
  {
    module: /spectral\/dist\/util\.js$/,
    reason: "Spectral's converters, and date-fns with them: src/inputs reads values itself.",
  },
  {
    module: /spectral\/dist\/conditionalLogic\/index\.js$/,
    reason: "Runs branches on conditions; no action here has any.",
  },
  {
    module: /node_modules\/axios\//,
    importer: /spectral\/dist\/serverTypes\/context\.js$/,
    reason: "Spectral starts other flows with it, which no action here does.",
  },
  {
    module: /node_modules\/mime-db\/index\.js$/,
    reason: "form-data guesses content types from it; every part that is sent names its own.",
  },
];

const NOTHING = "\0nothing";

const shared = {
  format: "cjs",
  platform: "node",
  target: "node20",
  minify: true,
  dts: false,
  logLevel: "warn",
  // A busy machine makes any plugin slow, and any warning fails the build.
  checks: { pluginTimings: false },
  deps: { alwaysBundle: () => true, onlyBundle: false },
  plugins: [
    {
      name: "left-out",
      async resolveId(source, importer, options) {
        const found = await this.resolve(source, importer, { ...options, skipSelf: true });
        const isLeftOut = LEFT_OUT.some(
          (one) => one.module.test(found?.id ?? "") && (one.importer?.test(importer ?? "") ?? true),
        );
        return isLeftOut ? NOTHING : found;
      },
      load: (id) => (id === NOTHING ? "module.exports = {};" : null),
    },
  ],
} satisfies UserConfig;

/** What the platform loads: it gets this folder and nothing else. */
export const platform = {
  ...shared,
  name: "platform",
  entry: "src/index.ts",
  outDir: "dist",
  outputOptions: { exports: "named", entryFileNames: "index.js" },
  copy: ["assets/icon.png"],
} satisfies UserConfig;

/** The same to look into: every name as it was written, and the way back to `src`. */
export const debug = {
  ...platform,
  name: "debug",
  outDir: "build/debug",
  minify: false,
  sourcemap: true,
} satisfies UserConfig;

/** The server for AI agents. */
export const server = {
  ...shared,
  name: "mcp",
  entry: "src/mcp/cli.ts",
  outDir: "build",
  outputOptions: { entryFileNames: "mcp.js" },
} satisfies UserConfig;

export default [platform, server];
