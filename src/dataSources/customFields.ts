import type { QueryValue } from "../client/http";
import type { ListSpec } from "../client/pages";
import { fieldsOf, searchFor } from "../inputs/dataSources";
import { FIELD_OBJECT_TYPES } from "../schemas/customField";
import { definePickList } from "./definePickList";
import { fieldLabel, ownedFieldLabel } from "./labels";

/** Pick lists of custom fields: of all, and of those that one kind of object has. */
export const customFields = {
  selectCustomField: definePickList({
    label: "Select Custom Field",
    description: "Offers the fields that the account has added to its tickets and customers.",
    inputs: { object_type: fieldsOf, search: searchFor("order") },
    lists: ({ object_type, search }) =>
      FIELD_OBJECT_TYPES.filter((owner) => object_type === undefined || owner === object_type).map(
        (owner) => fieldsOfAll(owner, { search }),
      ),
    labelOf: ownedFieldLabel,
    example: { id: 8802, label: "Order number", object_type: "Ticket" },
  }),
  selectTicketField: definePickList({
    label: "Select Ticket Field",
    description: "Offers the fields that the account has added to its tickets.",
    inputs: { search: searchFor("order") },
    lists: (filters) => [fieldsOfAll("Ticket", filters)],
    labelOf: fieldLabel,
    example: { id: 8802, label: "Order number" },
  }),
  selectCustomerField: definePickList({
    label: "Select Customer Field",
    description: "Offers the fields that the account has added to its customers.",
    inputs: { search: searchFor("loyalty") },
    lists: (filters) => [fieldsOfAll("Customer", filters)],
    labelOf: fieldLabel,
    example: { id: 8814, label: "Company" },
  }),
};

/** The custom fields of tickets or of customers. */
function fieldsOfAll(
  object_type: (typeof FIELD_OBJECT_TYPES)[number],
  filters: Readonly<Record<string, QueryValue>>,
): ListSpec {
  return { path: "/custom-fields", query: { ...filters, object_type } };
}
