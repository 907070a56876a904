import type {
  Action,
  ActionLogger,
  ConnectionValue,
} from "@prismatic-io/spectral/dist/serverTypes";
import type { Refusal } from "../src/fields/inputError";
import { type Exchange, readExchange, readWait, type Wait } from "./exchange";
import { type InputValues, perform } from "./platform";

/** An action that was run, and how it went. */
export interface Run {
  readonly action: string;
  readonly exchanges: readonly Exchange[];
  readonly ms: number;
  readonly outcome:
    | { readonly ok: true; readonly data: unknown }
    | { readonly ok: false; readonly message: string; readonly error: unknown };
}

/** Follows a run while it goes. */
export interface Watcher {
  /**
   * A request was answered, or failed.
   *
   * @param entry the entry of the log that tells it
   */
  exchange?(exchange: Exchange, entry: string): void;
  /** A request failed and will be sent again. */
  waiting?(wait: Wait): void;
  /** The connector wrote to its log. */
  log?(level: keyof ActionLogger, text: string): void;
}

/**
 * Runs one action. It never throws: a failure is an outcome. Debug Request is always on, because
 * the log is where the requests are read from.
 *
 * @param refusals inputs that cannot be handed over: they are told along with the connector's own
 */
export async function run(
  action: Action,
  inputs: InputValues,
  connection: ConnectionValue,
  watcher: Watcher = {},
  refusals: readonly Refusal[] = [],
): Promise<Run> {
  const exchanges: Exchange[] = [];
  const logger = loggerFor({
    ...watcher,
    exchange(exchange, entry) {
      exchanges.push(exchange);
      watcher.exchange?.(exchange, entry);
    },
  });
  const startedAt = performance.now();
  const outcome = await perform(action, { ...inputs, debugRequest: "true" }, connection, logger, {
    inputHost: { nameOf: (key) => key, refusals },
  }).then(
    (result) => ({ ok: true, data: result?.data }) as const,
    (error: unknown) =>
      ({
        ok: false,
        message: error instanceof Error ? error.message : String(error),
        error,
      }) as const,
  );
  return {
    action: action.key,
    exchanges,
    ms: Math.round(performance.now() - startedAt),
    outcome,
  };
}

/** A logger out of which somebody follows a run: Debug Request has to be on. */
export function loggerFor(watcher: Watcher): ActionLogger {
  return loggerThat((level, text) => {
    const exchange = level === "debug" ? readExchange(text) : undefined;
    const wait = level === "debug" ? readWait(text) : undefined;
    if (exchange) {
      watcher.exchange?.(exchange, text);
    }
    if (wait) {
      watcher.waiting?.(wait);
    }
    watcher.log?.(level, text);
  });
}

/** A logger that hands each entry on as text. */
export function loggerThat(write: (level: keyof ActionLogger, text: string) => void): ActionLogger {
  const at =
    (level: keyof ActionLogger) =>
    (...parts: unknown[]) =>
      write(
        level,
        parts.map((part) => (typeof part === "string" ? part : JSON.stringify(part))).join(" "),
      );
  return {
    metric: at("metric"),
    trace: at("trace"),
    debug: at("debug"),
    info: at("info"),
    log: at("log"),
    warn: at("warn"),
    error: at("error"),
  };
}
