import type { Connection } from "@prismatic-io/spectral";
import { originOf } from "./address";
import { GorgiasConnectionError } from "./errors";
import { isObject } from "./json";

/** Names of the fields and tokens of a connection that nobody may read. */
const SECRET = /apiKey|secret|password|(?:access|refresh|id)_token/i;

/** A connection, ready for use: where to send requests, what opens the door, what to hide. */
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
 * that the platform obtained (gorgias-api notes, "Address and authentication").
 *
 * @throws GorgiasConnectionError when a field is missing or the domain is none
 */
export function accountOf(value: unknown): Account {
  const connection = asConnection(value);
  const origin = checked(connection, () => originOf(connection.fields.domain));
  const token = text(connection.token?.access_token);
  if (/[^\x21-\x7e]/.test(token)) {
    throw new GorgiasConnectionError(
      connection,
      "The connection's access token is none: open it and connect the Gorgias account again.",
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
    connection.key === "gorgias-oauth2"
      ? "The connection has no access token yet: open it and connect the Gorgias account."
      : `The connection has no ${username ? "API Key" : "Username"}: open it and fill in what is missing.`,
  );
}

function asConnection(value: unknown): Connection {
  const given = typeof value === "object" && value !== null ? (value as Partial<Connection>) : {};
  const connection: Connection = {
    key: text(given.key),
    configVarKey: text(given.configVarKey),
    fields: isObject(given.fields) ? given.fields : {},
    ...(isObject(given.token) ? { token: given.token } : {}),
  };
  if (!isObject(given.fields)) {
    throw new GorgiasConnectionError(
      connection,
      "Connection: expected a Gorgias connection, got none. Choose one for this step.",
    );
  }
  return connection;
}

function checked<T>(connection: Connection, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new GorgiasConnectionError(connection, error instanceof Error ? error.message : "");
  }
}

function account(connection: Connection, origin: string, authorization: string): Account {
  return { connection, origin, authorization, secrets: () => secretsOf(connection, authorization) };
}

function secretsOf(connection: Connection, authorization: string): readonly string[] {
  const hidden = Object.entries({ ...connection.fields, ...connection.token })
    .filter(([name]) => SECRET.test(name))
    .map(([, value]) => text(value));
  const credentials = authorization.slice(authorization.indexOf(" ") + 1);
  return [...new Set([credentials, ...hidden])].filter((secret) => secret !== "");
}

function base64(value: string): string {
  return Buffer.from(value, "utf8").toString("base64");
}

function text(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}
