import { connection } from "@prismatic-io/spectral";
import { domain } from "./inputs";
import { API_KEY } from "./keys";

/**
 * HTTP Basic authorization with an agent's e-mail and a key made under Settings > REST API.
 *
 * @see {@link https://developers.gorgias.com/docs/authentication | Gorgias: authentication}
 */
export const apiKey = connection({
  key: API_KEY,
  display: {
    label: "Gorgias API Key",
    description: "Connection to Gorgias using an API Key.",
  },
  inputs: {
    domain,
    username: {
      label: "Username",
      type: "string",
      required: true,
      placeholder: "john@example.com",
      example: "john@example.com",
      comments:
        "The e-mail address of the agent who made the API key. In Gorgias it stands beside the key, under Settings > REST API.",
    },
    apiKey: {
      label: "API Key",
      type: "password",
      required: true,
      comments:
        "Made in Gorgias under Settings > REST API > Create API key. What this connection may do is what that agent's role may do: for Ticket Event Webhook that has to be an admin's.",
    },
  },
});
