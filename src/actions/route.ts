import { pathOf } from "../client/address";
import { METHODS, type Method, type QueryValue } from "../client/http";
import type { Field } from "../fields/field";

/**
 * An endpoint of Gorgias' API, below `/api`. What stands in braces is filled in from the inputs of
 * that name: a part of the path, or with a question mark in front, of the query (RFC 6570).
 *
 * @example "POST /tickets/{ticket_id}/messages{?action}"
 */
export type Route = `${Method} /${string}`;

/** The names of a route's parts that are filled in. */
type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type Split<Names extends string> = Names extends `${infer First},${infer Rest}`
  ? First | Split<Rest>
  : Names;

/** The names in a route's path. */
export type PathName<R extends Route> = R extends `${infer Path}{?${string}`
  ? NamesIn<Path>
  : NamesIn<R>;

/** The names in a route's query. */
export type QueryName<R extends Route> = R extends `${string}{?${infer Names}}`
  ? Split<Names>
  : never;

/** The inputs that a route asks for: one for each of its names. */
export type RouteInputs<R extends Route> = {
  readonly [Name in PathName<R>]: Field<string | number>;
} & { readonly [Name in QueryName<R>]: Field<QueryValue> };

/** A route, taken apart. */
export interface RouteParts {
  readonly method: Method;
  /** Below `/api`, with its names in braces: `/tickets/{id}`. */
  readonly path: string;
  readonly pathNames: readonly string[];
  readonly queryNames: readonly string[];
}

/** @throws Error for a text that is not a route */
export function partsOf(route: Route): RouteParts {
  const [, path = "", query] = /^[A-Z]+ (\/[^?]*?)(?:\{\?(.+)\})?$/.exec(route) ?? [];
  return {
    method: methodOf(route),
    path,
    pathNames: [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name),
    queryNames: query?.split(",") ?? [],
  };
}

/** @throws Error for a text that begins with no method */
export function methodOf(route: Route): Method {
  const method = METHODS.find((one) => route.startsWith(`${one} /`));
  if (method === undefined) {
    throw new Error(`${route} is not a route.`);
  }
  return method;
}

/** The endpoint that a route calls, without what goes into the query: `GET /api/tickets/{id}`. */
export function endpointOf(route: Route): string {
  const { method, path } = partsOf(route);
  return `${method} /api${path}`;
}

/** A route with its parts filled in. */
export interface FilledRoute {
  readonly method: Method;
  readonly path: string;
  readonly query: Readonly<Record<string, QueryValue>>;
  /** The values that the route has no place for. */
  readonly rest: Readonly<Record<string, unknown>>;
}

/**
 * Fills a route in.
 *
 * @param values what the inputs hold, by key
 * @throws Error for a part of the path that could change its meaning
 */
export function filledIn(
  { method, path, pathNames, queryNames }: RouteParts,
  values: Readonly<Record<string, unknown>>,
): FilledRoute {
  const taken = new Set([...pathNames, ...queryNames]);
  return {
    method,
    path: pathOf(path, values as Readonly<Record<string, string | number>>),
    query: Object.fromEntries(queryNames.map((name) => [name, values[name] as QueryValue])),
    rest: Object.fromEntries(Object.entries(values).filter(([key]) => !taken.has(key))),
  };
}
