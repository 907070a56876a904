import { isObject, type JsonObject } from "../client/json";
import { type About, type Field, field, isBlank, unexpected } from "./field";
import { toJson, toObject } from "./json";
import { toWholeNumber } from "./number";
import { toText } from "./text";

/** Ids: a list, or one text with commas between them. */
export function ids({
  max,
  ...about
}: About & { /** The most ids that Gorgias takes. */ readonly max?: number }): Field<
  number[] | undefined
> {
  const read = (value: unknown, label: string) => {
    const given = items(value, label).map((one) => toWholeNumber(one, label, { min: 1 }));
    if (max !== undefined && given.length > max) {
      throw unexpected(label, `at most ${max} IDs`, given.length);
    }
    return given;
  };
  return field(listShown(about), read, {
    type: "array",
    items: { type: "integer", minimum: 1 },
    ...(max !== undefined && { maxItems: max }),
  });
}

/** Texts: a list, or one text with commas between them. */
export function texts(about: About): Field<string[] | undefined> {
  return field(
    listShown(about),
    (value, label) => items(value, label).map((one) => toText(one, label).trim()),
    { type: "array", items: { type: "string" } },
  );
}

/** Values out of a closed list. */
export function choices<const V extends string>(
  values: readonly V[],
  about: About,
): Field<V[] | undefined> {
  const model = values.map((value) => ({ label: value, value }));
  const read = (value: unknown, label: string) =>
    items(value, label).map((one) => {
      const chosen = values.find((known) => known === one);
      if (chosen === undefined) {
        throw unexpected(label, values.join(" or "), one);
      }
      return chosen;
    });
  return field({ ...listShown(about), model }, read, {
    type: "array",
    items: { type: "string", enum: values },
  });
}

/** Names, as Gorgias takes them for tags: `{ "name": … }`. An object goes through unchanged. */
export function names(about: About): Field<JsonObject[] | undefined> {
  return field(listShown(about), (value, label) =>
    items(value, label).map((one) =>
      isObject(one) ? toObject(one, label) : { name: toText(one, label).trim() },
    ),
  );
}

/** The items of a list input, without the blank ones. */
function items(value: unknown, label: string): unknown[] {
  return split(value, label).filter((item) => !isBlank(item));
}

function split(value: unknown, label: string): readonly unknown[] {
  if (Array.isArray(value)) {
    return value;
  }
  if (typeof value !== "string") {
    return [value];
  }
  const isJson = /^\s*[[{]/.test(value);
  const parsed = isJson ? toJson(value, label) : value.split(",");
  return Array.isArray(parsed) ? parsed : [parsed];
}

function listShown({ default: _, ...about }: About) {
  return { ...about, type: "string", collection: "valuelist" } as const;
}
