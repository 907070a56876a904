import type { ActionLogger } from "@prismatic-io/spectral";
import type { Headers, HttpRequest, Outcome } from "./http";

/** Headers whose values nobody may read, whoever sent them. */
const PRIVATE_HEADERS = /authorization|cookie|api-?key|token|secret/i;

/** The most characters of a body that a log entry shows. */
const LONGEST_BODY = 4_000;

/** Hides an account's secrets in a text, in every form in which they can stand there. */
export type Mask = (text: string) => string;

/** @param secrets the texts to hide; see `Account.secrets` */
export function maskOf(secrets: readonly string[]): Mask {
  const forms = secrets
    .flatMap((secret) => [
      secret,
      JSON.stringify(secret).slice(1, -1),
      encodeURIComponent(secret),
      Buffer.from(secret, "utf8").toString("base64"),
    ])
    .sort((a, b) => b.length - a.length);
  const unique = [...new Set(forms)];
  return (text) => unique.reduce((masked, form) => masked.replaceAll(form, "***"), text);
}

/**
 * Writes one entry a try: a line that sums it up, then headers and bodies of both sides.
 *
 * @param durationMs how long the try took, in milliseconds
 */
export function logExchange(
  logger: ActionLogger,
  mask: Mask,
  { method, url, headers, content }: HttpRequest,
  outcome: Outcome,
  durationMs: number,
): void {
  const answer = outcome.kind === "answer" ? outcome : undefined;
  const result = outcome.kind === "answer" ? String(outcome.status) : outcome.code;
  const rate = answer?.headers[RATE_LIMIT_HEADER];
  const summary = `${method} ${address(url)} → ${result} in ${durationMs} ms${rate ? `, rate limit ${rate}` : ""}`;
  const details = {
    request: { headers: shownHeaders(headers), body: cut(content?.shown) },
    ...(answer
      ? { response: { headers: shownHeaders(answer.headers), body: cut(answer.body) } }
      : {}),
  };
  logger.debug(mask(`${summary}\n${JSON.stringify(details, null, 2)}`));
}

/** Tells how full the bucket is: `used/limit` (gorgias-api notes, "Rate limit"). */
export const RATE_LIMIT_HEADER = "x-gorgias-account-api-call-limit";

function shownHeaders(headers: Headers): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      PRIVATE_HEADERS.test(name) ? "***" : name === "location" ? address(String(value)) : value,
    ]),
  );
}

/** An address for the log. One outside the API is signed: whoever has it has the file. */
function address(url: string): string {
  return url.includes("/api/") ? url : url.replace(/\?.*$/s, "?***");
}

function cut(body: unknown): unknown {
  if (body === undefined || body === null) {
    return undefined;
  }
  if (Buffer.isBuffer(body)) {
    return `(${body.length} bytes)`;
  }
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return text.length <= LONGEST_BODY
    ? body
    : `${text.slice(0, LONGEST_BODY)}… (${text.length} characters in all)`;
}
