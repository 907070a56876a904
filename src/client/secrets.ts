import type { Connection } from "@prismatic-io/spectral";
import { type Mask, maskOf } from "./log";

/** Names of the fields and tokens of a connection that nobody may read. */
const SECRET = /apiKey|secret|password|(?:access|refresh|id)_token/i;

/** What a connection was filled in with that nobody may read. */
export function secretsOf(connection: Connection): readonly string[] {
  return Object.entries({ ...connection.fields, ...connection.token })
    .filter(([name]) => SECRET.test(name))
    .map(([, value]) => (typeof value === "string" ? value.trim() : ""))
    .filter((secret) => secret !== "");
}

/** A shorter one could be a part of any name. */
const SHORTEST_SECRET = 8;

/** Whether a text has one of those in it, in capitals or small letters. */
export function holdsSecret(connection: Connection, text: string): boolean {
  return (
    text.length >= SHORTEST_SECRET &&
    secretsOf(connection).some(
      (secret) =>
        secret.length >= SHORTEST_SECRET && text.toLowerCase().includes(secret.toLowerCase()),
    )
  );
}

/** Hides them. */
export function connectionMask(connection: Connection): Mask {
  return maskOf(() => secretsOf(connection));
}
