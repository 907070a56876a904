import {
  type Connection,
  ConnectionError,
  isSpectralError,
  SpectralError,
} from "@prismatic-io/spectral";
import { connectionMask } from "./secrets";

/** What a failed request leaves behind. None of it holds a header that was sent. */
export interface FailureDetails {
  /** The request, for example `GET /api/tickets/7`. */
  readonly request: string;
  /** HTTP status, or undefined when no answer came. */
  readonly status?: number | undefined;
  /** How often the request was sent. */
  readonly attempts: number;
  /** Whether the same request may succeed later on. */
  readonly mayPass?: boolean;
}

/** Gorgias refused or failed a request, or no answer came. */
export class GorgiasError extends SpectralError implements FailureDetails {
  readonly request: string;
  readonly status: number | undefined;
  readonly attempts: number;
  readonly mayPass: boolean;

  constructor(message: string, details: FailureDetails) {
    super(message);
    this.name = "GorgiasError";
    this.mayPass = details.mayPass ?? false;
    this.request = details.request;
    this.status = details.status;
    this.attempts = details.attempts;
  }
}

/** The time that a client has is over, or too short for what it would have to wait for. */
export class OutOfTimeError extends GorgiasError {
  constructor(message: string, details: FailureDetails) {
    super(message, details);
    this.name = "OutOfTimeError";
  }
}

/**
 * The connection itself is at fault: it cannot be used as filled in, or Gorgias answered 401, or
 * 403 for the user's role or the app's scopes. The platform marks the connection. Of the connection
 * only its key and domain are kept, so that the error can be logged; secrets are taken out of the
 * domain, where one may have been pasted.
 */
export class GorgiasConnectionError extends ConnectionError {
  readonly request: string | undefined;
  readonly status: number | undefined;
  readonly attempts: number | undefined;

  constructor(connection: Connection, message: string, details?: FailureDetails) {
    const { key, configVarKey, fields } = connection;
    const { domain } = fields;
    const masked = typeof domain === "string" ? connectionMask(connection)(domain) : domain;
    super({ key, configVarKey, fields: { domain: masked } }, message);
    this.name = "GorgiasConnectionError";
    this.request = details?.request;
    this.status = details?.status;
    this.attempts = details?.attempts;
  }
}

/**
 * What some work comes to, or undefined where Gorgias answers that what it is about is gone (404).
 */
export async function unlessGone<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof GorgiasError && error.status === 404) {
      return undefined;
    }
    throw error;
  }
}

/**
 * The component's error hook. Errors of our own pass; anything else is a fault of ours, so only its
 * message goes on, and where it happened, without whatever objects hang on it.
 */
export function explainUnexpected(error: unknown): Error {
  if (isSpectralError(error)) {
    return error;
  }
  const { message, stack } = error instanceof Error ? error : new Error("unknown error");
  const explained = new SpectralError(`The Gorgias connector failed unexpectedly: ${message}`);
  const calls = (stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  explained.stack = [`${explained.name}: ${explained.message}`, ...calls].join("\n");
  return explained;
}
