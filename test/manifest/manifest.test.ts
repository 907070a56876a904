import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { builtComponent, manifestPath } from "../support/bundle";

const ROOT = path.join(__dirname, "..", "..");

const component = builtComponent();
const manifest = manifestPath();

/** Type-checks projects; what the compiler finds is the error. */
async function typeCheck(projects: readonly string[]): Promise<void> {
  const compiler = createRequire(__filename).resolve("typescript/bin/tsc");
  const run = promisify(execFile)(process.execPath, [compiler, "--build", ...projects], {
    cwd: ROOT,
  });
  await run.catch((failure) => {
    throw new Error(`${failure.stdout}${failure.stderr}`);
  });
}

it.each([
  ["actions", component.actions],
  ["triggers", component.triggers],
  ["dataSources", component.dataSources],
])("has a module for each of the component's %s", async (kind, members) => {
  const modules = await readdir(path.join(manifest, kind));
  expect(modules.sort()).toEqual(
    ["index", ...Object.keys(members)].map((key) => `${key}.ts`).sort(),
  );
});

it("has a module for each connection", async () => {
  expect(await readdir(path.join(manifest, "connections"))).toHaveLength(
    component.connections.length + 1,
  );
});

it("leaves out what actions answer, which Spectral's own types refuse as the bundle has it", async () => {
  const { outputSchema } = component.actions.getTicket ?? {};
  expect(outputSchema).toMatchObject({ schema: expect.stringContaining('"type":"object"') });
  await expect(
    readFile(path.join(manifest, "actions", "getTicket.ts"), "utf8"),
  ).resolves.not.toContain("outputSchema");
});

it("type-checks, and so do the examples that use it", async () => {
  const entries = await readdir(path.join(ROOT, "examples"), { withFileTypes: true });
  const examples = entries.filter((one) => one.isDirectory() && one.name !== "manifests");
  expect(examples.length).toBeGreaterThanOrEqual(4);
  await typeCheck([
    "test/manifest",
    // As in a project that prism makes, but for "node" in types (docs/flows-in-code.md).
    "test/manifest/project",
    ...examples.map(({ name }) => `examples/${name}`),
  ]);
});
