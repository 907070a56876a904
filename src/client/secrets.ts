import type { Connection } from "@prismatic-io/spectral";
import { type Mask, maskOf } from "./log";

/** Names of the fields and tokens of a connection that nobody may read. */
const SECRET = /apiKey|secret|password|(?:access|refresh|id)_token/i;

/** What a connection was filled in with that nobody may read. */
export function secretsOf({ fields, token }: Connection): readonly string[] {
  return Object.entries({ ...fields, ...token })
    .filter(([name]) => SECRET.test(name))
    .map(([, value]) => (typeof value === "string" ? value.trim() : ""))
    .filter((secret) => secret !== "");
}

/** Hides what a connection was filled in with that nobody may read. */
export function connectionMask(connection: Connection): Mask {
  return maskOf(() => secretsOf(connection));
}
