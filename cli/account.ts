import { createRequire } from "node:module";
import type { ConnectionValue } from "@prismatic-io/spectral/dist/serverTypes";
import type { Sandbox, SandboxOptions } from "../sandbox";
import { SHORTEST_SECRET, secretsOf } from "../src/client/secrets";
import {
  ACCOUNT,
  connectionFrom,
  connectionFromEnvironment,
  type Environment,
} from "../src/connections/environment";
import { quotedIn, readPlatformValue } from "../src/connections/platformValue";

const load = createRequire(__filename);

/** The account that actions work on. */
export interface Account {
  /** How it is named to the person: never with a credential. */
  readonly name: string;
  readonly connection: ConnectionValue;
  /** Where the account is a sandbox, what changes it directly. */
  readonly sandbox?: Sandbox;
  close(): Promise<void>;
}

/**
 * Opens the account that the environment names, or a sandbox when it names none.
 *
 * @param environment usually `process.env`; for a sandbox, `GORGIAS_BASE_URL` is set in
 *   `process.env`, which is where the connector reads it
 * @param options how a sandbox is set up
 * @throws Error when the environment names an account only in part, or two
 */
export async function openAccount(
  environment: Environment,
  options: SandboxOptions = {},
): Promise<Account> {
  const connection = connectionFromEnvironment(environment);
  if (connection) {
    return {
      name: `the account ${connection.fields.domain}${detour(environment.GORGIAS_BASE_URL)}`,
      connection,
      close: async () => {},
    };
  }
  // Loaded here, because only those who need a sandbox should wait for it.
  const { startSandbox }: typeof import("../sandbox") = load("../sandbox");
  const sandbox = await startSandbox(options);
  process.env.GORGIAS_BASE_URL = sandbox.url;
  return {
    name: `a sandbox on this machine (${sandbox.url})`,
    connection: connectionFrom({ domain: "sandbox", ...sandbox.credentials }),
    sandbox,
    close: () => sandbox.close(),
  };
}

/** The secrets that the environment holds, whether or not they make an account. */
export function secretsIn(environment: Environment): readonly string[] {
  const own = ACCOUNT.filter(({ isSecret }) => isSecret).map(({ name }) => environment[name]);
  return [...own, ...secretsOfPlatform(environment.PRISMATIC_CONNECTION_VALUE)].flatMap((secret) =>
    secret ? [secret] : [],
  );
}

function secretsOfPlatform(value: string | undefined): readonly string[] {
  try {
    return value ? secretsOf(readPlatformValue(value)) : [];
  } catch {
    return [value ?? "", ...quotedIn(value ?? "")].filter((text) => text.length >= SHORTEST_SECRET);
  }
}

/** Requests that go elsewhere than to Gorgias are worth a mention. */
function detour(baseUrl: string | undefined): string {
  return baseUrl && URL.canParse(baseUrl)
    ? ` at ${new URL(baseUrl).host}, which GORGIAS_BASE_URL names`
    : "";
}
