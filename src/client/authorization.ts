import type { Connection } from "@prismatic-io/spectral";
import { isOAuth2, OAUTH2_BY_DOMAIN } from "../connections/keys";
import { accountLabel, originOf, quoted } from "./address";
import { GorgiasConnectionError } from "./errors";
import { isObject, type JsonObject } from "./json";
import { connectionMask, holdsSecret, secretsOf } from "./secrets";
import { trimmed } from "./trimmed";

/** A connection, ready for use: where to send requests, what authorizes them, what to hide. */
export interface Account {
  readonly connection: Connection;
  /** `https://acme.gorgias.com`, without a slash at the end. */
  readonly origin: string;
  /** The value of the Authorization header. */
  readonly authorization: string;
  /** Every text that must not appear in a log or an error. */
  readonly secrets: () => readonly string[];
}

/**
 * Reads a filled-in connection: Basic with username and API key, or Bearer with the access token
 * that the platform obtained (docs/gorgias-api.md, "Address and authentication").
 *
 * @throws GorgiasConnectionError when a field is missing or the domain cannot be one; it quotes none
 *   of the connection's secrets, wherever they were filled in
 */
export function accountOf(value: unknown): Account {
  const connection = asConnection(value);
  const origin = checkedOrigin(connection);
  const token = text(connection.token?.access_token);
  if (/[^\x21-\x7e]/.test(token)) {
    throw new GorgiasConnectionError(
      connection,
      "The connection's access token is not valid: open the connection and connect the Gorgias account again.",
    );
  }
  if (token) {
    return account(connection, origin, `Bearer ${token}`);
  }
  const username = text(connection.fields.username);
  const apiKey = text(connection.fields.apiKey);
  if (username && apiKey) {
    return account(connection, origin, `Basic ${base64(`${username}:${apiKey}`)}`);
  }
  throw new GorgiasConnectionError(
    connection,
    isOAuth2(connection.key)
      ? "The connection has no access token yet: open it and connect the Gorgias account."
      : `The connection has no ${username ? "API Key" : "Username"}: open it and fill in what is missing.`,
  );
}

function asConnection(value: unknown): Connection {
  const given = isObject(value) ? value : {};
  const fields = fieldsOf(given.fields);
  const token = fieldsOf(given.token);
  const connection: Connection = {
    key: text(given.key),
    configVarKey: text(given.configVarKey),
    fields: fields ?? {},
    ...(token ? { token } : {}),
  };
  if (!fields) {
    throw new GorgiasConnectionError(
      connection,
      "Connection: expected a Gorgias connection, got none. Choose one for this step.",
    );
  }
  return connection;
}

/** Fields as they are now; undefined for what is not an object, or cannot be looked at. */
function fieldsOf(value: unknown): JsonObject | undefined {
  try {
    return isObject(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function checkedOrigin(connection: Connection): string {
  const { fields } = connection;
  // A secret can pass for an account's name, and must not be looked up on the open internet.
  const domain = holdsSecret(connection, text(fields.domain)) ? "***" : fields.domain;
  const mask = connectionMask(connection);
  const refused = (problem: string) =>
    new GorgiasConnectionError({ ...connection, fields: { ...fields, domain } }, problem);
  let label: string;
  let origin: string;
  try {
    label = accountLabel(domain, mask);
    origin = originOf(label);
  } catch (error) {
    throw refused(error instanceof Error ? error.message : "");
  }
  if (connection.key === OAUTH2_BY_DOMAIN && !isBare(domain, label)) {
    throw refused(
      `Domain: expected the account's name alone, ${label}, got ${quoted(domain, mask)}. The addresses for connecting are made from it: correct it, and connect the Gorgias account again.`,
    );
  }
  return origin;
}

/** Whether a domain was typed as the platform can put it into an address: nothing is tidied there. */
function isBare(domain: unknown, label: string): boolean {
  return typeof domain === "string" && domain.toLowerCase() === label;
}

function account(connection: Connection, origin: string, authorization: string): Account {
  const credentials = authorization.slice(authorization.indexOf(" ") + 1);
  const secrets = () => [credentials, ...secretsOf(connection)];
  return { connection, origin, authorization, secrets };
}

function base64(value: string): string {
  return Buffer.from(value, "utf8").toString("base64");
}

function text(value: unknown): string {
  return typeof value === "string" ? trimmed(value) : "";
}
