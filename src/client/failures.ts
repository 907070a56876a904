import type { Account } from "./authorization";
import { GorgiasConnectionError, GorgiasError } from "./errors";
import {
  type Answer,
  type Fault,
  type HttpRequest,
  isToGorgias,
  LARGEST_MIB,
  type Outcome,
  TOO_LARGE,
} from "./http";
import { isObject } from "./json";
import type { Mask } from "./secrets";

/**
 * The error for a request that failed for good.
 *
 * @param attempts how often it was sent
 */
export function failureOf(
  account: Account,
  mask: Mask,
  request: HttpRequest,
  outcome: Outcome,
  attempts: number,
): GorgiasError | GorgiasConnectionError {
  const tries = attempts > 1 ? ` Tried ${attempts} times.` : "";
  const name = mask(request.name);
  const words =
    outcome.kind === "fault"
      ? describeFault(request, outcome, account.origin)
      : describeAnswer(request, outcome, mask);
  const message = `${name}: ${words}${tries}`;
  const status = outcome.kind === "answer" ? outcome.status : undefined;
  const details = { request: name, status, attempts };
  return isToGorgias(request) && (status === 401 || status === 403)
    ? new GorgiasConnectionError(account.connection, message, details)
    : new GorgiasError(message, details);
}

function describeFault(request: HttpRequest, { code }: Fault, origin: string): string {
  if (code === TOO_LARGE) {
    const most = `${LARGEST_MIB[request.expects]} MiB`;
    return request.expects === "binary"
      ? `the file is larger than ${most}, the most that a step can read. Get it from Gorgias in another way.`
      : `the answer is larger than ${most}, the most that a step can read. Ask for less at once: fewer items with Limit, or a filter.`;
  }
  return `no answer from ${origin} (${FAULTS[code] ?? code}).`;
}

function describeAnswer(request: HttpRequest, { status, body }: Answer, mask: Mask): string {
  const words =
    status < 300 ? " with something other than JSON." : sentence(describeBody(body, mask));
  const hint = isToGorgias(request) && HINTS[status] ? ` ${HINTS[status]}` : "";
  return `Gorgias answered ${status}${words}${hint}`;
}

/** What a status means for the person who reads the error (docs/gorgias-api.md, "Errors"). */
const HINTS: Readonly<Record<number, string>> = {
  401: "Check the connection: the username, the key or the token is wrong or has expired.",
  403: "The connection is right, but the role of its user does not allow this in Gorgias.",
  404: "The connected account has nothing there: it was deleted, or the ID is wrong.",
  409: "Another record already uses this identifier, or the two cannot be merged.",
  413: "The upload is larger than Gorgias accepts.",
  429: "The account's rate limit is used up, most likely by other integrations as well.",
};

/** What a network fault means in plain words. */
const FAULTS: Readonly<Record<string, string>> = {
  TIMEOUT: "it took too long",
  ECONNRESET: "the connection was cut off",
  ECONNREFUSED: "the connection was refused",
  ENOTFOUND: "there is no such address: check the connection's Domain",
};

/** Gorgias' words, if there are any, ended with a full stop. */
function sentence(words: string | undefined): string {
  return words ? `: ${words.replace(/\.?$/, ".")}` : ".";
}

/**
 * Gorgias' own words from an error body: `{ error: { msg, data } }`, where `data` maps fields to
 * messages, nested for nested fields (docs/gorgias-api.md, "Errors").
 *
 * @returns one line, or undefined when the body says nothing
 */
function describeBody(answer: unknown, mask: Mask): string | undefined {
  const body = Buffer.isBuffer(answer) ? parseText(answer) : answer;
  const error = isObject(body) ? body.error : undefined;
  if (!isObject(error)) {
    return typeof body === "string" && body.trim() !== "" ? excerpt(mask(body)) : undefined;
  }
  const fields = fieldMessages(error.data, "");
  const message = typeof error.msg === "string" ? error.msg : undefined;
  return mask([message, fields.join("; ")].filter(Boolean).join(" — ")) || undefined;
}

/** The body of an error that came where a file was expected. */
function parseText(buffer: Buffer): unknown {
  const text = buffer.toString("utf8");
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function fieldMessages(data: unknown, path: string): string[] {
  if (typeof data === "string") {
    return [path ? `${path}: ${data}` : data];
  }
  if (Array.isArray(data) && data.every((item) => typeof item === "string")) {
    return [path ? `${path}: ${data.join(", ")}` : data.join(", ")];
  }
  if (Array.isArray(data)) {
    return data.flatMap((item, index) => fieldMessages(item, `${path}[${index}]`));
  }
  if (isObject(data)) {
    return Object.entries(data).flatMap(([key, value]) =>
      fieldMessages(value, /^\d+$/.test(key) ? `${path}[${key}]` : path ? `${path}.${key}` : key),
    );
  }
  return [];
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
