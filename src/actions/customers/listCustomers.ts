import type { GorgiasClient } from "../../client";
import { pathOf } from "../../client/address";
import { unlessGone } from "../../client/errors";
import type { ListPage } from "../../client/listPage";
import { id } from "../../fields/number";
import { customerFilters } from "../../inputs/customers";
import { type Customer, customer } from "../../schemas/customer";
import { ORDERS_BY_CHANGE } from "../../schemas/orders";
import { list } from "../list";

export const listCustomers = list({
  route: "GET /customers",
  label: "List Customers",
  description: "List customers, the most recently created first unless ordered otherwise.",
  guidance:
    "Filters match exactly: for a part of a name or address, use {search}. With language or timezone a page can be empty although more follow.",
  filters: {
    id: id({
      label: "Customer ID",
      dataSource: "selectCustomer",
      example: "400746613",
      comments:
        "Returns a list of this one customer, or an empty list if there is no such customer. Cannot be combined with the other filters.",
    }),
    ...customerFilters,
  },
  orders: ORDERS_BY_CHANGE,
  item: customer,
  // docs/gorgias-api.md, "Lists"
  filtersAlone: ["language", "timezone"],
  check({ id, ...others }, { refuse, nameOf }) {
    const other = FILTERS.find((key) => others[key] !== undefined);
    if (id !== undefined && other !== undefined) {
      refuse("id", `cannot be combined with ${nameOf(other)}. Clear one of the two.`);
    }
  },
  lookUp: (gorgias, { id }) => (id === undefined ? undefined : listOfOne(gorgias, id)),
});

const FILTERS = Object.keys(customerFilters) as (keyof typeof customerFilters)[];

/** Gorgias cannot filter customers by their ID (docs/gorgias-api.md, "Lists"). */
async function listOfOne(gorgias: GorgiasClient, id: number): Promise<ListPage<Customer>> {
  const uri = pathOf("/customers/{id}", { id });
  const found = await unlessGone(gorgias.get<Customer>(uri));
  return {
    object: "list",
    uri: `/api${uri}`,
    data: found ? [found] : [],
    meta: { prev_cursor: null, next_cursor: null },
  };
}
