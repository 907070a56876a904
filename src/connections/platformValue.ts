import type { Connection } from "@prismatic-io/spectral";
import { z } from "zod";
import { areMissing } from "./areMissing";
import { API_KEY, isOAuth2, OAUTH2, OAUTH2_BY_DOMAIN } from "./keys";

const named = z.record(z.string(), z.unknown());
const shape = z.object({ fields: named, token: named.nullish() });
type Value = z.infer<typeof shape>;

/** Fields that only a connection by OAuth 2.0 has. */
const OF_OAUTH2 = ["clientId", "clientSecret", "tokenUrl"];

/** Where an address that the platform makes itself takes the Domain (`oauth2ByDomain.ts`). */
const TEMPLATE = "{{#domain}}";

/** What a connection works with: how people call each field or part of the token. */
const NEEDED_WITH_API_KEY = { domain: "Domain", username: "Username", apiKey: "API Key" };
const NEEDED_WITH_OAUTH2 = { domain: "Domain", access_token: "the access token" };

/**
 * Reads the value of `PRISMATIC_CONNECTION_VALUE`, as `prism components:dev:run` sets it: the
 * JSON of a connection without its key.
 *
 * @param value what the variable holds; no error quotes it
 * @throws Error when it is not the JSON of a connection
 * @see {@link https://prismatic.io/docs/custom-connectors/unit-testing/#access-connections-for-local-testing | Prismatic: connections for local testing}
 */
export function readPlatformValue(value: string): Connection {
  const { data } = shape.safeParse(parsed(value));
  if (!data) {
    throw new Error(
      'PRISMATIC_CONNECTION_VALUE is not valid: expected the JSON of a connection, such as {"fields": {"domain": "acme", …}}. "prism components:dev:run" sets it.',
    );
  }
  const { fields, token } = data;
  return { key: keyOf(data), configVarKey: "", fields, ...(token && { token }) };
}

/**
 * What stands in quotes in a value that {@link readPlatformValue} may refuse, because it is broken or
 * cut off: the names of fields are left out. Any of it can be a secret.
 */
export function quotedIn(value: string): readonly string[] {
  return [...value.matchAll(/"((?:[^"\\]|\\.)*)(?:"(\s*:)?|$)/gs)].flatMap(
    ([, text = "", colon]) => (colon ? [] : [text]),
  );
}

/**
 * Reads the same as {@link readPlatformValue}, and makes sure that it is enough to work with.
 *
 * @throws Error that names what is missing
 */
export function connectionFromPlatform(value: string): Connection {
  const connection = readPlatformValue(value);
  const byOAuth2 = isOAuth2(connection.key);
  const held: Record<string, unknown> = { ...connection.fields, ...connection.token };
  const missing = Object.entries(byOAuth2 ? NEEDED_WITH_OAUTH2 : NEEDED_WITH_API_KEY)
    .filter(([name]) => !isFilledIn(held[name]))
    .map(([, label]) => label);
  if (missing.length > 0) {
    throw new Error(
      `PRISMATIC_CONNECTION_VALUE holds only part of a Gorgias connection: ${areMissing(missing)} ${byOAuth2 ? "Connect" : "Fill in"} the connection on the platform, and run the command again.`,
    );
  }
  return connection;
}

/** Which kind of connection has these fields: the platform does not say. */
function keyOf({ fields, token }: Value): string {
  if (!isFilledIn(token?.access_token) && !OF_OAUTH2.some((name) => isFilledIn(fields[name]))) {
    return API_KEY;
  }
  return String(fields.tokenUrl).includes(TEMPLATE) ? OAUTH2_BY_DOMAIN : OAUTH2;
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

function isFilledIn(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}
