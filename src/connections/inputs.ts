import type { ConnectionInput } from "@prismatic-io/spectral";

/** The account's address: the one input that both connections share. */
export const domain: ConnectionInput = {
  label: "Domain",
  type: "string",
  required: true,
  placeholder: "acme",
  example: "acme",
  comments:
    "The name in front of .gorgias.com in your helpdesk's address. For https://acme.gorgias.com type acme; the whole address, copied from a browser, works too.",
};
