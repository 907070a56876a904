import { isConnectionError } from "@prismatic-io/spectral";
import nock from "nock";
import { connection, failure, oauthConnection, run } from "../support/steps";
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

it("an OAuth 2.0 connection sends its access token", async () => {
  nock(ORIGIN, { reqheaders: { authorization: "Bearer acc3ss-t0k3n" } })
    .get("/api/account")
    .reply(200, { domain: "acme" });
  await expect(run("getAccount", { connection: oauthConnection })).resolves.toEqual({
    domain: "acme",
  });
});

it.each([
  ["no username", { fields: { domain: "acme", apiKey: "k" } }, /no Username/],
  ["no API key", { fields: { domain: "acme", username: "u" } }, /no API Key/],
  ["a blank API key", { fields: { domain: "acme", username: "u", apiKey: " " } }, /no API Key/],
  ["no token yet", { ...oauthConnection, token: undefined }, /no access token yet/],
  ["no fields", { key: "gorgias-api-key" }, /^Connection: expected a Gorgias connection/],
])("a connection with %s is refused before any request", async (_, broken, message) => {
  const error = await failure("getAccount", { connection: { ...broken } });
  expect(error.message).toMatch(message);
  expect(isConnectionError(error)).toBe(true);
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
