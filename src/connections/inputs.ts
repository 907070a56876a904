import type { ConnectionInput } from "@prismatic-io/spectral";

/** The account's address, in every form in which people have it at hand. */
export const domain: ConnectionInput = {
  label: "Domain",
  type: "string",
  required: true,
  placeholder: "acme",
  example: "acme",
  comments:
    "The name in front of .gorgias.com in your helpdesk's address. For https://acme.gorgias.com type acme; the whole address, copied from a browser, works too.",
};

/** Which app asks to be let in. */
export const clientId: ConnectionInput = {
  label: "Client ID",
  type: "string",
  placeholder: "65f1c2d3e4b5a697",
  required: true,
  comments:
    "From your app's page in the Gorgias developer portal. Enter the callback address of your integration platform there as the app's redirect URL: it is where people land after they agree.",
};

/** What proves that it is that app. */
export const clientSecret: ConnectionInput = {
  label: "Client Secret",
  type: "password",
  required: true,
  comments: "From the same page as the Client ID. It is shown once, when it is made.",
};
