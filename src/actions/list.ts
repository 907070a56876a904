import type { GorgiasClient } from "../client";
import { fetchAll } from "../client/fetchAll";
import type { QueryValue } from "../client/http";
import { isObject } from "../client/json";
import { type ListPage, readPage } from "../client/pages";
import { trimmed } from "../client/trimmed";
import type { Field, Values } from "../fields/field";
import type { Check } from "../fields/readInputs";
import { orderBy, pagination } from "../inputs/common";
import { pageOf, type Resource } from "../schemas/schema";
import { type Action, type ActionText, operation } from "./action";
import { partsOf, type Route } from "./route";

/** Inputs that filter a list: what they hold goes into the query. */
export type Filters = Readonly<Record<string, Field<QueryValue>>>;

/** A list, declared; {@link list} adds what all lists share. */
export interface ListSpec<F extends Filters, Item> extends ActionText {
  readonly route: Route & `GET ${string}`;
  /** Inputs whose keys are the query's own. */
  readonly filters: F;
  /** What Gorgias can order this list by. */
  readonly orders: readonly string[];
  readonly item: Resource<Item>;
  readonly check?: Check<NoInfer<F>>;
  /**
   * Filters on a field of the same name that Gorgias refuses beside Cursor, Limit and Order By.
   * There they are not sent, and the items that do not fit are taken off each page that came.
   */
  readonly filtersAlone?: readonly (keyof F & string)[];
  /**
   * Answers the list without reading it.
   *
   * @returns undefined to read the list as usual
   */
  lookUp?(gorgias: GorgiasClient, filters: Values<F>): Promise<ListPage<Item>> | undefined;
}

/**
 * How an agent turns pages.
 *
 * @param kept the arguments that have to stay the same
 */
export function pagingGuidance(kept: string): string {
  return `Returns { data, meta }: for the next page repeat the call with cursor set to meta.next_cursor; null means that this was the last page. Keep ${kept} the same on every page.`;
}

/** Makes a list action: adds Fetch All, Cursor, Limit and Order By, and the envelope of a page. */
export function list<F extends Filters, Item>(spec: ListSpec<F, Item>): Action {
  const { filters, orders, item, check, filtersAlone = [], lookUp, guidance, ...others } = spec;
  const { path } = partsOf(spec.route);
  const { schema, example } = pageOf(item, path);
  const inputs = { ...filters, ...pagination, order_by: orderBy(orders) };
  return operation({
    ...others,
    guidance: `${guidance} ${pagingGuidance("the filters and order_by")}`,
    inputs,
    returns: { schema, example: { data: example } },
    check: check as Check<typeof inputs> | undefined,
    async perform(gorgias, values) {
      const { fetchAll: all, cursor, limit, ...given } = values;
      const isTurned = all || [cursor, limit, given.order_by].some((one) => one !== undefined);
      const kept = Object.entries<QueryValue>(given).filter(
        ([name, value]) => isTurned && filtersAlone.includes(name) && value !== undefined,
      );
      const query = { ...given, ...Object.fromEntries(kept.map(([name]) => [name, undefined])) };
      const page = await (lookUp?.(gorgias, values) ??
        (all
          ? fetchAll<Item>(gorgias, { path, query })
          : readPage<Item>(gorgias, { path, query: { ...query, cursor, limit } })));
      return {
        data:
          kept.length === 0 ? page : { ...page, data: page.data.filter((one) => fits(one, kept)) },
      };
    },
  });
}

/**
 * Whether an item has the values that filters ask for. Upper and lower case are the same, and what
 * nobody sees around a value does not count.
 */
function fits(item: unknown, filters: readonly (readonly [string, QueryValue])[]): boolean {
  const bare = (value: unknown) => trimmed(String(value)).toLowerCase();
  return filters.every(([name, value]) => isObject(item) && bare(item[name]) === bare(value));
}
