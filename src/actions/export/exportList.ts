import { GorgiasError } from "../../client/errors";
import { LARGEST_MIB } from "../../client/http";
import { itemsIn } from "../../client/pages";
import { meantBy } from "../../fields/choice";
import { InputError, unexpected } from "../../fields/inputError";
import { readUnmasked } from "../../fields/readInputs";
import { exportInputs, type GivenFilters } from "../../inputs/exports";
import { file as anyFile } from "../../schemas/file";
import { type Action, type ActionGroup, operation } from "../action";
import { isList, type ListAction } from "../list";
import { endpointOf } from "../route";
import { columnsOf } from "./columns";
import { csv, JSON_LINES } from "./writers";

const READER = { name: "Export List" };

const MIB = 2 ** 20;

/** Makes Export List of all lists that there are. */
export function exportListOf(groups: readonly ActionGroup[]): Action {
  const actions = groups.flatMap((group) => Object.entries(group.actions));
  const lists = new Map(
    actions.flatMap(([key, action]) => (isList(action) ? [[nameOf(key), action] as const] : [])),
  );
  const choices = [...lists].map(([value, { label }]) => ({
    label: label.replace(/^List /, ""),
    value,
  }));
  const orders = [...new Set([...lists.values()].flatMap((list) => list.orders))];
  const listOf = (resource: string) => lists.get(resource) as ListAction;
  const inputs = exportInputs(choices, orders);
  return operation<typeof inputs, unknown>({
    label: "Export List",
    description:
      "Read a whole list, filtered, into a CSV or JSON Lines file. Texts that a spreadsheet would take for formulas get an apostrophe in front; numbers stay as they are, and so do phone numbers such as +33 6 12 34 56 78.",
    told: "Read a whole list, filtered, into a CSV or JSON Lines file.",
    guidance: "To look at some items, use the list's own tool. Returns the file.",
    readOnly: true,
    inputs,
    returns: {
      schema: anyFile.schema,
      example: {
        data: Buffer.from("id,subject\r\n153006867,Where is my order?\r\n"),
        contentType: "text/csv; charset=utf-8",
      },
    },
    async check(
      { resource, filters, order_by, format, columns, byteOrderMark },
      { refuse, nameOf },
    ) {
      const list = listOf(resource);
      if (order_by !== undefined && !list.orders.includes(order_by)) {
        const orders = list.orders.join(", ");
        refuse(
          "order_by",
          orders ? `${list.label} can be ordered by ${orders}.` : "this list cannot be ordered.",
        );
      }
      if (format === "jsonl" && columns) {
        refuse(
          "columns",
          `is for CSV: a line of JSON Lines has all of an item. Clear it, or change ${nameOf("format")}.`,
        );
      }
      if (format === "jsonl" && byteOrderMark) {
        refuse("byteOrderMark", `is for CSV. Switch it off, or change ${nameOf("format")}.`);
      }
      await readFilters(list, filters, nameOf("filters"));
    },
    async perform(gorgias, values) {
      const { resource, order_by, format, columns, byteOrderMark, maxItems = Infinity } = values;
      const list = listOf(resource);
      const filters = await readFilters(list, values.filters);
      const missing = new Set(columns);
      const file =
        format === "jsonl"
          ? JSON_LINES
          : csv(columns ?? columnsOf(list.item.schema), byteOrderMark, (column) =>
              missing.delete(column),
            );
      const parts = [Buffer.from(file.head)];
      let size = 0;
      let items = 0;
      for await (const page of list.pages(gorgias, { ...filters, order_by }, READER)) {
        const part = Buffer.from(file.lines(page.slice(0, maxItems - items)));
        parts.push(part);
        size += part.length;
        items += page.length;
        if (size > LARGEST_MIB.binary * MIB) {
          throw tooLarge(list, items);
        }
        if (items >= maxItems) {
          break;
        }
      }
      if (missing.size > 0 && items > 0) {
        gorgias.logger.warn(`Export List: no item has anything at ${[...missing].join(", ")}.`);
      }
      return { data: Buffer.concat(parts), contentType: file.contentType };
    },
  });
}

/** What people choose a list by: `tickets` for `listTickets`. */
function nameOf(key: string): string {
  const [, first = "", rest = ""] = /^list([A-Z])(\w*)$/.exec(key) ?? [];
  return first ? first.toLowerCase() + rest : key;
}

/**
 * Reads filters as the list's own action reads them.
 *
 * @param name what the input is called that they came in
 * @throws InputError with every filter that cannot be used, or that the list does not have
 */
async function readFilters(
  { filters, check }: ListAction,
  given: GivenFilters = new Map(),
  name = "",
): Promise<Readonly<Record<string, unknown>>> {
  const names = Object.keys(filters);
  const values = [...given].map(([key, value]) => [meantBy(key, names) ?? key, value] as const);
  const unknown = values.filter(([key]) => !names.includes(key));
  const expected = names.length > 0 ? `one of ${names.join(", ")}` : "no filter for this list";
  const refusals = unknown.flatMap(([key]) => unexpected("", expected, key).refusals);
  const host = { nameOf: (key: string) => key, refusals };
  try {
    return await readUnmasked(filters, Object.fromEntries(values), host, check);
  } catch (error) {
    throw error instanceof InputError
      ? new InputError(
          error.refusals.map(({ input, ...rest }) => ({
            ...rest,
            input: input ? `${name}.${input}` : name,
          })),
        )
      : error;
  }
}

function tooLarge(list: ListAction, items: number): GorgiasError {
  const request = list.route ? endpointOf(list.route) : list.label;
  return new GorgiasError(
    `${request}: after ${itemsIn(items)}, the file is larger than ${LARGEST_MIB.binary} MiB, the most that a step can hold. Export less at once: with filters, fewer columns or Max Items.`,
    { request, attempts: 0 },
  );
}
