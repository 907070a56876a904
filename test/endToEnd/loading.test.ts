import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import * as spectral from "@prismatic-io/spectral";
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

const KINDS = ["actions", "triggers", "dataSources"] as const;

it.each(KINDS)("%s are made one by one, each when it is first looked at", (kind) => {
  const making = jest.spyOn(spectral, "component");
  const parts = component[kind];
  const keys = Object.keys(parts);
  expect(making).not.toHaveBeenCalled();
  for (const key of keys) {
    const part = parts[key];
    expect(part).toMatchObject({ key, perform: expect.any(Function) });
    expect(making.mock.lastCall?.[0][kind]).toEqual({ [key]: expect.anything() });
    expect(parts[key]).toBe(part);
  }
  expect(making).toHaveBeenCalledTimes(keys.length);
});

describe.each(KINDS)("what is built: its %s", (kind) => {
  let parts: Record<string, unknown>;
  let key: string;
  beforeEach(() => {
    jest.isolateModules(() => {
      parts = builtComponent()[kind];
    });
    [, key = ""] = Object.keys(parts);
  });

  it.each(["before", "after"])("can be replaced %s they are looked at", (when) => {
    const made = when === "after" ? parts[key] : undefined;
    const other = { key: "other" };
    parts[key] = other;
    expect(parts[key]).toBe(other);
    expect(parts[key]).not.toBe(made);
    expect(Object.keys(parts)).toContain(key);
  });

  it("can be frozen, and are what they were from then on", () => {
    Object.freeze(parts);
    const made = parts[key];
    expect(made).toMatchObject({ key, perform: expect.any(Function) });
    expect(() => {
      parts[key] = { key: "other" };
    }).toThrow(TypeError);
    expect(parts[key]).toBe(made);
  });

  it.each(["before", "after"])("can be spied on %s they are looked at, and let go", (when) => {
    const made = when === "after" ? parts[key] : undefined;
    const other = { key: "other" };
    const spy = jest.spyOn(parts, key, "get").mockReturnValue(other);
    expect(parts[key]).toBe(other);
    expect(spy).toHaveBeenCalledTimes(1);
    spy.mockRestore();
    expect(parts[key]).toMatchObject({ key });
    expect(parts[key]).toBe(made ?? parts[key]);
  });
});

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
