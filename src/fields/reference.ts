import { isObject, type JsonObject } from "../client/json";
import { type Field, type FieldOptions, field } from "./field";
import { unexpected } from "./inputError";
import { toJson } from "./json";
import { toWholeNumber } from "./number";
import { isEmail } from "./text";

/**
 * Somebody or something by reference: an id becomes `{ "id": 7 }`, an e-mail
 * `{ "email": "jo@example.com" }` where Gorgias takes one, and JSON is sent as it is.
 */
export function reference({
  byEmail,
  ...options
}: FieldOptions & { readonly byEmail: boolean }): Field<JsonObject | null | undefined> {
  const expected = byEmail ? "an ID, an e-mail address or a JSON object" : "an ID or a JSON object";
  return field({ ...options, type: "string" }, (value, name) => {
    const given = typeof value === "string" ? value.trim() : value;
    if (byEmail && typeof given === "string" && isEmail(given)) {
      return { email: given };
    }
    if (typeof given === "number" || (typeof given === "string" && /^\d+$/.test(given))) {
      return { id: toWholeNumber(given, name, { min: 1 }) };
    }
    const looksLikeJson = typeof given !== "string" || /^(\{|null$)/.test(given);
    const parsed = looksLikeJson ? toJson(given, name) : given;
    if (parsed === null || isObject(parsed)) {
      return parsed;
    }
    throw unexpected(name, expected, value);
  });
}
