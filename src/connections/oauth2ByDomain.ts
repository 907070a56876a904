import { OAuth2Type, oauth2Connection, templateConnectionInputs } from "@prismatic-io/spectral";
import { clientId, clientSecret, domain } from "./inputs";
import { OAUTH2_BY_DOMAIN } from "./keys";

/** What flows with tickets and customers need (docs/connecting.md, "Which scopes a flow needs"). */
const SCOPES =
  "openid profile email offline account:read users:read customers:read customers:write tickets:read tickets:write tags:read custom_fields:read";

/**
 * OAuth 2.0 authorization code, with the account's name typed once: the platform makes both
 * addresses from it, and does not show them.
 *
 * @see {@link https://developers.gorgias.com/docs/oauth2-authentication | Gorgias: OAuth 2.0}
 */
export const oauth2ByDomain = oauth2Connection({
  key: OAUTH2_BY_DOMAIN,
  oauth2Type: OAuth2Type.AuthorizationCode,
  display: {
    label: "Gorgias OAuth 2.0 (by domain)",
    description:
      "Connection to Gorgias using OAuth 2.0. The Domain is typed once, and the app asks for what the flow needs instead of everything.",
  },
  inputs: templateConnectionInputs(
    {
      domain: {
        ...domain,
        comments:
          "The name in front of .gorgias.com in your helpdesk's address: for https://acme.gorgias.com type acme. Type nothing else here. The addresses for connecting are made from it as it stands: with the whole address, or with a space, connecting fails. The Client Secret is sent to one of them, so fill this in yourself instead of leaving it to customers.",
      },
      scopes: {
        label: "Scopes",
        type: "string",
        required: true,
        default: SCOPES,
        example: SCOPES,
        comments:
          "What your app asks for, separated by spaces. Those filled in let a flow read and write tickets and customers, and read agents, tags, custom fields and the account. Take out what your flow doesn't need, and add what else it needs, such as integrations:read integrations:write for Ticket Event Webhook. Keep offline: it lets the connection renew itself instead of ending with its first token. After a change, connect again. See https://developers.gorgias.com/docs/oauth2-scopes.",
      },
      clientId,
      clientSecret,
    },
    {
      authorizeUrl: {
        label: "Authorize URL",
        type: "template",
        templateValue: "https://{{#domain}}.gorgias.com/oauth/authorize",
        comments:
          "Where a person is asked to let your app in. It is made from the Domain and not shown.",
      },
      tokenUrl: {
        label: "Token URL",
        type: "template",
        templateValue: "https://{{#domain}}.gorgias.com/oauth/token",
        comments:
          "Where the permission is exchanged for an access token. It is made from the Domain and not shown.",
      },
    },
    OAuth2Type.AuthorizationCode,
  ),
});
