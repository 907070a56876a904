import type { GorgiasClient } from "../../client";
import { path } from "../../client/address";
import { GorgiasError, InputError } from "../../client/errors";
import type { ListPage } from "../../client/pages";
import { customerFilters } from "../../inputs/customers";
import { labelOf } from "../../inputs/field";
import { id } from "../../inputs/number";
import { customer } from "../../schemas/customer";
import { ORDERS_BY_CHANGE } from "../../schemas/orders";
import type { Described } from "../../schemas/schema";
import { defineListAction } from "../defineListAction";

type Customer = Described<typeof customer.schema>;

export const listCustomers = defineListAction({
  key: "listCustomers",
  label: "List Customers",
  description: "List customers, the most recently created first unless ordered otherwise.",
  path: "/customers",
  filters: {
    id: id({
      label: "Customer ID",
      dataSource: "selectCustomer",
      example: "400746613",
      comments:
        "Answers a list of this one customer, empty when there is none. Cannot be combined with the other filters.",
    }),
    ...customerFilters,
  },
  orders: ORDERS_BY_CHANGE,
  item: customer,
  check({ id, ...others }) {
    const other = FILTERS.find((key) => others[key] !== undefined);
    if (id !== undefined && other !== undefined) {
      throw new InputError(
        "Customer ID",
        `cannot be combined with ${labelOf(customerFilters[other].shown)}. Clear one of the two.`,
      );
    }
  },
  instead: (gorgias, { id }) => (id === undefined ? undefined : listOfOne(gorgias, id)),
});

const FILTERS = Object.keys(customerFilters) as (keyof typeof customerFilters)[];

/** Gorgias cannot filter customers by their ID (gorgias-api notes, "Lists"). */
async function listOfOne(gorgias: GorgiasClient, id: number): Promise<ListPage<Customer>> {
  const uri = path`/customers/${id}`;
  const data = await gorgias.get<Customer>(uri).then(
    (found) => [found],
    (error: unknown) => {
      if (error instanceof GorgiasError && error.status === 404) {
        return [];
      }
      throw error;
    },
  );
  return {
    object: "list",
    uri: `/api${uri}`,
    data,
    meta: { prev_cursor: null, next_cursor: null },
  };
}
