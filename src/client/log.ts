import type { ActionLogger } from "@prismatic-io/spectral";
import { duration } from "./deadline";
import { reasonOf } from "./faults";
import { type Headers, type HttpRequest, isToGorgias, type Outcome } from "./http";
import { isObject, type JsonObject } from "./json";
import { RATE_LIMIT_HEADER } from "./pace";
import { isPrivateName, type Mask } from "./secrets";

/** The most characters of a body that a log entry shows. */
const LONGEST_BODY = 4_000;

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

/**
 * Writes that a try failed and another one follows, for whoever watches and wonders. The terminal
 * reads it (`cli/exchange.ts`).
 *
 * @param attempt the number of the try that follows
 */
export function logWait(
  logger: ActionLogger,
  mask: Mask,
  { name }: Pick<HttpRequest, "name">,
  outcome: Outcome,
  waitMs: number,
  attempt: number,
): void {
  const result =
    outcome.kind === "fault"
      ? `no answer (${reasonOf(outcome.code)})`
      : `answered ${outcome.status}${outcome.flaw === undefined ? "" : ", which cannot be read"}`;
  logger.debug(`${mask(name)}: ${result}. Waiting ${duration(waitMs)} before try ${attempt}.`);
}

function loggedHeaders(headers: Headers): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      isPrivateName(name) ? "***" : name === "location" ? address(String(value)) : value,
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
  const shown = typeof body === "string" ? maskedText(body, mask) : body;
  const text = typeof shown === "string" ? shown : maskedJson(shown, mask);
  return text.length <= LONGEST_BODY
    ? shown
    : `${text.slice(0, LONGEST_BODY)}… (${text.length} characters in all)`;
}

/** What is JSON in a text is masked by its names as well. */
function maskedText(text: string, mask: Mask): string {
  if (!/^\s*[[{]/.test(text)) {
    return mask(text);
  }
  try {
    return maskedJson(JSON.parse(text), mask);
  } catch {
    return mask(text);
  }
}

/**
 * Each text is masked before JSON escapes it, and the whole after, for what lies across texts. Of
 * what the name alone says that it is secret, such as a password, nothing is shown.
 */
function maskedJson(value: unknown, mask: Mask, indent?: number): string {
  const masked = (key: string, one: unknown) =>
    typeof one === "string"
      ? one !== "" && isPrivateName(key)
        ? "***"
        : mask(one)
      : key === "http" && isObject(one)
        ? maskedCall(one)
        : one;
  return mask(JSON.stringify(value, masked, indent));
}

/** How an integration calls, without what it says there of who it is. */
function maskedCall({ headers, url, ...others }: JsonObject): JsonObject {
  return {
    ...(url !== undefined && { url: typeof url === "string" ? maskedAddress(url) : url }),
    ...(headers !== undefined && {
      headers: isObject(headers)
        ? Object.fromEntries(Object.keys(headers).map((name) => [name, "***"]))
        : headers,
    }),
    ...others,
  };
}

function maskedAddress(url: string): string {
  return url
    .replace(/:\/\/[^/?#@]+@/, "://***@")
    .replace(/([?&])([^=&#]+)=([^&#]*)/g, (whole, mark, name) =>
      isPrivateName(name) ? `${mark}${name}=***` : whole,
    );
}
