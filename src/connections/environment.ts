import type { Connection } from "@prismatic-io/spectral";
import { API_KEY, OAUTH2 } from "./keys";

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

/** Which variables of the environment make an account. */
export const ACCOUNT_VARIABLES =
  "An account needs GORGIAS_DOMAIN with GORGIAS_USERNAME and GORGIAS_API_KEY, or with GORGIAS_ACCESS_TOKEN.";

/**
 * The connection that the environment describes.
 *
 * @param environment usually `process.env`
 * @returns undefined when it describes none at all
 * @throws Error that names what is missing when it describes one in part
 */
export function connectionFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Connection | undefined {
  const {
    GORGIAS_DOMAIN: domain,
    GORGIAS_USERNAME: username,
    GORGIAS_API_KEY: apiKey,
    GORGIAS_ACCESS_TOKEN: accessToken,
    GORGIAS_BASE_URL: baseUrl,
  } = environment;
  if (![domain, username, apiKey, accessToken, baseUrl].some(Boolean)) {
    return undefined;
  }
  if (domain && accessToken) {
    return connectionFrom({ domain, accessToken });
  }
  if (domain && username && apiKey) {
    return connectionFrom({ domain, username, apiKey });
  }
  const missing = [
    ...(domain ? [] : ["GORGIAS_DOMAIN"]),
    ...(username || accessToken ? [] : ["GORGIAS_USERNAME"]),
    ...(apiKey || accessToken ? [] : ["GORGIAS_API_KEY"]),
  ];
  throw new Error(
    `The environment names only part of a Gorgias account: ${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"} missing. ${ACCOUNT_VARIABLES}`,
  );
}
