import {
  type Connection,
  ConnectionError,
  isSpectralError,
  SpectralError,
} from "@prismatic-io/spectral";
import type { Account } from "./authorization";
import type { Outcome } from "./http";
import { isObject } from "./json";
import type { Mask } from "./log";

/** What a failed request leaves behind. None of it holds a header that was sent. */
export interface FailureDetails {
  /** The request, for example `GET /api/tickets/7`. */
  readonly request: string;
  /** HTTP status, or undefined when no answer came. */
  readonly status?: number | undefined;
  /** How often the request was sent. */
  readonly attempts: number;
}

/** Gorgias refused or failed a request, or no answer came. */
export class GorgiasError extends SpectralError implements FailureDetails {
  readonly request: string;
  readonly status: number | undefined;
  readonly attempts: number;

  constructor(message: string, details: FailureDetails) {
    super(message);
    this.name = "GorgiasError";
    this.request = details.request;
    this.status = details.status;
    this.attempts = details.attempts;
  }
}

/**
 * The connection itself is at fault: it cannot be used as filled in, or Gorgias answered 401 or
 * 403. The platform marks the connection. Of the connection only its key and domain are kept, so
 * that the error can be logged.
 */
export class GorgiasConnectionError extends ConnectionError {
  readonly request: string | undefined;
  readonly status: number | undefined;

  constructor(
    connection: Pick<Connection, "key" | "configVarKey" | "fields">,
    message: string,
    details?: FailureDetails,
  ) {
    super(
      {
        key: connection.key,
        configVarKey: connection.configVarKey,
        fields: { domain: connection.fields?.domain },
      },
      message,
    );
    this.name = "GorgiasConnectionError";
    this.request = details?.request;
    this.status = details?.status;
  }
}

/**
 * The error for a request that failed for good.
 *
 * @param name the request, for example `GET /api/tickets/7`
 * @param attempts how often it was sent
 * @param byGorgias whether Gorgias itself answered, and no storage host
 */
export function failureOf(
  account: Account,
  mask: Mask,
  name: string,
  outcome: Outcome,
  attempts: number,
  byGorgias: boolean,
): GorgiasError | GorgiasConnectionError {
  const tries = attempts > 1 ? ` Tried ${attempts} times.` : "";
  if (outcome.kind === "fault") {
    const reason = FAULTS[outcome.code] ?? outcome.code;
    return new GorgiasError(`${name}: no answer from ${account.origin} (${reason}).${tries}`, {
      request: name,
      attempts,
    });
  }
  const { status } = outcome;
  const words =
    status < 300 ? " with something else than JSON." : sentence(describeErrorBody(outcome.body));
  const hint = byGorgias && HINTS[status] ? ` ${HINTS[status]}` : "";
  const message = `${mask(`${name}: Gorgias answered ${status}${words}`)}${hint}${tries}`;
  const details = { request: name, status, attempts };
  return byGorgias && (status === 401 || status === 403)
    ? new GorgiasConnectionError(account.connection, message, details)
    : new GorgiasError(message, details);
}

/** What a status means for the person who reads the error (gorgias-api notes, "Errors"). */
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

/** Gorgias' words, if there are any, up to a full stop. */
function sentence(words: string | undefined): string {
  return words ? `: ${words.replace(/\.?$/, ".")}` : ".";
}

/**
 * Gorgias' own words from an error body: `{ error: { msg, data } }`, where `data` maps fields to
 * messages, nested for nested fields (gorgias-api notes, "Errors").
 *
 * @returns one line, or undefined when the body says nothing
 */
function describeErrorBody(answer: unknown): string | undefined {
  const body = Buffer.isBuffer(answer) ? parseText(answer) : answer;
  const error = isObject(body) ? body.error : undefined;
  if (!isObject(error)) {
    return typeof body === "string" && body.trim() !== "" ? excerpt(body) : undefined;
  }
  const fields = fieldMessages(error.data, "");
  const message = typeof error.msg === "string" ? error.msg : undefined;
  return [message, fields.join("; ")].filter(Boolean).join(" — ") || undefined;
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

/**
 * The component's last net. Errors of our own pass; anything else is a fault of ours, so only its
 * message goes on, without whatever objects hang on it.
 */
export function explainUnexpected(error: unknown): unknown {
  return isSpectralError(error)
    ? error
    : new SpectralError(
        `The Gorgias connector failed unexpectedly: ${error instanceof Error ? error.message : "unknown error"}`,
      );
}
