import { isBuiltin } from "node:module";
import { transform } from "esbuild";
import type { UserConfig } from "tsdown";

/** A module or a part of one that is left out, and everything that only it needs. */
interface LeftOut {
  readonly module: RegExp;
  /** The one place that would load it. */
  readonly importer?: RegExp;
  /** The code that is left out, wherever it stands, where the rest of the module is needed. */
  readonly part?: string;
  /** What does as much of its work as is needed. @defaultValue nothing: `{}`, or of a part `undefined` */
  readonly instead?: string;
  readonly reason: string;
}

/** What the bundles leave out, because a component never runs it. */
const LEFT_OUT: readonly LeftOut[] = [
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
    reason: "Spectral's converters, and date-fns with them: src/fields reads values itself.",
  },
  {
    module: /spectral\/dist\/conditionalLogic\/index\.js$/,
    reason: "Runs branches on conditions; no action here has any.",
  },
  {
    module: /spectral\/dist\/types\/conditional-logic\.js$/,
    reason: "The words of such conditions.",
  },
  {
    module: /node_modules\/lodash\/omit\.js$/,
    instead:
      "(object, keys) => { const rest = { ...object }; for (const key of keys) delete rest[key]; return rest; }",
    reason:
      "Spectral copies every input with it, a plain object: it can copy anything, and slowly.",
  },
  {
    module: /spectral\/dist\/serverTypes\/convertComponent\.js$/,
    part: '_a = definition, { default: defaultValue, type, label, collection, inputs: childInputs, configurations } = _a, rest = __rest(_a, ["default", "type", "label", "collection", "inputs", "configurations"])',
    instead:
      "{ default: defaultValue, type, label, collection, inputs: childInputs, configurations, ...rest } = definition",
    reason:
      "What an old JavaScript lacks. Where a host looks at all actions at once, with over a thousand inputs, that loop gets hot enough to be optimized, which takes longer than it does and megabytes.",
  },
  {
    module: /spectral\/dist\/serverTypes\/convertComponent\.js$/,
    part: "Object.assign(Object.assign({}, result), {",
    instead: "Object.assign(result, {",
    reason: "Copies all inputs of an action that are done for each one that is added.",
  },
  {
    module: /node_modules\/lodash\/uniq\.js$/,
    instead: "(list) => [...new Set(list)]",
    reason: "A set does the same. With the others around it, lodash would be 180 modules to load.",
  },
  {
    module: /node_modules\/lodash\/snakeCase\.js$/,
    instead: '(text) => text.replace(/[A-Z]/g, "_$&")',
    reason: "Spectral writes performSafety's few words with it, in capitals.",
  },
  {
    module: /node_modules\/lodash\/camelCase\.js$/,
    reason: "Reads such words again, which nothing here does.",
  },
  {
    module: /node_modules\/lodash\/merge\.js$/,
    instead: "Object.assign",
    reason: "Spectral adds a connection's templates to its inputs with it: no input is both.",
  },
  {
    module: /(?:^|:)perf_hooks$/,
    importer: /spectral\/dist\/serverTypes\/context\.js$/,
    instead: "globalThis",
    reason: "Its clock is there without it, and is loaded when it is first looked at.",
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
  {
    module: /node_modules\/es-set-tostringtag\/index\.js$/,
    instead:
      "(object, value) => Object.defineProperty(object, Symbol.toStringTag, { value, configurable: true })",
    reason: "Asks with a dozen modules whether the engine is too old for that.",
  },
  {
    module: /axios\/lib\/adapters\/fetch\.js$/,
    reason: "Requests go over Node's http. It also tries Node's own fetch, which loads all of it.",
  },
  {
    module: /axios\/lib\/utils\.js$/,
    part: "typeof G.FormData !== 'undefined' ? G.FormData : undefined",
    reason: "Loads Node's own fetch as well; the forms that are sent are form-data's.",
  },
  {
    module: /axios\/lib\/adapters\/xhr\.js$/,
    reason: "For browsers.",
  },
  {
    module: /(?:^|:)http2$/,
    importer: /axios\/lib\//,
    reason: "Requests are sent as HTTP/1.1.",
  },
  {
    module: /node_modules\/follow-redirects\//,
    importer: /axios\/lib\//,
    reason: "No redirect is followed by axios.",
  },
  {
    module:
      /node_modules\/(?:proxy-from-env|https-proxy-agent)\/|\/helpers\/shouldBypassProxy\.js$/,
    importer: /axios\/lib\//,
    reason: "No proxy is asked.",
  },
  {
    module:
      /node_modules\/form-data\/|\/helpers\/(?:toFormData|toURLEncodedForm|formDataToJSON|formDataToStream|readBlob|AxiosURLSearchParams)\.js$/,
    importer: /axios\/lib\//,
    reason:
      "Bodies and queries of any other kind; axios is given text, bytes and form-data's forms.",
  },
  {
    module: /axios\/lib\/helpers\/(?:fromDataURI|estimateDataURLDecodedBytes)\.js$/,
    reason: "Every address is one of http or https.",
  },
  {
    module: /axios\/lib\/helpers\/(?:AxiosTransformStream|progressEventReducer)\.js$/,
    reason: "Nobody watches how far a request is.",
  },
];

