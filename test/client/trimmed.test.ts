import { connection, failure, oauthConnection, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

/** What comes along when a key is copied from a page: spaces, zero-width ones, marks. */
const around = (text: string) => `\u200b\u00a0\ufeff\u202a ${text}\u00ad\u2060\u200f\n`;

const inFields = <F extends object>(fields: F) =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, around(String(value))]));

it("what nobody sees around domain, username and key is no part of them", async () => {
  const { username, apiKey } = connection.fields;
  gorgias()
    .get("/api/account")
    .basicAuth({ user: username, pass: apiKey })
    .reply(200, { domain: "acme" });
  await run("getAccount", { connection: { ...connection, fields: inFields(connection.fields) } });
});

it("nor around an access token", async () => {
  const token = { access_token: around(oauthConnection.token.access_token) };
  gorgias()
    .get("/api/account")
    .matchHeader("authorization", `Bearer ${oauthConnection.token.access_token}`)
    .reply(200, { domain: "acme" });
  await run("getAccount", { connection: { ...oauthConnection, token } });
});

it("nor within a domain, which can have none", async () => {
  gorgias().get("/api/account").reply(200, { domain: "acme" });
  const fields = { ...connection.fields, domain: "https://ac\u00adme\u200b.gorgias.com\u200b/" };
  await run("getAccount", { connection: { ...connection, fields } });
});

it("a key is hidden with and without what stood around it", async () => {
  const { apiKey } = connection.fields;
  const fields = { ...connection.fields, apiKey: around(apiKey) };
  const given = { connection: { ...connection, fields }, id: `x ${apiKey}` };
  await expect(failure("getTicket", given)).resolves.toMatchObject({
    message: 'Ticket ID: expected a whole number from 1, got "x ***".',
  });
});

it("a username of nothing that anybody sees is missing", async () => {
  const fields = { ...connection.fields, username: "\u200b\ufeff" };
  await expect(
    failure("getAccount", { connection: { ...connection, fields } }),
  ).resolves.toMatchObject({ message: expect.stringContaining("has no Username") });
});
