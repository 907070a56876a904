import type { GorgiasClient } from "../client";
import { jsonContent } from "../client/content";
import type { Cursors } from "../client/cursors";
import { fetchAll } from "../client/fetchAll";
import type { QueryValue } from "../client/http";
import { isObject } from "../client/json";
import type { ListPage } from "../client/listPage";
import { readPage } from "../client/pages";
import { trimmed } from "../client/trimmed";
import { type Reader, wholeList } from "../client/wholeList";
import type { Field, Fields, Values } from "../fields/field";
import type { Check } from "../fields/readInputs";
import { orderBy, pagination } from "../inputs/common";
import { pageOf, type Resource } from "../schemas/schema";
import { type Action, type ActionText, operation } from "./action";
import { filledIn, type PathName, partsOf, type Route } from "./route";

/** The inputs that a list's path asks for. */
type PathInputs<R extends Route> = { readonly [Name in PathName<R>]: Field<string | number> };

/** The Order By input, which a list with orders has beside its filters. */
type Ordered = {
  readonly order_by: Field<string | undefined>;
};

/** A list, declared; {@link list} adds what all lists share. */
export interface ListSpec<R extends Route, F extends Fields, Item> extends ActionText {
  readonly route: R & (`GET ${string}` | `PUT ${string}`);
  /**
   * What the route has no place for goes into the query of a GET and into the body of a PUT, under
   * its own key. One of a name that all lists have takes that one's place.
   */
  readonly filters: F & PathInputs<R>;
  /** What Gorgias can order this list by. @defaultValue nothing, and no Order By then */
  readonly orders?: readonly string[];
  readonly item: Resource<Item>;
  readonly check?: Check<NoInfer<F> & Ordered>;
  /** How it turns pages, where that isn't what lists do. */
  readonly cursors?: Cursors;
  /**
   * Filters on a field of the same name that Gorgias refuses beside Cursor, Limit and Order By.
   * There they are not sent, and the items that do not fit are taken off each page that came.
   */
  readonly filtersAlone?: readonly (keyof F & string)[];
  /**
   * Makes the query of a GET or the body of a PUT, where that isn't what the filters hold.
   *
   * @param rest what the route has no place for
   */
  toRequest?(rest: Values<F>): object;
  /**
   * Answers the list without reading it.
   *
   * @returns undefined to read the list as usual
   */
  lookUp?(gorgias: GorgiasClient, filters: Values<F>): Promise<ListPage<Item>> | undefined;
}

/** How an agent turns pages. */
export const PAGING =
  "Returns { data, meta }: meta.next_cursor, unless it is null, is the cursor of the next page.";

/** A list action. It can be read page by page as well, by whoever does not keep all of it. */
export interface ListAction extends Action {
  /** Its inputs without those that say where a page begins, and how it is ordered. */
  readonly filters: Fields;
  readonly orders: readonly string[];
  readonly item: Resource<unknown>;
  /** Filters beside which Gorgias takes no Limit. */
  readonly filtersAlone: readonly string[];
  /**
   * Reads the whole list, each item once.
   *
   * @param values what the filters hold, read and checked, and `order_by`
   */
  pages(
    gorgias: GorgiasClient,
    values: Readonly<Record<string, unknown>>,
    reader: Reader,
  ): AsyncGenerator<readonly unknown[], void>;
}

/** Tells lists from other actions. */
export function isList(action: Action): action is ListAction {
  return "pages" in action;
}

