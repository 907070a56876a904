import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { configOf, readConfig } from "../../src/mcp/access/config";

const ONE = "b34r3r-one-9f2k7q8wz";
const TWO = "b34r3r-two-9f2k7q8wz";
/** What a token without a name is called: by the start of its SHA-256 hash. */
const DEFAULT_ONE = `token ${createHash("sha256").update(ONE).digest("hex").slice(0, 8)}`;
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
    { name: DEFAULT_ONE, pcids: ["acme"], toolsets: undefined, readOnly: false },
    {
      name: expect.stringMatching(/^token [0-9a-f]{8}$/),
      pcids: ["acme", "shop"],
      toolsets: undefined,
      readOnly: false,
    },
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
  [{ connections: { acme: { ...acme, ...shop } } }, "connections.acme: give either apiKey"],
  [{ connections: {} }, "connections: name at least one"],
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
  [{ connections: { acme, readonly: shop } }, "connections.readonly: a path that ends in"],
  [{ connections: { acme, ReadOnly: shop } }, "connections.ReadOnly: a path that ends in"],
  [
    { connections: { acme: { ...acme, refreshToken: "t0k3n-s3cr3t" } } },
    "connections.acme: give either apiKey with username, or accessToken, or refreshToken with clientId and clientSecret.",
  ],
  [
    JSON.parse(`{ "connections": { "acme": {}, "__proto__": {} } }`),
    "connections.__proto__: nothing can be called __proto__.",
  ],
  [
    { tokens: JSON.parse(`{ "${ONE}": { "connections": "*", "__proto__": {} } }`) },
    "tokens.<token 1>.__proto__: nothing can be called __proto__.",
  ],
  [JSON.parse(`{ "tokens": { "__proto__": "*" } }`), "tokens.<token 1>: nothing can be called"],
  [
    { tokens: { [ONE]: "*", [TWO]: { name: DEFAULT_ONE, connections: "*" } } },
    "tokens.<token 2>.name: <token 1> is called",
  ],
  [
    {
      tokens: {
        [ONE]: { name: "bot", connections: "*" },
        [TWO]: { name: " bot", connections: "*" },
      },
    },
    'tokens.<token 2>.name: <token 1> is called "bot" already.',
  ],
  [{ connections: { acme, "a/b": shop } }, "connections.a/b: a PCID has 1 to 100 letters"],
  [{ connections: { acme, "a, b": shop } }, "connections.a, b: a PCID has 1 to 100 letters"],
  [{ connections: { acme, "..": shop } }, "connections...: a PCID has 1 to 100 letters"],
  [
    { connections: { acme, ["a".repeat(101)]: shop } },
    `connections.${"a".repeat(101)}: a PCID has 1 to 100`,
  ],
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
  "\u{24}{GORGIAS_MCP_TOKEN_HERE}",
  "todo-b34r3r-9f2k7q8wz5t1",
  "TODO-set-a-real-token-here",
  "my-secret-token-123456",
  "super-secret-token-value",
  "a-long-random-token-here",
  "YOUR_API_TOKEN_GOES_HERE",
  "MySecretTokenForGorgias",
  "abcdefghijklmnopqrstuvwxyz",
  "0123456789abcdef0123",
])("the token %s is a placeholder, and is refused by its place without being quoted", (token) => {
  const refused = () => configOf(config({ tokens: { [ONE]: "*", [token]: "*" } }));
  expect(refused).toThrow(/^tokens\.<token 2>: .*[Mm]ake up a .*random/);
  expect(refused).not.toThrow(token);
});

it.each([
  "kJ8sExAMPleq9fXreplaCeZ2",
  "9f8e7d6c5b4a321000aa",
  "83629471950274836159",
  "correct-horse-battery-staple",
  "q7insertR2todoW9xxxxxK4m",
])("the token %s is taken, whatever its letters spell", (token) => {
  expect(configOf(config({ tokens: { [token]: "*" } })).tokens.has(token)).toBe(true);
});

it("a token that is put in front of another does not change its name", () => {
  const { tokens } = configOf(config({ tokens: { [TWO]: "*", [ONE]: ["acme"] } }));
  expect(tokens.get(ONE)?.name).toBe(DEFAULT_ONE);
});
