import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import type { InputValues, Step } from "../../../workbench/messages";
import { elsewhereOf } from "../../../workbench/server/elsewhere/elsewhere";
import { manifestPath } from "../../support/bundle";
import { action, actions, casesOf, everyInputOf, pickLists, triggers } from "./cases";

const ROOT = path.join(__dirname, "..", "..", "..");
/** In the repository, where the packages are found. */
const FOLDER = path.join(ROOT, "build", "elsewhere");

/** Around the snippets: what docs/flows-in-code.md says that an integration has. */
const INTEGRATION = `
import {
  configPage, connectionConfigVar, dataSourceConfigVar, flow, type FlowExecutionContext,
} from "@prismatic-io/spectral";
import { componentRegistry } from "../../examples/componentRegistry";
export { componentRegistry };
const configPages = {
  Connections: configPage({
    elements: {
      "Gorgias Connection": connectionConfigVar({
        stableKey: "gorgias-connection",
        dataType: "connection",
        connection: {
          component: "gorgias",
          key: "gorgiasApiKey",
          values: { domain: { value: "" }, username: { value: "" }, apiKey: { value: "" } },
        },
      }),
    },
  }),
};
type Pages = typeof configPages;
declare module "@prismatic-io/spectral" {
  interface IntegrationDefinitionConfigPages extends Pages {}
}
`;

beforeAll(async () => {
  manifestPath();
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
});

/** What the compiler finds. */
async function faultsIn(source: string): Promise<string> {
  await writeFile(path.join(FOLDER, "index.ts"), source);
  await writeFile(
    path.join(FOLDER, "tsconfig.json"),
    JSON.stringify({ extends: "../../examples/tsconfig.json", include: ["."] }),
  );
  const compiler = createRequire(__filename).resolve("typescript/bin/tsc");
  return promisify(execFile)(
    process.execPath,
    [compiler, "-p", FOLDER, "--noEmit", "--rootDir", ROOT],
    { cwd: ROOT },
  ).then(
    ({ stdout }) => stdout,
    ({ stdout, stderr }) => `${stdout}${stderr}`,
  );
}

it("compiles against the manifest: each action with its stars and with every input, each trigger and pick list", async () => {
  const forms: readonly (readonly [Step, InputValues])[] = [
    ...actions.map((step) => [step, casesOf(step)[0]?.inputs ?? {}] as const),
    ...actions.map((step) => [step, everyInputOf(step)] as const),
    [action("createTicket"), { messages: "[{}]" }],
    // Clear it to leave the status as it is.
    [action("updateTicket"), { id: "7", status: "" }],
    ...[...triggers, ...pickLists].flatMap((step) => [
      [step, {}] as const,
      [step, everyInputOf(step)] as const,
    ]),
  ];
  const steps = await Promise.all(
    forms.map(async ([step, inputs], index) => {
      const { code } = await elsewhereOf(step, inputs);
      return step.kind === "actions"
        ? `export async function step${index}(context: FlowExecutionContext) {\n${code.text}\nreturn data;\n}`
        : `export const part${index} = ${code.text}`;
    }),
  );
  expect(await faultsIn([INTEGRATION, ...steps].join("\n"))).toBe("");
});
