import type { GorgiasClient } from "../client";
import type { QueryValue } from "../client/http";
import { fetchAll, type ListPage, readPage } from "../client/pages";
import { orderBy, pagination } from "../inputs/common";
import type { Field, Values } from "../inputs/field";
import { pageOf, type Resource } from "../schemas/schema";
import { type Action, defineAction } from "./defineAction";

/** Inputs that filter a list: what they hold goes into the query. */
export type Filters = Readonly<Record<string, Field<QueryValue>>>;

/** What is special about one list; {@link defineListAction} adds what all lists share. */
export interface ListActionSpec<F extends Filters, Item> {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  /** Inputs whose keys are the query's own. */
  readonly filters: F;
  /** What Gorgias can order this list by. */
  readonly orders: readonly string[];
  readonly path: string;
  readonly item: Resource<Item>;
  /** Refuses combinations of filters that Gorgias cannot answer. */
  check?(filters: Values<F>): void;
  /**
   * Answers the list in another way.
   *
   * @returns undefined to read the list as usual
   */
  instead?(gorgias: GorgiasClient, filters: Values<F>): Promise<ListPage<Item>> | undefined;
}

/** Makes a list action: adds Fetch All, Cursor, Limit and Order By, and the envelope of a page. */
export function defineListAction<F extends Filters, Item>(spec: ListActionSpec<F, Item>): Action {
  const { filters, orders, path, item, check, instead, ...rest } = spec;
  return defineAction({
    ...rest,
    readOnly: true,
    inputs: { ...filters, ...pagination, order_by: orderBy(orders) },
    returns: pageOf(item, path),
    async perform(gorgias, values) {
      check?.(values);
      const { fetchAll: all, cursor, limit, ...query } = values;
      return (
        instead?.(gorgias, values) ??
        (all
          ? fetchAll<Item>(gorgias, { path, query })
          : readPage<Item>(gorgias, { path, query: { ...query, cursor, limit } }))
      );
    },
  });
}
