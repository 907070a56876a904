import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { secretsIn } from "../../cli/account";
import { type Sandbox, startSandbox } from "../../sandbox";
import { maskOf } from "../../src/client/secrets";
import { connectionFromEnvironment } from "../../src/connections/environment";
import { builtComponent } from "../support/bundle";
import { emptyFolder, npmStart } from "./terminal";

/** What `prism components:dev:run` sets: the fields, and of an OAuth connection the token. */
const prism = (fields: object, meta: object = {}) => ({
  PRISMATIC_CONNECTION_VALUE: JSON.stringify({ ...meta, fields }),
});

/** Node takes its standard error for a terminal. */
const ON_A_TERMINAL = { NODE_OPTIONS: "--import=data:text/javascript,process.stderr.isTTY=true" };

/** A folder with such a `.env` in it. */
function folderWith(text: string): string {
  const folder = emptyFolder();
  writeFileSync(path.join(folder, ".env"), text);
  return folder;
}

describe("the account", () => {
  let theirs: Sandbox;
  beforeAll(async () => {
    theirs = await startSandbox({ tickets: 10 });
  });
  afterAll(() => theirs.close());

  const environment = (apiKey: string) => ({
    GORGIAS_DOMAIN: "acme",
    GORGIAS_USERNAME: theirs.credentials.username,
    GORGIAS_API_KEY: apiKey,
    GORGIAS_BASE_URL: theirs.url,
  });

  it("is the one that the environment names, and is named", async () => {
    const env = environment(theirs.credentials.apiKey);
    const { code, stdout, stderr } = await npmStart(["getAccount"], { env });
    expect(stderr).toContain("Working on the account acme at 127.0.0.1:");
    expect(theirs.requests).toHaveLength(1);
    expect(theirs.requests[0]).toMatchObject({ path: "/api/account", status: 200 });
    expect(stdout + stderr).not.toContain(theirs.credentials.apiKey);
    expect(code).toBe(0);
  });

  it("may stand in .env", async () => {
    const env = Object.entries(environment(theirs.credentials.apiKey));
    const cwd = folderWith(env.map(([name, value]) => `${name}=${value}\n`).join(""));
    const { stderr } = await npmStart(["getAccount"], { cwd });
    expect(stderr).toContain("Working on the account acme");
  });

  it("in .env is left out, and that is said, where the environment names one", async () => {
    const cwd = folderWith("GORGIAS_DOMAIN=other\nGORGIAS_ACCESS_TOKEN=t0ken-of-another\n");
    const env = environment(theirs.credentials.apiKey);
    const before = theirs.requests.length;
    const { code, stderr } = await npmStart(["getAccount"], { cwd, env });
    expect(stderr).toContain("What .env says of an account is left out.");
    expect(stderr).toContain("Working on the account acme");
    expect(theirs.requests.slice(before)).toMatchObject([{ path: "/api/account", status: 200 }]);
    expect(code).toBe(0);
  });

  it("never gets a key from .env when the environment names only an address", async () => {
    const cwd = folderWith("GORGIAS_DOMAIN=other\nGORGIAS_ACCESS_TOKEN=t0ken-of-another\n");
    const before = theirs.requests.length;
    const env = { GORGIAS_BASE_URL: theirs.url };
    const { code, stderr } = await npmStart(["getAccount"], { cwd, env });
    expect(stderr).toContain("The environment names only part of a Gorgias account");
    expect(theirs.requests).toHaveLength(before);
    expect(code).toBe(1);
  });

  it("in a .env that cannot be read is not passed over", async () => {
    const cwd = emptyFolder();
    mkdirSync(path.join(cwd, ".env"));
    const { code, stdout, stderr } = await npmStart(["getAccount"], { cwd });
    expect(stderr).toBe("The file .env cannot be read: it is a folder.\n");
    expect(stdout).toBe("");
    expect(code).toBe(1);
  });

  it("never shows its key, not even when Gorgias refuses it", async () => {
    const env = environment("a-key-that-is-wrong");
    const { code, stdout, stderr } = await npmStart(["getAccount", "--debug"], { env });
    expect(stderr).toContain("Gorgias answered 401");
    expect(stdout + stderr).not.toContain("a-key-that-is-wrong");
    expect(stdout + stderr).not.toContain(Buffer.from("a-key-that-is-wrong").toString("base64"));
    expect(code).toBe(1);
  });

  it("never shows its key, wherever it strays on the command line", async () => {
    const key = "skx-secret-0123456789";
    const env = { ...environment(key), GORGIAS_DOMAIN: key };
    const strayed = [
      `file=${key}`,
      `files=${key}`,
      key,
      `${key}=1`,
      `type=${"y".repeat(90)}${key}`,
    ];
    for (const args of [["uploadFiles", ...strayed], [key], ["getAccount", "--inputs", key]]) {
      const { code, stdout, stderr } = await npmStart(args, { env });
      expect(stdout + stderr).not.toMatch(/skx|0123456789/);
      expect(code).toBe(1);
    }
  });

  it("is spared the tour, which creates and deletes things", async () => {
    const before = theirs.requests.length;
    const env = environment(theirs.credentials.apiKey);
    const { code, stdout, stderr } = await npmStart([], { env });
    expect(stderr).toContain(
      `names the one at ${theirs.url}. Take the variables away with "unset GORGIAS_DOMAIN `,
    );
    expect(stdout).toBe("");
    expect(theirs.requests).toHaveLength(before);
    expect(code).toBe(1);
  });

  it("is spared it, too, where it is a person's own", async () => {
    const { GORGIAS_BASE_URL: _, ...env } = environment("key");
    const { code, stderr } = await npmStart([], { env });
    expect(stderr).toContain("names an account of your own. Name an action, for example");
    expect(code).toBe(1);
  });

  it("is let go at Ctrl-C, without waiting for an answer", async () => {
    theirs.fault({ delayMs: 3_000 });
    const env = environment(theirs.credentials.apiKey);
    const { code, stdout } = await npmStart(["getAccount"], { env, interruptAt: "Working on" });
    expect(stdout).toBe("");
    expect(code).toBe(130);
  });

  it("leaves the terminal as it was at Ctrl-C, while it says that it waits", async () => {
    theirs.fault({ status: 503, retryAfter: 60 });
    const env = { ...environment(theirs.credentials.apiKey), ...ON_A_TERMINAL };
    const { code, stderr } = await npmStart(["getAccount"], { env, interruptAt: "try 2 in " });
    // Line wrapping goes off with the line that changes, and has to come back with its end.
    const [, off = "", on = ""] = stderr.split("\u001b[?7");
    expect(off).toMatch(/^l.* {2}try 2 in 61 seconds · GET \/api\/account answered 503 /s);
    expect(on).toMatch(/^h/);
    expect(on.endsWith("\u001b[2K")).toBe(true);
    expect(code).toBe(130);
  });

  it.each([
    [{ GORGIAS_DOMAIN: "acme" }, "GORGIAS_USERNAME and GORGIAS_API_KEY are missing"],
    [{ GORGIAS_DOMAIN: "acme", GORGIAS_USERNAME: "jo@example.com" }, "GORGIAS_API_KEY is missing"],
    [{ GORGIAS_ACCESS_TOKEN: "t0ken" }, "GORGIAS_DOMAIN is missing"],
    [
      { GORGIAS_BASE_URL: "http://127.0.0.1:1" },
      "GORGIAS_DOMAIN, GORGIAS_USERNAME and GORGIAS_API_KEY are missing",
    ],
  ])("names what is missing from %j", (env, missing) => {
    expect(() => connectionFromEnvironment(env)).toThrow(missing);
  });

  it("stops a run when something is missing, and keeps the key to itself", async () => {
    const env = { GORGIAS_DOMAIN: "acme", GORGIAS_API_KEY: "half-a-secret" };
    const { code, stdout, stderr } = await npmStart(["getAccount"], { env });
    expect(stderr).toContain("GORGIAS_USERNAME is missing");
    expect(stdout + stderr).not.toContain("half-a-secret");
    expect(code).toBe(1);
  });

  it("is opened with an access token where there is one", () => {
    expect(
      connectionFromEnvironment({ GORGIAS_DOMAIN: "acme", GORGIAS_ACCESS_TOKEN: "t0ken" }),
    ).toEqual({
      key: "gorgias-oauth2",
      configVarKey: "",
      fields: { domain: "acme" },
      token: { access_token: "t0ken" },
    });
  });

  it.each([
    [
      { GORGIAS_USERNAME: "jo@example.com", GORGIAS_API_KEY: "k3y" },
      "GORGIAS_USERNAME and GORGIAS_API_KEY",
    ],
    [{ GORGIAS_API_KEY: "k3y" }, "GORGIAS_API_KEY"],
  ])("is refused with an access token beside %j", (own, names) => {
    const refused = () =>
      connectionFromEnvironment({ GORGIAS_DOMAIN: "acme", GORGIAS_ACCESS_TOKEN: "t0ken", ...own });
    expect(refused).toThrow(
      `The environment holds GORGIAS_ACCESS_TOKEN beside ${names}. Leave one or the other out, also in a file .env: a token is in place of both.`,
    );
    expect(refused).not.toThrow(/k3y|t0ken/);
  });

  it("is none when the environment says nothing", () => {
    expect(connectionFromEnvironment({ GORGIAS_DOMAIN: "" })).toBeUndefined();
  });
});

