import { isConnectionError } from "@prismatic-io/spectral";
import type { Action, Input } from "@prismatic-io/spectral/dist/serverTypes";
import { createHarness } from "@prismatic-io/spectral/dist/testing";
import { builtComponent } from "../support/bundle";
import nock from "../support/nock";
import { newLog, oauthByDomain, secrets } from "../support/steps";
import { ORIGIN, useWire } from "../support/wire";

useWire();

const component = builtComponent();
const harness = createHarness(component);
const connections = new Map(component.connections.map((one) => [one.key, one]));

/** An input of the connection, by its key. */
function inputOf(key: string, connection = "gorgias-oauth2-domain"): Input | undefined {
  return connections.get(connection)?.inputs.find((input) => input.key === key);
}

it.each([
  ["authorizeUrl", "https://{{#domain}}.gorgias.com/oauth/authorize"],
  ["tokenUrl", "https://{{#domain}}.gorgias.com/oauth/token"],
])("%s is made from the Domain by the platform, and nobody fills it in", (key, template) => {
  expect(inputOf(key)).toMatchObject({ type: "template", default: template, shown: false });
  const filledIn = template.replace("{{#domain}}", "acme");
  expect(filledIn).toBe(inputOf(key, "gorgias-oauth2")?.example);
});

it("the Domain, the scopes and the app are all that people fill in", () => {
  const shown = connections
    .get("gorgias-oauth2-domain")
    ?.inputs.filter((input) => input.type !== "template");
  expect(shown?.map(({ label }) => label)).toEqual([
    "Domain",
    "Scopes",
    "Client ID",
    "Client Secret",
  ]);
  expect(shown?.every(({ required, comments }) => required && comments)).toBe(true);
});

it("the scopes that are filled in renew the connection, and are not the old one for everything", () => {
  const scopes = String(inputOf("scopes")?.default).split(" ");
  expect(scopes).toEqual(expect.arrayContaining(["openid", "offline", "tickets:write"]));
  expect(scopes).not.toContain("write:all");
});

/** Something that an input takes. */
function sampleOf({ type, collection, example, default: untouched }: Input): unknown {
  const file = { data: Buffer.from("a file"), contentType: "text/plain" };
  switch (type) {
    case "data":
      return collection ? [{ key: "a.txt", value: file }] : file;
    case "boolean":
      return "true";
    default:
      return example ?? untouched;
  }
}

/** What has to be filled in; and where that alone is refused, one more input, each in its turn. */
function waysToFillIn({ inputs }: Action): Record<string, unknown>[] {
  const own = inputs.filter(({ key }) => key !== "connection" && key !== "debugRequest");
  const filledIn = (some: Input[]) =>
    Object.fromEntries(some.map((input) => [input.key, sampleOf(input)]));
  const least = filledIn(own.filter(({ required }) => required));
  const more = own.filter(({ required }) => !required).map((input) => filledIn([input]));
  return [least, ...more.map((one) => ({ ...least, ...one }))];
}

it.each(Object.values(component.actions).map((action) => [action.display.label, action] as const))(
  "%s sends its access token, and a scope that it lacks is the connection's fault",
  async (_, action) => {
    const sent: unknown[] = [];
    for (const method of ["get", "post", "put", "delete"] as const) {
      nock(ORIGIN)
        .persist()
        [method](/./)
        .reply(function () {
          sent.push(this.req.headers.authorization);
          return [403, { error: { msg: "Missing scope: write:all." } }];
        });
    }
    let error: unknown;
    for (const inputs of waysToFillIn(action)) {
      error = await harness
        .action(action.key, { connection: oauthByDomain, ...inputs }, { logger: newLog().logger })
        .catch((thrown: unknown) => thrown);
      if (sent.length > 0) {
        break;
      }
    }
    nock.cleanAll();
    expect(new Set(sent)).toEqual(new Set([`Bearer ${oauthByDomain.token.access_token}`]));
    expect(error).toMatchObject({
      name: "GorgiasConnectionError",
      status: 403,
      message: expect.stringMatching(/Missing scope: write:all\. The connection's app lacks this/),
    });
    expect(isConnectionError(error)).toBe(true);
    expect(secrets.filter((secret) => JSON.stringify(error).includes(secret))).toEqual([]);
  },
);
