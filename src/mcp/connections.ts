import type { Connection } from "@prismatic-io/spectral";
import { oauth2, apiKey as withApiKey } from "../connections";

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
        key: oauth2.key,
        configVarKey: "",
        fields: { domain },
        token: { access_token: secrets.accessToken },
      }
    : { key: withApiKey.key, configVarKey: "", fields: { domain, ...secrets } };
}

/**
 * The connection that the environment describes.
 *
 * @throws Error that names the variables that are missing
 */
export function connectionFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Connection {
  const {
    GORGIAS_DOMAIN: domain,
    GORGIAS_USERNAME: username,
    GORGIAS_API_KEY: apiKey,
    GORGIAS_ACCESS_TOKEN: accessToken,
  } = environment;
  if (domain && accessToken) {
    return connectionFrom({ domain, accessToken });
  }
  if (domain && username && apiKey) {
    return connectionFrom({ domain, username, apiKey });
  }
  const missing = Object.entries({
    GORGIAS_DOMAIN: domain,
    GORGIAS_USERNAME: username,
    GORGIAS_API_KEY: apiKey,
  }).flatMap(([name, value]) => (value ? [] : [name]));
  throw new Error(
    `The environment names no Gorgias account: ${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing. It takes GORGIAS_DOMAIN with GORGIAS_USERNAME and GORGIAS_API_KEY, or with GORGIAS_ACCESS_TOKEN.`,
  );
}
