/** The key by which the platform knows a connection with an API key. */
export const API_KEY = "gorgias-api-key";

/** The key by which the platform knows a connection by OAuth 2.0. */
export const OAUTH2 = "gorgias-oauth2";

/** The key of the OAuth 2.0 connection whose addresses are made from its Domain. */
export const OAUTH2_BY_DOMAIN = "gorgias-oauth2-domain";

/** Whether a connection of this key gets an access token from the platform. */
export function isOAuth2(key: string): boolean {
  return key === OAUTH2 || key === OAUTH2_BY_DOMAIN;
}
