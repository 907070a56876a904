import { createHarness } from "@prismatic-io/spectral/dist/testing";
import component from "../../src";

/** A filled-in API key connection. Whoever finds these secrets in an output has found a fault. */
export const connection = {
  key: "gorgias-api-key",
  configVarKey: "Gorgias",
  fields: { domain: "acme", username: "agent@example.com", apiKey: 's3cr3t/K3y+for"tests' },
};

/** The same credentials on another account: an account's pace outlives a test. */
export function connectionTo(domain: unknown) {
  return { ...connection, fields: { ...connection.fields, domain } };
}

/** A connected OAuth 2.0 connection. */
export const oauthConnection = {
  key: "gorgias-oauth2",
  configVarKey: "Gorgias",
  fields: { domain: "acme", clientId: "an-app", clientSecret: "cl13nt-s3cr3t" },
  token: { access_token: "acc3ss-t0k3n", refresh_token: "r3fr3sh-t0k3n", token_type: "bearer" },
};

/** The same of the kind whose addresses are made from the Domain. */
export const oauthByDomain = { ...oauthConnection, key: "gorgias-oauth2-domain" };

/** Every form in which a secret of the two connections can stand in a text. */
export const secrets = [
  connection.fields.apiKey,
  JSON.stringify(connection.fields.apiKey).slice(1, -1),
  encodeURIComponent(connection.fields.apiKey),
  Buffer.from(connection.fields.apiKey).toString("base64"),
  Buffer.from(`${connection.fields.username}:${connection.fields.apiKey}`).toString("base64"),
  oauthConnection.fields.clientSecret,
  oauthConnection.token.access_token,
  oauthConnection.token.refresh_token,
];

/** What a step wrote to the platform's log, a line an entry, with its level in front. */
export interface Log {
  readonly lines: string[];
  readonly logger: Record<Level, (...args: unknown[]) => void>;
}

type Level = "metric" | "trace" | "debug" | "info" | "log" | "warn" | "error";

/** A logger that keeps what it gets. */
export function newLog(): Log {
  const lines: string[] = [];
  const write =
    (level: Level) =>
    (...args: unknown[]) =>
      void lines.push(`${level}: ${args.join(" ")}`);
  return {
    lines,
    logger: {
      metric: write("metric"),
      trace: write("trace"),
      debug: write("debug"),
      info: write("info"),
      log: write("log"),
      warn: write("warn"),
      error: write("error"),
    },
  };
}

const harness = createHarness(component);

/**
 * Runs an action as a flow does: inputs that are not given hold their defaults.
 *
 * @returns the action's `data`
 */
export async function run(
  key: string,
  inputs: Record<string, unknown> = {},
  log: Log = newLog(),
  context: object = {},
): Promise<unknown> {
  const result = await harness.action(
    key,
    { connection, ...inputs },
    { logger: log.logger, ...context },
  );
  return (result as { data: unknown }).data;
}

/** The error that an action ends with. */
export async function failure(key: string, inputs: Record<string, unknown> = {}): Promise<Error> {
  return run(key, inputs).then(
    (data) => {
      throw new Error(`${key} succeeded with ${JSON.stringify(data)}`);
    },
    (error: Error) => error,
  );
}
