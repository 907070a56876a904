import type { Connection } from "@prismatic-io/spectral";
import { type Mask, maskOf } from "./log";

/** Names of the fields and tokens of a connection that nobody may read. */
const SECRET = /apiKey|secret|password|(?:access|refresh|id)_token/i;

/** What a connection was filled in with that nobody may read. */
export function secretsOf(connection: Connection): readonly string[] {
  return entriesOf(connection)
    .filter(([name]) => SECRET.test(name))
    .map(([, value]) => (typeof value === "string" ? value.trim() : ""))
    .filter((secret) => secret !== "");
}

/** Whether a text is one of those, in small letters. */
export function holdsSecret(connection: Connection, text: string): boolean {
  return entriesOf(connection).some(
    ([name, value]) =>
      typeof value === "string" &&
      value.length >= text.length &&
      value.trim().toLowerCase() === text &&
      SECRET.test(name),
  );
}

/** Hides them. */
export function connectionMask(connection: Connection): Mask {
  return maskOf(() => secretsOf(connection));
}

function entriesOf({ fields, token }: Connection): [string, unknown][] {
  return token ? [...Object.entries(fields), ...Object.entries(token)] : Object.entries(fields);
}
