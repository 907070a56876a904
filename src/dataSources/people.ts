import { searchFor } from "../inputs/dataSources";
import { customer } from "../schemas/customer";
import { definePickList } from "./definePickList";
import { namedLabel, personLabel } from "./labels";
import { newestFirst } from "./newestFirst";

/** Pick lists of customers, and of those who help them. */
export const people = {
  selectCustomer: definePickList({
    label: "Select Customer",
    description: "Offers the account's newest customers, or those that a search finds.",
    inputs: { search: searchFor("jo") },
    lists: () => [newestFirst("/customers")],
    searchType: "customer",
    labelOf: personLabel,
    example: customer.example,
  }),
  selectTeam: definePickList({
    label: "Select Team",
    description: "Offers the account's teams.",
    inputs: { search: searchFor("shipping") },
    lists: () => [newestFirst("/teams")],
    searchType: "team",
    labelOf: namedLabel,
    example: { id: 5101, name: "Shipping" },
  }),
  selectUser: definePickList({
    label: "Select User",
    description: "Offers the account's users: agents, admins and bots.",
    inputs: { search: searchFor("sam") },
    lists: (filters) => [newestFirst("/users", filters)],
    labelOf: personLabel,
    example: { id: 400746608, name: "Sam", email: "sam@example.com" },
  }),
};
