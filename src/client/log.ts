import type { ActionLogger } from "@prismatic-io/spectral";
import type { Answer, Outcome } from "./http";

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

/** One try of one request, for the log. */
export interface LoggedExchange {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly outcome: Outcome;
  readonly durationMs: number;
}

/** Writes one entry a try: a line that sums it up, then headers and bodies of both sides. */
export function logExchange(logger: ActionLogger, mask: Mask, exchange: LoggedExchange): void {
  const { method, url, outcome, durationMs } = exchange;
  const answer = outcome.kind === "answer" ? outcome : undefined;
  const result = answer ? String(answer.status) : (outcome as { code: string }).code;
  const rate = answer?.headers[RATE_LIMIT_HEADER];
  const summary = `${method} ${url} → ${result} in ${durationMs} ms${rate ? `, rate limit ${rate}` : ""}`;
  const details = {
    request: { headers: maskHeaders(exchange.headers), body: cut(exchange.body) },
    ...(answer ? { response: describe(answer) } : {}),
  };
  logger.debug(mask(`${summary}\n${JSON.stringify(details, null, 2)}`));
}

/** Tells how full the bucket is: `used/limit` (gorgias-api notes, "Rate limit"). */
export const RATE_LIMIT_HEADER = "x-gorgias-account-api-call-limit";

function describe({ headers, body }: Answer): object {
  return { headers: maskHeaders(headers), body: cut(body) };
}

function maskHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      PRIVATE_HEADERS.test(name) ? "***" : value,
    ]),
  );
}

function cut(body: unknown): unknown {
  if (body === undefined || body === null) {
    return undefined;
  }
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return text.length <= LONGEST_BODY
    ? body
    : `${text.slice(0, LONGEST_BODY)}… (${text.length} characters in all)`;
}
