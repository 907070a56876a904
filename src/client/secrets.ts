import type { Connection } from "@prismatic-io/spectral";
import { trimmed } from "./trimmed";

/** Names of the fields and tokens of a connection that nobody may read. */
const SECRET = /apiKey|secret|password|(?:access|refresh|id)_token/i;

/** Names of headers and fields whose values nobody may read, whoever sent them. */
const PRIVATE =
  /authorization|x-auth|cookie|apikey|[-_]key$|token|secret|password|credential|two_fa_code/i;

/** Whether what has this name is a secret. */
export function isPrivateName(name: string): boolean {
  return PRIVATE.test(name);
}

/** What a connection was filled in with that nobody may read. */
export function secretsOf(connection: Connection): readonly string[] {
  return Object.entries({ ...connection.fields, ...connection.token })
    .filter(([name]) => SECRET.test(name))
    .map(([, value]) => (typeof value === "string" ? trimmed(value) : ""))
    .filter((secret) => secret !== "");
}

/** A shorter one could be a part of any name. */
export const SHORTEST_SECRET = 8;

/** Whether a text has a connection's secret in it, in whatever case. */
export function holdsSecret(connection: Connection, text: string): boolean {
  return (
    text.length >= SHORTEST_SECRET &&
    secretsOf(connection).some(
      (secret) =>
        secret.length >= SHORTEST_SECRET && text.toLowerCase().includes(secret.toLowerCase()),
    )
  );
}

/** Hides a connection's secrets. */
export function connectionMask(connection: Connection): Mask {
  return maskOf(() => secretsOf(connection));
}

/** Hides an account's secrets in a text, in every form in which they can stand there. */
export type Mask = (text: string) => string;

/** @param secrets tells the texts to hide, once there is something to mask */
export function maskOf(secrets: () => readonly string[]): Mask {
  let forms: readonly string[] | undefined;
  return (text) => {
    forms ??= formsOf(secrets());
    return forms.reduce((masked, form) => masked.replaceAll(form, "***"), text);
  };
}

/** The longest come first, because a shorter one can be a part of them. */
function formsOf(secrets: readonly string[]): readonly string[] {
  const forms = secrets.flatMap((secret) => [
    secret,
    escaped(secret),
    // JSON in a text, in JSON.
    escaped(escaped(secret)),
    encodeURIComponent(Buffer.from(secret, "utf8").toString("utf8")),
    new URLSearchParams([["", secret]]).toString().slice(1),
    Buffer.from(secret, "utf8").toString("base64").replace(/=+$/, ""),
  ]);
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
}

/** A text as JSON writes it, without its quotes. */
function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
