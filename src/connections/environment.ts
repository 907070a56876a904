import type { Connection } from "@prismatic-io/spectral";
import { areMissing } from "./areMissing";
import { API_KEY, OAUTH2 } from "./keys";
import { connectionFromPlatform } from "./platformValue";

/** What a connection is made of: a username with an API key, or an access token. */
export type Credentials = { readonly domain: string } & (
  | { readonly username: string; readonly apiKey: string }
  | { readonly accessToken: string }
);

/** A connection as the actions take it. */
export function connectionFrom(credentials: Credentials): Connection {
  const { domain, ...secrets } = credentials;
  return "accessToken" in secrets
    ? {
        key: OAUTH2,
        configVarKey: "",
        fields: { domain },
        token: { access_token: secrets.accessToken },
      }
    : { key: API_KEY, configVarKey: "", fields: { domain, ...secrets } };
}

/** The variables that make an account: what each holds, and whether that is a secret. */
export const ACCOUNT = [
  { name: "GORGIAS_DOMAIN", part: "domain", isSecret: false },
  { name: "GORGIAS_USERNAME", part: "username", isSecret: false },
  { name: "GORGIAS_API_KEY", part: "apiKey", isSecret: true },
  { name: "GORGIAS_ACCESS_TOKEN", part: "accessToken", isSecret: true },
] as const;

type Part = (typeof ACCOUNT)[number]["part"];

/** All variables that say which account is worked on, and where its requests go. */
export const ACCOUNT_VARIABLES: readonly string[] = [
  ...ACCOUNT.map(({ name }) => name),
  "GORGIAS_BASE_URL",
  "PRISMATIC_CONNECTION_VALUE",
];

/** What of them makes an account, in words. */
export const WHAT_MAKES_AN_ACCOUNT =
  "An account needs GORGIAS_DOMAIN with GORGIAS_USERNAME and GORGIAS_API_KEY, or with GORGIAS_ACCESS_TOKEN; or PRISMATIC_CONNECTION_VALUE in place of them all.";

/** The variables of a process, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The connection that the environment describes: by variables of this project's own, or by
 * `PRISMATIC_CONNECTION_VALUE`, which `prism components:dev:run` sets.
 *
 * @param environment usually `process.env`
 * @returns undefined when it describes none at all
 * @throws Error that names what is missing when it describes one in part, or what is too much when it
 *   describes two, or one in two ways
 */
export function connectionFromEnvironment(environment: Environment): Connection | undefined {
  const { PRISMATIC_CONNECTION_VALUE: value } = environment;
  const own = ownVariables(environment);
  if (!value) {
    return own.length > 0 || environment.GORGIAS_BASE_URL ? connectionOf(environment) : undefined;
  }
  if (own.length > 0) {
    throw new Error(
      `The environment names two Gorgias accounts: one in PRISMATIC_CONNECTION_VALUE, and one in ${own.join(", ")}. Leave one of them out, also in a file .env.`,
    );
  }
  return connectionFromPlatform(value);
}

/** The account variables that are set. */
function ownVariables(environment: Environment): readonly string[] {
  return ACCOUNT.map(({ name }) => name).filter((name) => environment[name]);
}

function connectionOf(environment: Environment): Connection {
  const { domain, username, apiKey, accessToken }: Readonly<Partial<Record<Part, string>>> =
    Object.fromEntries(ACCOUNT.map(({ name, part }) => [part, environment[name]]));
  const ofKey = namesOf("username", "apiKey").filter((name) => environment[name]);
  if (accessToken && ofKey.length > 0) {
    throw new Error(
      `The environment holds GORGIAS_ACCESS_TOKEN beside ${ofKey.join(" and ")}. Leave one or the other out, also in a file .env: a token is in place of both.`,
    );
  }
  if (domain && accessToken) {
    return connectionFrom({ domain, accessToken });
  }
  if (domain && username && apiKey) {
    return connectionFrom({ domain, username, apiKey });
  }
  const needed = accessToken ? namesOf("domain") : namesOf("domain", "username", "apiKey");
  const missing = needed.filter((name) => !environment[name]);
  throw new Error(
    `The environment names only part of a Gorgias account: ${areMissing(missing)} ${WHAT_MAKES_AN_ACCOUNT}`,
  );
}

/** The names of the variables that hold these parts. */
function namesOf(...parts: readonly Part[]): readonly string[] {
  return ACCOUNT.filter(({ part }) => parts.includes(part)).map(({ name }) => name);
}