/** Stands for a module that is left out, and goes on with what it exports. */
const NOTHING = "\0instead:";

/** Stands for a module of Node's, and loads it when it is first needed. */
const LATE = "\0late:";

function without(code: string, { part = "", instead = "undefined" }: LeftOut, id: string): string {
  if (!code.includes(part)) {
    throw new Error(`${id} no longer holds what LEFT_OUT takes out of it: ${part}`);
  }
  return code.replaceAll(part, () => instead);
}

const shared = {
  format: "cjs",
  platform: "node",
  target: "node20",
  minify: true,
  dts: false,
  logLevel: "warn",
  // A busy machine makes any plugin slow, and any warning fails the build.
  checks: { pluginTimings: false },
  // Engines compile a function in brackets at once: most of those are needed late or never.
  inputOptions: { optimization: { pifeForModuleWrappers: false } },
  deps: { alwaysBundle: () => true, onlyBundle: false },
  plugins: [
    {
      name: "left-out",
      async resolveId(source, importer, options) {
        const found = await this.resolve(source, importer, { ...options, skipSelf: true });
        const leftOut = LEFT_OUT.find(
          ({ module, importer: from, part }) =>
            !part && module.test(found?.id ?? "") && (from?.test(importer ?? "") ?? true),
        );
        return leftOut ? NOTHING + (leftOut.instead ?? "{}") : found;
      },
      load: (id) =>
        id.startsWith(NOTHING) ? `module.exports = ${id.slice(NOTHING.length)};` : null,
      transform(code, id) {
        const parts = LEFT_OUT.filter(({ module, part }) => part && module.test(id));
        return parts.reduce((rest, leftOut) => without(rest, leftOut, id), code);
      },
    },
    {
      // A bundle's imports of Node's modules all move to its top, and are loaded with it.
      name: "late",
      resolveId: (source, importer) =>
        isBuiltin(source) && !importer?.startsWith(LATE) ? LATE + source : null,
      load: (id) =>
        id.startsWith(LATE) ? `module.exports = require("${id.slice(LATE.length)}");` : null,
    },
    {
      // The bundler writes texts in backticks, and letters of any script as they are. Engines read
      // quotes faster, and keep a file of ASCII in half the memory.
      name: "quotes",
      async generateBundle({ minify }, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (minify && chunk.type === "chunk") {
            const quoted = { minify: true, format: "cjs", target: "node20" } as const;
            chunk.code = (await transform(chunk.code, quoted)).code;
          }
        }
      },
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
