import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import component from "../../src";
import { bundlePath } from "../support/bundle";

const ROOT = path.join(__dirname, "..", "..");
const load = createRequire(__filename);

let folder: string;
let manifest: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "gorgias-manifest-"));
  manifest = path.join(folder, "gorgias-manifest");
  await symlink(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"), "junction");
  bundlePath();
  await node("--import", "tsx", path.join(__dirname, "generate.ts"), manifest);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a script; when it fails, what it wrote is the error. */
async function node(...args: string[]): Promise<void> {
  await promisify(execFile)(process.execPath, args, { cwd: ROOT }).catch((failure) => {
    throw new Error(`${failure.stdout}${failure.stderr}`);
  });
}

/** With the compiler settings that come with the manifest; newer compilers call some deprecated. */
function typeCheck(): Promise<void> {
  const settings = ["--noEmit", "--ignoreDeprecations", "6.0"];
  return node(load.resolve("typescript/bin/tsc"), "--project", manifest, ...settings);
}

it.each([
  ["actions", component.actions],
  ["triggers", component.triggers],
  ["dataSources", component.dataSources],
])("has a module for each of the component's %s", async (kind, members) => {
  const modules = await readdir(path.join(manifest, "src", kind));
  expect(modules.sort()).toEqual(
    ["index", ...Object.keys(members)].map((key) => `${key}.ts`).sort(),
  );
});

it("has a module for each connection", async () => {
  expect(await readdir(path.join(manifest, "src", "connections"))).toHaveLength(
    component.connections.length + 1,
  );
});

it("type-checks, and so does code that uses it", async () => {
  await writeFile(
    path.join(manifest, "src", "flow.ts"),
    `import type { Connection } from "@prismatic-io/spectral";
import manifest from "./index";

declare const connection: Connection;

export const done = [
  manifest.actions.getTicket.perform<{ subject: string }>({ connection, id: "153006867" }),
  manifest.actions.updateTicket.perform({ connection, id: "7", status: "closed", tags: ["vip"] }),
  // @ts-expect-error A ticket cannot be read without its ID.
  manifest.actions.getTicket.perform({ connection }),
  // @ts-expect-error There is no such status.
  manifest.actions.updateTicket.perform({ connection, id: "7", status: "done" }),
];
`,
  );
  await typeCheck();
});
