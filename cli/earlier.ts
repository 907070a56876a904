import { isObject } from "../src/client/json";

/** Stands in the inputs of a stop for a value that an earlier stop answered. */
export class Earlier {
  constructor(
    readonly action: string,
    readonly path: readonly (string | number)[],
  ) {}
}

/**
 * A value out of an earlier answer.
 *
 * @example earlier("createTicket", "messages", 0, "id")
 */
export function earlier(action: string, ...path: (string | number)[]): Earlier {
  return new Earlier(action, path);
}

/**
 * Puts earlier answers in their places, however deep these are.
 *
 * @param answers the last answer of each action
 * @throws Error when an answer that is needed never came
 */
export function fillIn(value: unknown, answers: ReadonlyMap<string, unknown>): unknown {
  if (value instanceof Earlier) {
    const found = value.path.reduce<unknown>(
      (inner, key) => (hasFields(inner) ? inner[key] : undefined),
      answers.get(value.action),
    );
    if (found === undefined) {
      throw new Error(`Not run: it needs ${value.path.join(".")} of what ${value.action} answers.`);
    }
    return found;
  }
  if (Array.isArray(value)) {
    return value.map((item) => fillIn(item, answers));
  }
  return isObject(value) && !Buffer.isBuffer(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fillIn(inner, answers)]))
    : value;
}

/** Objects and lists alike. */
function hasFields(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null;
}
