import type { Sandbox } from "../../sandbox";
import { ACCOUNT_VARIABLES } from "../../src/connections/environment";

/** What the person who runs the tests may have set, and a test must not depend on. */
const THEIRS = /^(?:GORGIAS_|PRISM|FORCE_COLOR$|COLUMNS$|CI$)/;

/**
 * The environment of a command that a test runs: what the tests themselves run in, without the
 * accounts and settings of a person, and without colours.
 *
 * @param set what the test sets
 */
export function plainEnvironment(
  set: Readonly<Record<string, string | undefined>> = {},
): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !THEIRS.test(name));
  return { ...Object.fromEntries(inherited), NO_COLOR: "1", ...set };
}

/** What names an account of this machine, for a program that knows nothing else of it. */
export function environmentOf({
  url,
  credentials: { username, apiKey },
}: Pick<Sandbox, "url" | "credentials">): Record<string, string> {
  return {
    GORGIAS_BASE_URL: url,
    GORGIAS_DOMAIN: "acme",
    GORGIAS_USERNAME: username,
    GORGIAS_API_KEY: apiKey,
  };
}

/** Set beside it where a file `.env` is found, which would fill in what is not set. */
export const NO_ACCOUNT: Readonly<Record<string, string>> = Object.fromEntries(
  ACCOUNT_VARIABLES.map((name) => [name, ""]),
);
