import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { configOf, readConfig } from "../../src/mcp/config";

const acme = { domain: "acme", username: "agent@example.com", apiKey: "k3y-s3cr3t" };
const shop = { domain: "https://shop.gorgias.com/app", accessToken: "t0k3n-s3cr3t" };

/** A valid file, with parts of it replaced. */
const config = (parts: object) => ({
  tokens: { "b34r3r-one": ["acme"], "b34r3r-two": "*" },
  connections: { acme, shop },
  ...parts,
});

const SECRETS = /k3y-s3cr3t|t0k3n-s3cr3t|b34r3r/;

it("a valid file says which token may use which connection", () => {
  const { connections, tokens } = configOf(config({}));
  expect([...tokens.values()]).toEqual([new Set(["acme"]), "*"]);
  expect(connections.get("acme")).toMatchObject({
    key: "gorgias-api-key",
    fields: { domain: "acme", apiKey: "k3y-s3cr3t" },
  });
  expect(connections.get("shop")).toMatchObject({
    key: "gorgias-oauth2",
    token: { access_token: "t0k3n-s3cr3t" },
  });
});

it.each([
  [{ connections: { acme: { ...acme, domain: "a.b.c" } } }, "connections.acme.domain: expected a"],
  [{ connections: { acme: { ...acme, apiKey: "" } } }, "connections.acme.apiKey: is empty."],
  [{ connections: { acme: { domain: "acme" } } }, "connections.acme.username: "],
  [{ connections: { acme: { ...acme, ...shop } } }, "connections.acme: Unrecognized key"],
  [{ connections: { acme: "acme" } }, "connections.acme: "],
  [{ connections: [] }, "connections: "],
  [{ tokens: undefined }, "tokens: "],
  [{ tokens: {} }, "tokens: name at least one"],
  [{ tokens: { "b34r3r-one": "acme" } }, "tokens.<token 1>: "],
  [
    { tokens: { "b34r3r-two": "*", "b34r3r-one": ["acme", "acne"] } },
    'tokens.<token 2>[1]: there is no connection "acne"',
  ],
  [{ tokens: { "b34r3r one": "*" } }, "tokens.<token 1>: a token has"],
  [{ extra: 1 }, 'the file: Unrecognized key: "extra"'],
])("%j is refused by its path, without a secret", (parts, message) => {
  const refused = () => configOf(config(parts));
  expect(refused).toThrow(message);
  expect(refused).not.toThrow(SECRETS);
});

it.each([
  ['{\n  "tokens": { "b34r3r-one" "*" } }', "line 2, column 28"],
  ['{ "tokens": { "b34r3r-one": k3y-s3cr3t } }', "line 1, column 29"],
  ["", "line 1, column 1"],
])(
  "a file that is not valid JSON is refused with the place, without quoting it",
  async (text, place) => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), "gorgias-mcp-")), "config.json");
    writeFileSync(file, text);
    await expect(readConfig(file)).rejects.toThrow(
      new Error(`${file} is not valid JSON: look at ${place}.`),
    );
  },
);

it("a file that is not there is named", async () => {
  await expect(readConfig("/nowhere/config.json")).rejects.toThrow(
    "/nowhere/config.json cannot be read: there is no such file.",
  );
});
