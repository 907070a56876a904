import { defineConfig } from "tsdown";

/**
 * What the platform bundle leaves out, because a component never runs it. Each entry stands for
 * one module and everything that only it needs.
 */
const LEFT_OUT: readonly { module: RegExp; reason: string; stub?: string }[] = [
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
    module: /node_modules\/mime-db\/index\.js$/,
    reason: "form-data guesses content types from it; every part that is sent names its own.",
  },
  {
    module: /node_modules\/follow-redirects\/index\.js$/,
    reason: "axios takes Node's own http and https when redirects are off, as they always are.",
    stub: "{ http: {}, https: {} }",
  },
  {
    module: /node_modules\/(?:https-proxy-agent|proxy-from-env)\//,
    reason: "axios asks them only where a proxy is allowed, which it never is.",
  },
];

export default defineConfig({
  entry: "src/index.ts",
  format: "cjs",
  platform: "node",
  target: "node20",
  minify: true,
  dts: false,
  clean: true,
  deps: { alwaysBundle: () => true, onlyBundle: false },
  outputOptions: { exports: "named", entryFileNames: "index.js" },
  copy: ["assets/icon.png"],
  plugins: [
    {
      name: "left-out",
      load(id) {
        const entry = LEFT_OUT.find(({ module }) => module.test(id));
        return entry ? `module.exports = ${entry.stub ?? "{}"};` : null;
      },
    },
  ],
});
