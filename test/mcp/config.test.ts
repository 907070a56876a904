import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { configOf, readConfig } from "../../src/mcp/access/config";

const ONE = "b34r3r-one-9f2k7q8wz";
const TWO = "b34r3r-two-9f2k7q8wz";
const acme = { domain: "acme", username: "agent@example.com", apiKey: "k3y-s3cr3t" };
const shop = { domain: "https://shop.gorgias.com/app", accessToken: "t0k3n-s3cr3t" };

/** A valid file, with parts of it replaced. */
const config = (parts: object) => ({
  tokens: { [ONE]: ["acme"], [TWO]: "*" },
  connections: { acme, shop },
  ...parts,
});

const SECRETS = /k3y-s3cr3t|t0k3n-s3cr3t|b34r3r/;

it("a valid file says which token may use which connection", () => {
  const { connections, tokens } = configOf(config({}));
  expect([...tokens.values()]).toEqual([
    { name: "token 1", pcids: ["acme"], toolsets: undefined, readOnly: false },
    { name: "token 2", pcids: ["acme", "shop"], toolsets: undefined, readOnly: false },
  ]);
  expect(connections.get("acme")?.connection).toMatchObject({
    key: "gorgias-api-key",
    fields: { domain: "acme", apiKey: "k3y-s3cr3t" },
  });
  expect(connections.get("shop")?.connection).toMatchObject({
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
  [{ tokens: { [ONE]: "acme" } }, "tokens.<token 1>: "],
  [
    { tokens: { [TWO]: "*", [ONE]: ["acme", "acne"] } },
    'tokens.<token 2>[1]: there is no connection "acne"',
  ],
  [{ tokens: { "b34r3r one": "*" } }, "tokens.<token 1>: a token has letters"],
  [{ tokens: { "b34r3r-one-of-19-ch": "*" } }, "tokens.<token 1>: a token has at least 20"],
  [{ tokens: { [ONE]: [] } }, "tokens.<token 1>: "],
  [
    { tokens: { [ONE]: { name: "bot", connections: ["acne"] } } },
    'tokens.<token 1>.connections[0]: there is no connection "acne"',
  ],
  [
    { tokens: { [ONE]: { connections: "*", toolsets: ["customers", "shoes"] } } },
    'tokens.<token 1>.toolsets[1]: there is no toolset "shoes"',
  ],
  [{ tokens: { [ONE]: { connections: "*", readonly: true } } }, "tokens.<token 1>"],
  [{ connections: { acme, readonly: shop } }, "connections.readonly: this cannot stand in a path"],
  [{ connections: { acme, "a/b": shop } }, "connections.a/b: this cannot stand in a path"],
  [
    { connections: { acme: { domain: "acme", refreshToken: "t0k3n-s3cr3t" } } },
    "connections.acme.clientId: ",
  ],
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

it("what the configuration says of a token bounds it", () => {
  const given = { name: "support bot", connections: ["shop"], toolsets: ["customers"] };
  const { tokens } = configOf(config({ tokens: { [ONE]: { ...given, readOnly: true } } }));
  expect(tokens.get(ONE)).toEqual({
    name: "support bot",
    pcids: ["shop"],
    toolsets: ["customers"],
    readOnly: true,
  });
});

it.each([
  "<token>",
  "<a-long-token-of-your-own>",
  "changeme-changeme-changeme",
  "change-me-b34r3r-1234567",
  "your-token-goes-in-this-place",
  "replace-me-token-for-acme",
  "xxxxxxxxxxxxxxxxxxxxxxxx",
  "aaaaaaaaaaaaaaaaaaaaaaaa",
  "123412341234123412341234",
])("the token %s is a placeholder, and is refused by its place without being quoted", (token) => {
  const refused = () => configOf(config({ tokens: { [ONE]: "*", [token]: "*" } }));
  expect(refused).toThrow(/^tokens\.<token 2>: .*[Mm]ake up a .*random/);
  expect(refused).not.toThrow(token);
});
