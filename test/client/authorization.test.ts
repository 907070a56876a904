import { inspect } from "node:util";
import { isConnectionError } from "@prismatic-io/spectral";
import nock from "../support/nock";
import { connection, failure, oauthByDomain, oauthConnection, run } from "../support/steps";
import { gorgias, ORIGIN, useWire } from "../support/wire";

useWire();

it("an API key connection sends Basic authorization", async () => {
  const { username, apiKey } = connection.fields;
  gorgias()
    .get("/api/account")
    .basicAuth({ user: username, pass: apiKey })
    .reply(200, { domain: "acme" });
  await expect(run("getAccount")).resolves.toEqual({ domain: "acme" });
});

it.each([
  ["OAuth 2.0", oauthConnection],
  ["OAuth 2.0 (by domain)", oauthByDomain],
  ["of an integration's own kind", { ...oauthConnection, key: "my-gorgias" }],
])("a connection %s sends its access token", async (_, connected) => {
  nock(ORIGIN, { reqheaders: { authorization: "Bearer acc3ss-t0k3n" } })
    .get("/api/account")
    .reply(200, { domain: "acme" });
  await expect(run("getAccount", { connection: connected })).resolves.toEqual({
    domain: "acme",
  });
});

it.each([
  ["no username", { fields: { domain: "acme", apiKey: "k" } }, /no Username/],
  ["no API key", { fields: { domain: "acme", username: "u" } }, /no API Key/],
  ["a blank API key", { fields: { domain: "acme", username: "u", apiKey: " " } }, /no API Key/],
  ["no token yet", { ...oauthConnection, token: undefined }, /no access token yet/],
  ["no token yet, by domain", { ...oauthByDomain, token: undefined }, /no access token yet/],
  ["no fields", { key: "gorgias-api-key" }, /^Connection: expected a Gorgias connection/],
])("a connection with %s is refused before any request", async (_, broken, message) => {
  const error = await failure("getAccount", { connection: { ...broken } });
  expect(error.message).toMatch(message);
  expect(isConnectionError(error)).toBe(true);
});

describe("a connection whose addresses are made from its Domain", () => {
  const filledIn = (domain: string) => ({ ...oauthByDomain, fields: { domain } });

  it.each([["acme"], ["Acme"]])("takes the name %s", async (domain) => {
    gorgias().get("/api/account").reply(200, { domain: "acme" });
    await expect(run("getAccount", { connection: filledIn(domain) })).resolves.toBeDefined();
  });

  it.each([["acme.gorgias.com"], ["https://acme.gorgias.com/app"], [" acme"], ["acme\u200b"]])(
    "refuses %j by name, though the others take it",
    async (domain) => {
      const error = await failure("getAccount", { connection: filledIn(domain) });
      expect(error.message).toBe(
        `Domain: expected the account's name alone, acme, got ${JSON.stringify(domain)}. The addresses for connecting are made from it: correct it, and connect the Gorgias account again.`,
      );
      expect(isConnectionError(error)).toBe(true);
    },
  );
});

it.each([[""], [undefined], [null], [7], ["acme"], [[]]])(
  "%j in place of a connection is refused by name",
  async (value) => {
    await expect(failure("getAccount", { connection: value })).resolves.toMatchObject({
      message: expect.stringMatching(/^Connection: expected a Gorgias connection, got none/),
    });
  },
);

it("a redirect is not followed, so that no other host sees the credentials", async () => {
  gorgias().get("/api/account").reply(302, "", { location: "https://evil.example/api/account" });
  await expect(failure("getAccount")).resolves.toMatchObject({ status: 302 });
});

describe("a secret that was pasted into Domain", () => {
  const everything = (error: Error) =>
    [error.message, error.stack, JSON.stringify(error), inspect(error, { depth: 9 })].join("\n");

  it.each([
    ["alone", "s3cr3t/K3y", "s3cr3t/K3y"],
    ["with spaces around it", "s3cr3t/K3y", "  s3cr3t/K3y "],
    ["within an address", "s3cr3t/K3y", "https://s3cr3t/K3y.gorgias.com"],
    ["after a whole address", "s3cr3t/K3y", "https://acme.gorgias.com/?key=s3cr3t/K3y"],
    ["far behind", "s3cr3t/K3y", `${"x".repeat(94)} s3cr3t/K3y`],
    ["of a few letters", "K3y", "K3y K3y"],
    ["that could be an account's name", "a1b2c3d4e5", "a1b2c3d4e5"],
    ["that could be one in capitals", "A1B2C3D4E5", "A1B2C3D4E5"],
    ["that could be one in an address", "A1B2C3D4E5", "https://a1b2c3d4e5.gorgias.com/app"],
  ])("%s is neither asked for nor told", async (_, apiKey, domain) => {
    const fields = { domain, username: "agent@example.com", apiKey };
    const error = await failure("getAccount", { connection: { ...connection, fields } });
    expect(error.message).toMatch(/^Domain: expected your Gorgias account's name/);
    expect(everything(error).toLowerCase()).not.toContain(apiKey.toLowerCase());
    expect(everything(error)).not.toContain("s3cr");
  });
});
