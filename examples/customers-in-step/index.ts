/**
 * Customers in step with a shop: who is new or has changed in the shop comes to Gorgias at once, and
 * what agents change in Gorgias goes to the shop within minutes.
 *
 * Each flow compares before it writes, so that a change goes over once and does not come back.
 * Where both sides change the same customer within those minutes, the shop wins.
 */
import { configPage, connectionConfigVar, integration } from "@prismatic-io/spectral";
import { componentRegistry } from "../componentRegistry";
import { customersFromShop } from "./fromShop";
import { customersToShop } from "./toShop";

export { componentRegistry };

export const configPages = {
  Connections: configPage({
    elements: {
      "Gorgias Connection": connectionConfigVar({
        stableKey: "gorgias-connection",
        dataType: "connection",
        connection: {
          component: "gorgias",
          key: "gorgiasApiKey",
          values: { domain: { value: "" }, username: { value: "" }, apiKey: { value: "" } },
        },
      }),
      "Shop Connection": connectionConfigVar({
        stableKey: "shop-connection",
        dataType: "connection",
        inputs: {
          address: {
            label: "Address",
            type: "string",
            required: true,
            comments: "The shop's API.",
          },
          token: {
            label: "Token",
            type: "password",
            required: true,
            comments: "May read and write customers.",
          },
        },
      }),
    },
  }),
};

type Pages = typeof configPages;

declare module "@prismatic-io/spectral" {
  interface IntegrationDefinitionConfigPages extends Pages {}
}

export default integration({
  name: "Customers in step with a shop",
  description: "Keeps the customers of Gorgias and of a shop the same.",
  flows: [customersFromShop, customersToShop],
  configPages,
  componentRegistry,
});
