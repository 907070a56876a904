/** The key by which the platform knows a connection with an API key. */
export const API_KEY = "gorgias-api-key";

/** The key by which the platform knows a connection by OAuth 2.0. */
export const OAUTH2 = "gorgias-oauth2";
