import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { textOf } from "../docs/commands";
import { builtComponent, bundlePath, manifestPath } from "../support/bundle";
import { digestOf, type Platform, startPlatform } from "../support/platform";
import { prism } from "../support/platform/prism";

const load = createRequire(__filename);
const ROOT = path.join(__dirname, "..", "..");

const component = builtComponent();

let folder: string;
let platform: Platform;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "gorgias-manifest-"));
  await symlink(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"), "junction");
  platform = await startPlatform();
  await writeFile(path.join(folder, "prism"), `#!/bin/sh\necho ${platform.token}\n`);
  await chmod(path.join(folder, "prism"), 0o755);
});

afterAll(async () => {
  await platform.close();
  await rm(folder, { recursive: true, force: true });
});

it("is what Spectral's command makes of the published component, but for its signature", async () => {
  await prism(platform, ROOT, ["components:publish", "--no-confirm"]);
  const command = load.resolve("@prismatic-io/spectral/bin/cni-component-manifest.js");
  await promisify(execFile)(process.execPath, [command, component.key, "--private"], {
    cwd: folder,
    env: {
      ...process.env,
      PATH: `${folder}${path.delimiter}${process.env.PATH}`,
      PRISMATIC_URL: platform.url,
    },
  });
  const published = platform.latest().uploads.package ?? Buffer.alloc(0);
  const made = jest.requireActual(path.join(folder, "src", "manifests", component.key));
  const ours = jest.requireActual(manifestPath());
  expect(made.default).toMatchObject({ signature: digestOf(published), public: false });
  expect(plain({ ...made.default, signature: null })).toEqual(plain(ours.default));
});

it("cannot be registered in the form that component-manifest writes it in", async () => {
  const ours = path.join(folder, "gorgias");
  await mkdir(ours);
  await symlink(path.dirname(bundlePath()), path.join(ours, "dist"), "junction");
  const command = load.resolve("@prismatic-io/spectral/bin/component-manifest.js");
  await promisify(execFile)(process.execPath, [command, "--skip-signature-verify"], {
    cwd: ours,
    env: { ...process.env, PATH: `${folder}${path.delimiter}${process.env.PATH}` },
  });
  const registry = path.join(folder, "registry.ts");
  await writeFile(
    registry,
    `import { componentManifests } from "@prismatic-io/spectral";
import gorgias from "./gorgias-manifest/src";
export const componentRegistry = componentManifests({ gorgias });
`,
  );
  const compiler = load.resolve("typescript/bin/tsc");
  const options = ["--noEmit", "--strict", "--skipLibCheck", "--types", "node"];
  const run = promisify(execFile)(
    process.execPath,
    [compiler, ...options, "--module", "esnext", "--moduleResolution", "bundler", registry],
    { cwd: folder },
  );
  const { stdout } = await run.catch((failure) => failure);
  const said = textOf("docs/flows-in-code.md").match(/`(Types of property 'schema'[^`]*)`/)?.[1];
  expect(stdout.replace(/\s+/g, " ")).toContain(said);
});

/**
 * A manifest without its functions. A connection has no default: in an answer by GraphQL that is
 * null, and the command makes a text of it.
 */
function plain(manifest: object): unknown {
  return JSON.parse(
    JSON.stringify(manifest, (key, value) =>
      key === "default" && value === "null" ? undefined : value,
    ),
  );
}