describe("the account that prism hands over", () => {
  const fields = { domain: "acme", username: "jo@example.com", apiKey: "s3cr3t-k3y" };
  const app = { domain: "acme", clientId: "an-app", clientSecret: "s3cr3t-of-the-app" };
  const token = { access_token: "s3cr3t-t0ken", refresh_token: "s3cr3t-r3fresh" };
  const SECRETS = /s3cr3t/;

  it("is opened with its API key", () => {
    expect(connectionFromEnvironment(prism(fields))).toEqual({
      key: "gorgias-api-key",
      configVarKey: "",
      fields,
    });
  });

  it("is opened with its access token", () => {
    expect(connectionFromEnvironment(prism(app, { token, context: {} }))).toEqual({
      key: "gorgias-oauth2",
      configVarKey: "",
      fields: app,
      token,
    });
  });

  it("is one by domain where the platform makes its addresses from the Domain", () => {
    const { inputs = [] } =
      builtComponent().connections.find(({ key }) => key === "gorgias-oauth2-domain") ?? {};
    const made = Object.fromEntries(
      inputs.flatMap(({ key, type, default: value }) =>
        type === "template" ? [[key, value]] : [],
      ),
    );
    expect(Object.keys(made)).toEqual(["authorizeUrl", "tokenUrl"]);
    expect(connectionFromEnvironment(prism({ ...app, ...made }, { token }))).toMatchObject({
      key: "gorgias-oauth2-domain",
    });
    const missing = /the access token is missing\. Connect the connection/;
    expect(() => connectionFromEnvironment(prism({ ...app, ...made }))).toThrow(missing);
  });

  it("is worked on", async () => {
    const theirs = await startSandbox({ tickets: 5 });
    const env = {
      ...prism({ domain: "acme", ...theirs.credentials }),
      GORGIAS_BASE_URL: theirs.url,
    };
    const { code, stdout, stderr } = await npmStart(["getAccount"], { env });
    await theirs.close();
    expect(stderr).toContain("Working on the account acme at 127.0.0.1:");
    expect(theirs.requests).toMatchObject([{ path: "/api/account", status: 200 }]);
    expect(stdout + stderr).not.toContain(theirs.credentials.apiKey);
    expect(code).toBe(0);
  });

  it("never shows its secrets, wherever they stray on the command line", async () => {
    const env = prism(app, { token });
    for (const secret of [app.clientSecret, ...Object.values(token)]) {
      const { code, stdout, stderr } = await npmStart([secret], { env });
      expect(stdout + stderr).toContain("There is no action ***.");
      expect(stdout + stderr).not.toMatch(SECRETS);
      expect(code).toBe(1);
    }
  });

  it.each([
    ["cut off", `{"fields": ${JSON.stringify(app)}, "token": {"refresh_token": "s3cr3t-r3fresh`],
    ["without a comma", '{"fields": {"clientSecret" : "s3cr3t-of-the-app" "domain": "acme"}}'],
    ["of something else", '{"token": {"access_token": "s3cr3t-t0ken"}}'],
    ["a secret alone", "s3cr3t-t0ken"],
  ])("never shows its secrets where it is JSON %s", (_, value) => {
    const hide = maskOf(() => secretsIn({ PRISMATIC_CONNECTION_VALUE: value }));
    const secrets = value.match(/s3cr3t[\w-]+/g) ?? [];
    expect(hide(secrets.join(" "))).toBe(secrets.map(() => "***").join(" "));
    expect(hide("token, clientSecret and refresh_token")).toBe(
      "token, clientSecret and refresh_token",
    );
  });

  it("hides nothing of what else is said where it is short, such as a brace", () => {
    const hide = maskOf(() => secretsIn({ PRISMATIC_CONNECTION_VALUE: "{" }));
    expect(hide('expected {"fields": {}}')).toBe('expected {"fields": {}}');
  });

  it.each([
    ["no JSON", 's3cr3t-k3y"'],
    ["JSON of something else", '"s3cr3t-k3y"'],
    ["no fields", JSON.stringify({ token })],
    ["a list of fields", JSON.stringify({ fields: ["s3cr3t-k3y"] })],
  ])("is refused with %s, and what came is not quoted", (_, value) => {
    const refused = () => connectionFromEnvironment({ PRISMATIC_CONNECTION_VALUE: value });
    expect(refused).toThrow(/^PRISMATIC_CONNECTION_VALUE is not valid: expected the JSON of a/);
    expect(refused).not.toThrow(SECRETS);
  });

  it.each([
    [prism({}), "Domain, Username and API Key are missing. Fill in the connection"],
    [prism({ ...fields, domain: " " }), "Domain is missing. Fill in the connection"],
    [prism({ ...fields, apiKey: null }), "API Key is missing. Fill in the connection"],
    [prism({ ...fields, username: "" }, { token: null }), "Username is missing. Fill in the"],
    [prism(app), "the access token is missing. Connect the connection on the platform"],
    [prism({}, { token }), "Domain is missing. Connect the connection on the platform"],
  ])("%j is told what is missing from it", (env, missing) => {
    const refused = () => connectionFromEnvironment(env);
    expect(refused).toThrow(
      `PRISMATIC_CONNECTION_VALUE holds only part of a Gorgias connection: ${missing}`,
    );
    expect(refused).not.toThrow(SECRETS);
  });

  it.each([
    [{ GORGIAS_DOMAIN: "acme" }, "GORGIAS_DOMAIN"],
    [
      { GORGIAS_DOMAIN: "other", GORGIAS_ACCESS_TOKEN: "t" },
      "GORGIAS_DOMAIN, GORGIAS_ACCESS_TOKEN",
    ],
  ])("is refused beside %j, because nobody can tell which one is meant", (own, names) => {
    const refused = () => connectionFromEnvironment({ ...own, ...prism(fields) });
    expect(refused).toThrow(
      `The environment names two Gorgias accounts: one in PRISMATIC_CONNECTION_VALUE, and one in ${names}. Leave one of them out, also in a file .env.`,
    );
  });

  it("is none where the variable is blank", () => {
    expect(connectionFromEnvironment({ PRISMATIC_CONNECTION_VALUE: "" })).toBeUndefined();
  });
});
