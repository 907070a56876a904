import type { GorgiasClient } from "../client";
import { jsonContent } from "../client/content";
import type { Delivered } from "../client/delivery";
import type { JsonObject } from "../client/json";
import type { Fields, Values } from "../fields/field";
import type { Check } from "../fields/readInputs";
import type { Resource } from "../schemas/schema";
import { type Action, type ActionText, operation } from "./action";
import {
  filledIn,
  type PathName,
  partsOf,
  type QueryName,
  type Route,
  type RouteInputs,
} from "./route";

/** The values that a route has no place for. */
type Rest<R extends Route, F extends Fields> = Values<Omit<F, PathName<R> | QueryName<R>>>;

/** What is known of the tries of a request that succeeded in the end. */
export type Tried = Pick<Delivered, "attempts" | "mayHaveBeenDone">;

/** An endpoint, declared: everything that its route says follows from there. */
export interface EndpointSpec<R extends Route, F extends Fields, T> extends ActionText {
  readonly route: R;
  /**
   * What the route has no place for goes into the query of a GET and into the body of everything
   * else, under its own key; Additional Fields are merged into the body last.
   */
  readonly inputs: F & RouteInputs<R>;
  readonly returns: Resource<T>;
  /** Whether it changes nothing in Gorgias. @defaultValue whether the route's method is GET */
  readonly readOnly?: boolean;
  /** Whether it can change or delete what is there already. @defaultValue what follows from the method */
  readonly destructive?: boolean;
  /** Whether doing it twice is the same as doing it once. @defaultValue what follows from the method */
  readonly idempotent?: boolean;
  readonly check?: Check<NoInfer<F>>;
  /**
   * Whether a step in which nothing but the path is filled in reads what is there and answers it as it
   * is. Where the whole object is sent, it would write what was read once more, and undo what
   * somebody else has changed in between. @defaultValue false: Gorgias gets a body without fields
   */
  readonly readsUnchanged?: boolean;
  /** Looks at what is there; what it throws stops the request. */
  look?(gorgias: GorgiasClient, all: Values<F>): Promise<void>;
  /**
   * Makes the body, where that isn't what the inputs hold.
   *
   * @param rest what the route has no place for
   * @param all what all inputs hold
   * @param gorgias reads what the body depends on
   */
  body?(rest: Rest<R, F>, all: Values<F>, gorgias: GorgiasClient): unknown;
  /**
   * Makes what the step answers, where that isn't what Gorgias answered, or what was deleted.
   *
   * @param all what all inputs hold
   * @param gorgias knows what an error may not show
   * @param tried how often it was sent, and whether an earlier try may have been carried out
   */
  answer?(answered: unknown, all: Values<F>, gorgias: GorgiasClient, tried: Tried): T;
}

/**
 * Makes an action of a route: method, encoded path, query, body, whether it only reads, and what
 * it does to Gorgias. A name in the route without an input does not compile.
 *
 * An endpoint that deletes answers what was deleted, because Gorgias answers nothing (204).
 */
export function endpoint<const R extends Route, F extends Fields, T>(
  spec: EndpointSpec<R, F, T>,
): Action {
  const {
    route,
    inputs,
    returns,
    readsUnchanged,
    look,
    body = withAdditionalFields,
    answer,
    ...others
  } = spec;
  return operation<F, T>({
    ...others,
    route,
    inputs,
    returns: { schema: returns.schema, example: { data: returns.example } },
    async perform(gorgias, values) {
      const parts = partsOf(route);
      const { method, path, query, rest } = filledIn(parts, values);
      const hasBody = method !== "GET" && !(method === "DELETE" && Object.keys(rest).length === 0);
      if (readsUnchanged && Object.values(rest).every((one) => one === undefined)) {
        return { data: await gorgias.get<T>(path) };
      }
      await look?.(gorgias, values);
      const { body: answered, ...tried } = await gorgias.send({
        method,
        path,
        query: method === "GET" ? { ...query, ...(rest as typeof query) } : query,
        content: hasBody ? jsonContent(await body(rest as Rest<R, F>, values, gorgias)) : undefined,
        isRead: spec.readOnly,
        deletesOne: method === "DELETE" && !hasBody,
      });
      if (answer) {
        return { data: answer(answered, values, gorgias, tried) };
      }
      if (method === "DELETE") {
        const [last = ""] = parts.pathNames.slice(-1);
        return { data: { ...(hasBody ? rest : { [last]: values[last] }), deleted: true } as T };
      }
      return { data: answered as T };
    },
  });
}

/** What the inputs hold, under their own keys. */
export function withAdditionalFields(values: JsonObject): JsonObject {
  const { additionalFields, ...fields } = values;
  return { ...fields, ...(additionalFields as JsonObject | undefined) };
}
