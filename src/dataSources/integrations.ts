import { searchFor } from "../inputs/dataSources";
import { definePickList } from "./definePickList";
import { namedLabel, typedLabel } from "./labels";
import { newestFirst } from "./newestFirst";

/** Pick lists of integrations: of all, and of those that call an address. */
export const integrations = {
  selectIntegration: definePickList({
    label: "Select Integration",
    description: "Offers the account's integrations: mailboxes, chats, shops and so on.",
    inputs: { search: searchFor("acme") },
    lists: () => [newestFirst("/integrations")],
    searchType: "integration",
    labelOf: typedLabel,
    example: { id: 116873, name: "Acme Support", type: "email" },
  }),
  selectHttpIntegration: definePickList({
    label: "Select HTTP Integration",
    description: "Offers the account's HTTP integrations, which call an address of your own.",
    inputs: {},
    lists: () => [newestFirst("/integrations", { type: "http" })],
    labelOf: namedLabel,
    example: { id: 118204, name: "Order system" },
  }),
};
