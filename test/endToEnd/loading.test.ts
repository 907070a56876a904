import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { type Sandbox, startSandbox } from "../../sandbox";
import component from "../../src";
import { builtComponent, bundlePath } from "../support/bundle";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 1, rateLimit: false });
});
afterAll(() => sandbox.close());

/** Loads the built bundle and sends a request, and says after each which of Node's parts are there. */
const PROGRAM = `
  const [bundle, credentials] = process.argv.slice(1);
  const loaded = () => process.moduleLoadList.map((one) => one.replace("NativeModule ", ""));
  const { getAccount } = require(bundle).default.actions;
  const atLoad = loaded();
  const fields = { domain: "acme", ...JSON.parse(credentials) };
  getAccount
    .perform({ logger: {} }, { connection: { key: "gorgias-api-key", fields } })
    .then(() => console.log(JSON.stringify({ atLoad, atRequest: loaded() })));
`;

async function modules(): Promise<{ atLoad: string[]; atRequest: string[] }> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["-e", PROGRAM, require.resolve("../../dist"), JSON.stringify(sandbox.credentials)],
    { env: { GORGIAS_BASE_URL: sandbox.url } },
  );
  return JSON.parse(stdout);
}

it("what carries requests is loaded with the first one, and Node's fetch and HTTP/2 never", async () => {
  const { atLoad, atRequest } = await modules();
  for (const late of ["http", "https", "zlib", "_http_client"]) {
    expect(atLoad).not.toContain(late);
    expect(atRequest).toContain(late);
  }
  for (const never of ["internal/deps/undici/undici", "http2", "internal/http2/core"]) {
    expect(atRequest).not.toContain(never);
  }
});

it.each(["actions", "triggers", "dataSources"] as const)(
  "%s are made one by one, each when it is first looked at",
  (kind) => {
    let parts: Record<string, unknown> = {};
    jest.isolateModules(() => {
      parts = builtComponent()[kind];
    });
    const made = () =>
      Object.entries(Object.getOwnPropertyDescriptors(parts)).flatMap(([key, { get }]) =>
        get ? [] : [key],
      );
    const [, second = ""] = Object.keys(parts);
    expect(made()).toEqual([]);
    expect(parts[second]).toMatchObject({ key: second, perform: expect.any(Function) });
    expect(made()).toEqual([second]);
    expect(parts[second]).toBe(parts[second]);
  },
);

it("what is built is all ASCII, and its texts are in quotes: engines read that fastest", () => {
  const text = readFileSync(bundlePath(), "latin1");
  expect(text).toMatch(/label:"/);
  expect(text).not.toMatch(/label:`[^`$]*`|[^\0-\x7f]/);
});

it("what is built says of itself what the source says, by all of Spectral and its libraries", () => {
  const { outputSchema, performSafety } = component.actions.listTickets ?? {};
  expect([outputSchema, performSafety]).not.toContain(undefined);
  expect(JSON.stringify(builtComponent())).toBe(JSON.stringify(component));
});
