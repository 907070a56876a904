import type { ActionLogger } from "@prismatic-io/spectral";
import { type Headers, type HttpRequest, isToGorgias, type Outcome } from "./http";

/** Headers whose values nobody may read, whoever sent them. */
const PRIVATE_HEADERS = /authorization|cookie|api-?key|token|secret/i;

/** The most characters of a body that a log entry shows. */
const LONGEST_BODY = 4_000;

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
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(Buffer.from(secret, "utf8").toString("utf8")),
    Buffer.from(secret, "utf8").toString("base64").replace(/=+$/, ""),
  ]);
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
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
  const summary = `${method} ${isToGorgias({ headers }) ? url : address(url)} → ${result} in ${durationMs} ms${rate ? `, rate limit ${rate}` : ""}`;
  const details = {
    request: { headers: loggedHeaders(headers), body: cut(content?.logged, mask) },
    ...(answer
      ? { response: { headers: loggedHeaders(answer.headers), body: cut(answer.body, mask) } }
      : {}),
  };
  logger.debug(`${mask(summary)}\n${maskedJson(details, mask, 2)}`);
}

/** Tells how full the bucket is: `used/limit` (docs/gorgias-api.md, "Rate limit"). */
export const RATE_LIMIT_HEADER = "x-gorgias-account-api-call-limit";

function loggedHeaders(headers: Headers): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      PRIVATE_HEADERS.test(name) ? "***" : name === "location" ? address(String(value)) : value,
    ]),
  );
}

/** An address for the log. One outside the API is signed: whoever has it has the file. */
function address(url: string): string {
  return url.replace(/\?.*$/s, "?***");
}

function cut(body: unknown, mask: Mask): unknown {
  if (body === undefined || body === null) {
    return undefined;
  }
  if (Buffer.isBuffer(body)) {
    return `(${body.length} bytes)`;
  }
  const text = typeof body === "string" ? mask(body) : maskedJson(body, mask);
  return text.length <= LONGEST_BODY
    ? body
    : `${text.slice(0, LONGEST_BODY)}… (${text.length} characters in all)`;
}

/** Each text is masked before JSON escapes it, and the whole after, for what lies across texts. */
function maskedJson(value: unknown, mask: Mask, indent?: number): string {
  const masked = (_key: string, one: unknown) => (typeof one === "string" ? mask(one) : one);
  return mask(JSON.stringify(value, masked, indent));
}
