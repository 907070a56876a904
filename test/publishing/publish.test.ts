import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createHarness } from "@prismatic-io/spectral/dist/testing";
import { unzipSync } from "fflate";
import { type Sandbox, startSandbox } from "../../sandbox";
import { builtComponent, componentIn } from "../support/bundle";
import { buildIn, copyOfRepository } from "../support/elsewhere";
import { digestOf, type Platform, startPlatform, type Version } from "../support/platform";
import { prism } from "../support/platform/prism";

const ROOT = path.join(__dirname, "..", "..");

const component = builtComponent();

/** What nobody wants to publish. */
const SECRET = "s3cr3t-0f-th3-4cc0unt";

let platform: Platform;
/** The repository in another place, where somebody works who keeps files from others. */
let project: string;
/** What prism said about the first version, and what the platform got. */
let said: string;
let first: Version;
let zip: Buffer;
let files: Record<string, Uint8Array>;

beforeAll(async () => {
  platform = await startPlatform();
  project = await copyOfRepository();
  await writeFile(path.join(project, ".env"), `GORGIAS_API_KEY=${SECRET}\n`);
  const umask = process.umask(0o077);
  await buildIn(project).finally(() => process.umask(umask));
  said = await publish(
    project,
    "--comment=Replies with macros",
    "--customer=Q3VzdG9tZXI6MQ==",
    "--commitHash=a1658ca",
    "--repoUrl=https://example.com/gorgias",
  );
  first = platform.latest();
  zip = first.uploads.package ?? Buffer.alloc(0);
  files = unzipSync(zip);
});

afterAll(async () => {
  await platform.close();
  await rm(path.dirname(project), { recursive: true, force: true });
});

/** Publishes what is built in a folder. */
function publish(folder: string, ...flags: readonly string[]): Promise<string> {
  return prism(platform, folder, ["components:publish", "--no-confirm", ...flags]);
}

const digestsOf = (uploaded: Record<string, Uint8Array>) =>
  Object.fromEntries(Object.entries(uploaded).map(([name, bytes]) => [name, digestOf(bytes)]));

it("prism publishes the connector, and has nothing to complain about", () => {
  expect(said).toBe(
    "Successfully submitted Gorgias (v1)! The publish should finish processing shortly.",
  );
});

it("the platform is told of every connection, action, trigger and pick list, with all that they declare", () => {
  const withExample = <Member extends { examplePayload?: unknown }>(member: Member) => ({
    ...member,
    examplePayload: JSON.stringify(member.examplePayload ?? {}),
  });
  const { key, display, connections, actions, triggers, dataSources } = component;
  expect(JSON.parse(JSON.stringify(first.published))).toMatchObject(
    JSON.parse(
      JSON.stringify({
        definition: { key, display, public: false },
        connections,
        actions: Object.values(actions).map(withExample),
        triggers: Object.values(triggers).map(withExample),
        dataSources: Object.values(dataSources).map(withExample),
      }),
    ),
  );
});

it("every form that people fill in has labels and comments, and every step an example of its result", () => {
  const { connections, actions, triggers, dataSources } = first.published;
  const steps = [...actions, ...triggers, ...dataSources];
  const inputs = [...connections, ...steps].flatMap((one) => one.inputs);
  expect(inputs.length).toBeGreaterThan(900);
  expect(inputs.filter(({ label, comments }) => !label || !comments)).toEqual([]);
  expect(steps.filter(({ examplePayload }) => examplePayload === "{}")).toEqual([]);
});

it("the platform is told what the version is for, whose it is and where it comes from", () => {
  const { comment, customer, attributes = "" } = first.published;
  expect({ comment, customer, attributes: JSON.parse(attributes) }).toEqual({
    comment: "Replies with macros",
    customer: "Q3VzdG9tZXI6MQ==",
    attributes: { commitHash: "a1658ca", repoUrl: "https://example.com/gorgias" },
  });
});

it("a package with the bundle and the icon is uploaded, and nothing else", async () => {
  const bundle = await readFile(path.join(project, "dist", "index.js"));
  const icon = await readFile(path.join(project, "assets", "icon.png"));
  expect(digestsOf(files)).toEqual(digestsOf({ "icon.png": icon, "index.js": bundle }));
  expect(digestsOf(first.uploads)).toEqual(digestsOf({ icon, package: zip }));
});

it("what is sent holds no secret, no source map and no path of the machine that built it", () => {
  const bundle = Buffer.from(files["index.js"] ?? []).toString();
  const described = JSON.stringify(first.published);
  expect(described).toContain("Replies with macros");
  for (const kept of [SECRET, "sourceMappingURL", project, ROOT]) {
    expect(bundle).not.toContain(kept);
    expect(described).not.toContain(kept);
  }
});

describe("what the platform got, in a folder of its own", () => {
  let sandbox: Sandbox;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "gorgias-published-"));
    sandbox = await startSandbox({ tickets: 300, rateLimit: false });
    process.env.GORGIAS_BASE_URL = sandbox.url;
  });

  afterAll(async () => {
    delete process.env.GORGIAS_BASE_URL;
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("reads an account", async () => {
    const bundle = path.join(folder, "index.js");
    await writeFile(bundle, files["index.js"] ?? "");
    const connection = {
      key: "gorgias-api-key",
      configVarKey: "Gorgias",
      fields: { domain: "acme", ...sandbox.credentials },
    };
    await expect(
      createHarness(componentIn(bundle)).action("getAccount", { connection }),
    ).resolves.toMatchObject({ data: { domain: "acme" } });
  });
});

describe("another build of the same sources", () => {
  it("has the signature of the first, whoever may read the files", async () => {
    expect(await prism(platform, ROOT, ["components:signature"])).toBe(digestOf(zip));
  });

  it("is not published again with --skip-on-signature-match", async () => {
    expect(await publish(ROOT, "--skip-on-signature-match")).toBe(
      "Package signatures match, skipping publish.",
    );
    expect(platform.count()).toBe(1);
  });
});

it("a build that differs is the next version", async () => {
  await appendFile(path.join(project, "dist", "index.js"), "\n");
  expect(await publish(project, "--skip-on-signature-match")).toContain("(v2)");
  expect(platform.count()).toBe(2);
});
