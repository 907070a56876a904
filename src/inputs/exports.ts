import type { InputFieldChoice } from "@prismatic-io/spectral";
import { choice, toggle } from "../fields/choice";
import { type Display, type Field, field, required, told } from "../fields/field";
import { toJson } from "../fields/json";
import { toPairs } from "../fields/keyValue";
import { texts } from "../fields/list";
import { wholeNumber } from "../fields/number";

/** What a list can be exported as. */
export const FORMATS = ["csv", "jsonl"] as const;

/** Filters by the names that were given; a name that stood in several rows has all their values. */
export type GivenFilters = ReadonlyMap<string, unknown>;

const filters: Field<GivenFilters | undefined> = told(
  "Only items that fit these filters, by the names that the list's own tool has for them, such as customer_id. Custom fields need an object_type, items of a view a view_id.",
  field(
    {
      label: "Filters",
      example: "customer_id: 400746613",
      type: "string",
      collection: "keyvaluelist",
      comments:
        "Only items that fit these filters, a row each: the key of an input of the list's own action, such as customer_id, and what it would hold. Several values of one key stand in a row each. Custom fields need an object_type, items of a view a view_id.",
    },
    (value, name) => {
      const values = new Map<string, unknown[]>();
      for (const [key, one] of toPairs(
        typeof value === "string" ? toJson(value, name) : value,
        name,
      )) {
        values.set(key, [...(values.get(key) ?? []), one]);
      }
      return new Map(
        [...values].map(([key, several]) => [
          key,
          several.length === 1 ? several[0] : several.flat(),
        ]),
      );
    },
    { type: "object" },
  ),
);

/**
 * The inputs of an export.
 *
 * @param lists what can be exported: the names of the lists as they are kept, and as people see them
 * @param orders everything that one of them can be ordered by
 */
export function exportInputs(lists: readonly InputFieldChoice[], orders: readonly string[]) {
  const names = lists.map(({ value }) => value);
  const { display, ...resource } = required(
    choice(names, { label: "Resource", example: "tickets", comments: "The list to export." }),
  );
  return {
    resource: { ...resource, display: { ...display, model: [...lists] } as Display },
    filters,
    order_by: choice(orders, {
      label: "Order By",
      comments:
        "What the list is ordered by, ascending (asc) or descending (desc). Not every list can be ordered by everything.",
    }),
    format: choice(FORMATS, {
      label: "Format",
      comments:
        "csv for a table, jsonl for JSON Lines: each item on a line, with all that it has. Left blank, it is csv.",
    }),
    columns: texts({
      label: "Columns",
      example: "id, subject, customer.email, tags.name",
      comments:
        "The columns of a CSV file in their order: fields of the items, with dots between an object and its own fields. Left blank, they are all fields that such items are known to have.",
    }),
    maxItems: wholeNumber({
      label: "Max Items",
      example: "1000",
      min: 1,
      comments: "How many items to export at most. Left blank, all of them.",
    }),
    byteOrderMark: toggle({
      label: "Byte Order Mark",
      comments:
        "Begins a CSV file with the mark by which Excel knows that its letters are UTF-8. Other programs can take it for a part of the first column's name.",
    }),
  };
}
