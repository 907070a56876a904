import { z } from "zod";
import { microsFromIso } from "./clock";

// In a body

/** A record's id. */
export const id = z.int().min(1);

/** Any JSON value, null included. It must be there. */
export const anyValue = z.unknown().refine((value) => value !== undefined, {
  error: "Missing data for required field.",
});

/** An object whose fields are the caller's own. */
export const freeObject = z.record(z.string(), z.unknown());

/** An ISO date-time, held in microseconds. */
export const datetime = z.string().transform((text, context) => {
  const micros = microsFromIso(text);
  if (micros !== undefined) return micros;
  context.issues.push({ code: "custom", message: "Not a valid datetime.", input: text });
  return z.NEVER;
});

/** `[{ id, value }]`: values of custom fields, by the ids of their definitions. */
export const fieldValues = z.array(z.object({ id, value: anyValue }));

// In a query or a path, where everything is text

/** A whole number, written in digits. */
export const digits = z.string().regex(/^\d+$/, "Not a valid integer.").transform(Number);

/** A record's id in a query or a path. */
export const idText = digits.pipe(id);

/** `true` or `false`. */
export const booleanText = z.stringbool({
  truthy: ["true"],
  falsy: ["false"],
  error: "Not a valid boolean.",
});

/** A list is the same key again and again: `types=a&types=b`. */
export function repeated<T extends z.ZodType>(item: T) {
  return z.preprocess((given) => [given].flat(), z.array(item)).optional();
}

/** The path of one record. */
export const idPath = z.object({ id: idText });

/** The same where 0 stands for the user who is signed in. */
export const idOrZeroPath = z.object({ id: digits });

/** `field:asc` and `field:desc` of each field that a list can be ordered by. */
export function orderBy(first: string, ...others: string[]) {
  const orders = [first, ...others].flatMap((field) => [`${field}:asc`, `${field}:desc`]);
  return z.enum(orders).default(`${first}:desc`);
}

/** Where in a list to go on, and how many to take: 1 to 100, 30 unless told otherwise. */
export function paging(defaultLimit = 30, maximum = 100) {
  return {
    cursor: z.string().max(512).optional(),
    limit: digits.pipe(z.int().min(1).max(maximum)).default(defaultLimit),
  };
}
