import { isObject, type JsonObject } from "../client/json";
import { trimmed } from "../client/trimmed";
import { type Field, type FieldOptions, field, isBlank } from "./field";
import { unexpected } from "./inputError";
import { toJson } from "./json";
import { toWholeNumber } from "./number";
import { emailIn, toEmail, wholeText } from "./text";

/**
 * Somebody or something by reference: an id becomes `{ "id": 7 }`, an e-mail
 * `{ "email": "jo@example.com" }` where Gorgias takes one, and JSON is sent as it is, with its id as
 * a number.
 */
export function reference({
  byEmail,
  ...options
}: FieldOptions & { readonly byEmail: boolean }): Field<JsonObject | null | undefined> {
  const expected = byEmail ? "an ID, an e-mail address or a JSON object" : "an ID or a JSON object";
  const read = (value: unknown, name: string) => {
    const given = typeof value === "string" ? trimmed(value) : value;
    const email = byEmail && typeof given === "string" ? emailIn(given) : undefined;
    if (email !== undefined) {
      return { email: wholeText(email, name) };
    }
    if (typeof given === "number" || typeof given === "bigint" || isDigits(given)) {
      return { id: toWholeNumber(given, name, { min: 1 }) };
    }
    const looksLikeJson = typeof given !== "string" || /^(\{|null$)/.test(given);
    const parsed = looksLikeJson ? toJson(given, name) : given;
    if (parsed === null || isObject(parsed)) {
      return parsed && filledIn(tidied(parsed, name));
    }
    throw unexpected(name, expected, value);
  };
  return field({ ...options, type: "string" }, read, {
    type: byEmail ? ["integer", "string"] : "integer",
  });
}

function isDigits(value: unknown): boolean {
  return typeof value === "string" && /^\d+(?:\.0+)?$/.test(value);
}

/** User 0 is the user who is signed in (docs/gorgias-api.md, "Objects and their values"). */
function tidied({ id, email, ...others }: JsonObject, name: string): JsonObject {
  return {
    ...others,
    ...part("id", id, () => toWholeNumber(id, `${name}.id`, { min: 0 })),
    ...part("email", email, () => toEmail(email, `${name}.email`)),
  };
}

/** An object in which nothing is filled in was left blank. */
function filledIn(given: JsonObject): JsonObject | undefined {
  const isFilledIn = (one: unknown) => one === null || !isBlank(one);
  return Object.values(given).some(isFilledIn) ? given : undefined;
}

/** Text that is blank is left out; null is meant. */
function part(key: string, value: unknown, read: () => unknown): JsonObject {
  const isLeftOut = value === undefined || (typeof value === "string" && isBlank(value));
  return isLeftOut ? {} : { [key]: value === null ? null : read() };
}
