import { OAuth2Type, oauth2Connection } from "@prismatic-io/spectral";
import { clientId, clientSecret, domain } from "./inputs";
import { OAUTH2 } from "./keys";

/**
 * OAuth 2.0 authorization code. Gorgias requires it of public apps; each account has
 * authorize and token addresses of its own.
 *
 * @see {@link https://developers.gorgias.com/docs/oauth2-authentication | Gorgias: OAuth 2.0}
 */
export const oauth2 = oauth2Connection({
  key: OAUTH2,
  oauth2Type: OAuth2Type.AuthorizationCode,
  display: {
    label: "Gorgias OAuth 2.0",
    description: "Connection to Gorgias using OAuth 2.0, which Gorgias requires of public apps.",
  },
  inputs: {
    domain,
    authorizeUrl: {
      label: "Authorize URL",
      type: "string",
      required: true,
      placeholder: "https://acme.gorgias.com/oauth/authorize",
      example: "https://acme.gorgias.com/oauth/authorize",
      comments:
        "Where a person is asked to let your app in: https://<domain>.gorgias.com/oauth/authorize, with your own domain.",
    },
    tokenUrl: {
      label: "Token URL",
      type: "string",
      required: true,
      placeholder: "https://acme.gorgias.com/oauth/token",
      example: "https://acme.gorgias.com/oauth/token",
      comments:
        "Where the permission is exchanged for an access token: https://<domain>.gorgias.com/oauth/token, with your own domain. The Client Secret is sent there, so fill this in yourself instead of leaving it to customers.",
    },
    scopes: {
      label: "Scopes",
      type: "string",
      required: true,
      default: "openid profile email write:all offline",
      example: "openid profile email write:all offline",
      comments:
        "What your app asks for, separated by spaces. offline lets the connection renew itself instead of ending with its first token. write:all is Gorgias' old scope for everything: a new app asks for separate ones in its place, such as tickets:read tickets:write customers:read. See https://developers.gorgias.com/docs/oauth2-scopes.",
    },
    clientId,
    clientSecret,
  },
});
