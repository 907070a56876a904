import type { ListPage } from "../client/listPage";

/**
 * A JSON Schema that knows the type it describes. Plain data, because every schema is needed as
 * data when the component loads, and building these costs next to nothing.
 *
 * @typeParam T the type of the values that it describes
 */
export interface Schema<T> {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema<unknown>>>;
  readonly required?: readonly string[];
  readonly items?: Schema<unknown>;
  readonly description?: string;
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly format?: "email" | "date-time";
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  /** Never set: it only carries the type. */
  readonly describes?: T;
}

/** The type that a schema describes. */
export type Described<S> = S extends Schema<infer T> ? T : never;

type Properties = Readonly<Record<string, Schema<unknown>>>;
type Shape<P extends Properties> = { -readonly [K in keyof P]: Described<P[K]> };

/** A whole number. */
export const integer: Schema<number> = { type: "integer" };
/** Text. */
export const text: Schema<string> = { type: "string" };
/** True or false. */
export const boolean: Schema<boolean> = { type: "boolean" };
/** A moment such as `2024-11-14T13:56:16.494726+00:00`. */
export const moment: Schema<string> = { type: "string", description: "ISO 8601 date-time" };
/** Any value at all. */
export const anything: Schema<unknown> = {};
/** An object with whatever fields. */
export const freeForm: Schema<Record<string, unknown>> = { type: "object" };

/** One text and no other. */
function constant<const T extends string>(value: T): Schema<T> {
  return { type: "string", const: value };
}

/** A value or null. */
export function nullable<T>(schema: Schema<T>): Schema<T | null> {
  return {
    ...schema,
    type: ([] as string[]).concat(schema.type ?? [], "null"),
  } as Schema<T | null>;
}

/** A list. */
export function listOf<T>(items: Schema<T>): Schema<T[]> {
  return { type: "array", items };
}

/**
 * An object. Gorgias adds fields all the time, so others than these may stand beside them.
 *
 * @param required fields that are always there
 * @param optional fields that only some answers have
 */
export function object<R extends Properties, O extends Properties = Record<never, never>>(
  required: R,
  optional?: O,
): Schema<Shape<R> & Partial<Shape<O>>> {
  return {
    type: "object",
    properties: { ...required, ...optional },
    required: Object.keys(required),
  };
}

/** A kind of object of Gorgias: what it looks like, and one that exists. */
export interface Resource<T> {
  readonly schema: Schema<T>;
  readonly example: T;
}

/** A page of a list of them. */
export function pageOf<T>({ schema, example }: Resource<T>, path: string): Resource<ListPage<T>> {
  return {
    schema: object({
      object: constant("list"),
      uri: text,
      data: listOf(schema),
      meta: object(
        { prev_cursor: nullable(text), next_cursor: nullable(text) },
        { total_resources: nullable(integer) },
      ),
    }),
    example: {
      object: "list",
      uri: `/api${path}?limit=30`,
      data: [example],
      meta: { prev_cursor: null, next_cursor: "eyJpZCI6MTUzMDA2ODY3fQ" },
    },
  };
}