/** Makes a list action: adds Fetch All, Cursor, Limit and Order By, and the envelope of a page. */
export function list<const R extends Route, F extends Fields, Item>(
  spec: ListSpec<R, F, Item>,
): ListAction {
  const {
    filters,
    orders,
    item,
    check,
    cursors,
    filtersAlone = [],
    toRequest,
    lookUp,
    ...others
  } = spec;
  const parts = partsOf(spec.route);
  const { schema, example } = pageOf(item, parts.path);
  const saysWhere = (name: string) => name in pagination || cursors?.names.includes(name) === true;
  const ownFilters = Object.entries(filters).filter(([name]) => !saysWhere(name));

  /** What is asked for, and what the items have to be held to afterwards. */
  function asked({ order_by, ...given }: Asked, { isTurned, isWhole }: Extent) {
    const missed = Object.entries(given).filter(
      ([name, value]) => isTurned && filtersAlone.includes(name) && value !== undefined,
    );
    const { method, path, query, rest } = filledIn(parts, {
      ...given,
      ...Object.fromEntries(missed.map(([name]) => [name, undefined])),
    });
    const sent = toRequest?.(rest as Values<F>) ?? rest;
    const place = isWhole ? (cursors?.names ?? []) : [];
    return {
      spec: {
        path,
        cursors,
        query: {
          ...query,
          ...(method === "GET" && (sent as QueryValues)),
          ...Object.fromEntries(place.map((name) => [name, undefined])),
          order_by,
        },
        ...(method === "PUT" && {
          method,
          content: jsonContent(sent),
        }),
      },
      fitting: (items: readonly Item[]) => items.filter((one) => fits(one, missed)),
    };
  }

  const action = operation<Fields, ListPage<Item>>({
    ...others,
    readOnly: true,
    guidance: `${spec.guidance} ${PAGING}`,
    // What says where a page begins comes after the filters.
    inputs: {
      ...Object.fromEntries(ownFilters),
      ...pagination,
      ...(orders && { order_by: orderBy(orders) }),
      ...filters,
    },
    returns: { schema, example: { data: example } },
    check: check as Check<Fields> | undefined,
    async perform(gorgias, values) {
      const { fetchAll: all, cursor, limit, ...given } = values as Given;
      const isTurned = all || [cursor, limit, given.order_by].some((one) => one !== undefined);
      const { spec, fitting } = asked(given, { isTurned, isWhole: all });
      const page = await (lookUp?.(gorgias, values as Values<F>) ??
        (all
          ? fetchAll<Item>(gorgias, spec)
          : readPage<Item>(gorgias, { ...spec, query: { ...spec.query, limit } }, cursor)));
      return { data: { ...page, data: fitting(page.data) } };
    },
  });
  return {
    ...action,
    filters: Object.fromEntries(Object.entries(filters).filter(([name]) => !(name in pagination))),
    orders: orders ?? [],
    item,
    filtersAlone,
    async *pages(gorgias, values, reader) {
      const found = await lookUp?.(gorgias, values as Values<F>);
      if (found) {
        yield found.data;
        return;
      }
      const { spec, fitting } = asked(values as Asked, { isTurned: true, isWhole: true });
      for await (const { items } of wholeList<Item>(gorgias, spec, reader)) {
        yield fitting(items);
      }
    },
  };
}

/** How much of a list is read. */
interface Extent {
  /** Whether Cursor, Limit, Order By or Fetch All say which part of it, and in which order. */
  readonly isTurned: boolean;
  readonly isWhole: boolean;
}

type QueryValues = Readonly<Record<string, QueryValue>>;

/** What a list's filters hold, and how it is ordered. */
interface Asked extends Readonly<Record<string, unknown>> {
  readonly order_by?: QueryValue;
}

/** What the inputs of any list hold. */
interface Given extends Asked {
  readonly fetchAll: boolean;
  readonly cursor: string | undefined;
  readonly limit: number | undefined;
}

/**
 * Whether an item has the values that filters ask for. Upper and lower case are the same, and what
 * nobody sees around a value does not count.
 */
function fits(item: unknown, filters: readonly (readonly [string, unknown])[]): boolean {
  const bare = (value: unknown) => trimmed(String(value)).toLowerCase();
  return filters.every(([name, value]) => isObject(item) && bare(item[name]) === bare(value));
}
