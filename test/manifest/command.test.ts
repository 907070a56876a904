import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { textOf } from "../docs/commands";
import { builtComponent, bundlePath, manifestPath } from "../support/bundle";

const load = createRequire(__filename);
const component = builtComponent();

type Input = (typeof component.connections)[number]["inputs"][number];
type Member = (typeof component)["actions" | "triggers" | "dataSources"][string];

let folder: string;
let platform: Server;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "gorgias-manifest-"));
  await symlink(
    path.join(__dirname, "..", "..", "node_modules"),
    path.join(folder, "node_modules"),
    "junction",
  );
  await writeFile(path.join(folder, "prism"), "#!/bin/sh\necho a-token\n");
  await chmod(path.join(folder, "prism"), 0o755);
  platform = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { query }: { query: string } = JSON.parse(Buffer.concat(chunks).toString());
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ data: answerTo(query) }));
  });
  await new Promise<void>((resolve) => platform.listen(0, "127.0.0.1", resolve));
});

afterAll(async () => {
  platform.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the platform knows of a published component, as far as the command asks for it. */
function answerTo(query: string): object {
  if (query.includes("scopedConfigVariables")) {
    return { scopedConfigVariables: { nodes: [] } };
  }
  if (query.includes("componentActionQuery")) {
    const nodes = (["actions", "triggers", "dataSources"] as const).flatMap((kind) =>
      Object.values<Member>(component[kind]).map((member) => ({
        ...member,
        ...member.display,
        inputs: inputsOf(member.inputs),
        isTrigger: kind === "triggers",
        isDataSource: kind === "dataSources",
        examplePayload: JSON.stringify(member.examplePayload),
      })),
    );
    return { actions: { nodes, pageInfo: { hasNextPage: false, endCursor: null } } };
  }
  const connections = component.connections.map(({ inputs, ...connection }) => ({
    ...connection,
    inputs: inputsOf(inputs),
  }));
  const { key, display } = component;
  const one = {
    id: "1",
    key,
    ...display,
    signature: "signed",
    connections: { nodes: connections },
  };
  return { components: { nodes: [one] } };
}

function inputsOf(inputs: readonly Input[]): object {
  const nodes = inputs.map((input) => ({
    ...input,
    id: input.key,
    parentId: null,
    type: input.type.toUpperCase(),
    collection: input.collection?.toUpperCase(),
    model: input.model && JSON.stringify(JSON.stringify(input.model)),
  }));
  return { nodes };
}

it("is what Spectral's command makes of the published component, but for its signature", async () => {
  const { port } = platform.address() as AddressInfo;
  const command = load.resolve("@prismatic-io/spectral/bin/cni-component-manifest.js");
  await promisify(execFile)(process.execPath, [command, component.key, "--private"], {
    cwd: folder,
    env: {
      ...process.env,
      PATH: `${folder}${path.delimiter}${process.env.PATH}`,
      PRISMATIC_URL: `http://127.0.0.1:${port}`,
    },
  });
  const made = jest.requireActual(path.join(folder, "src", "manifests", component.key));
  const ours = jest.requireActual(manifestPath());
  expect(made.default).toMatchObject({ signature: "signed", public: false });
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

/** A manifest without its functions. */
function plain(manifest: object): unknown {
  return JSON.parse(JSON.stringify(manifest));
}
