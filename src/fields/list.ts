import { isObject, type JsonObject } from "../client/json";
import { trimmed } from "../client/trimmed";
import { chosenFrom, modelOf } from "./choice";
import { type Field, type FieldOptions, field, isBlank } from "./field";
import { InputError, MOST_FAULTS, type Refusal, unexpected } from "./inputError";
import { toJson, toObject } from "./json";
import { toWholeNumber } from "./number";
import { hasFields } from "./plain";
import { toText } from "./text";

/** Ids: a list, or one text with commas between them. */
export function ids({
  max,
  ...options
}: FieldOptions & { /** The most ids that Gorgias takes. */ readonly max?: number }): Field<
  number[] | undefined
> {
  const read = (value: unknown, name: string) => {
    const given = each(items(value, name), (one) => toWholeNumber(one, name, { min: 1 }));
    if (max !== undefined && given.length > max) {
      throw unexpected(name, `at most ${max} IDs`, given.length);
    }
    return given;
  };
  return field(listDisplay(options), read, {
    type: "array",
    items: { type: "integer", minimum: 1 },
    ...(max !== undefined && { maxItems: max }),
  });
}

/** Texts: a list, or one text with commas between them. */
export function texts(options: FieldOptions): Field<string[] | undefined> {
  return field(
    listDisplay(options),
    (value, name) => each(items(value, name), (one) => trimmed(toText(one, name))),
    { type: "array", items: { type: "string" } },
  );
}

/** Values out of a closed list. */
export function choices<const V extends string>(
  values: readonly V[],
  options: FieldOptions,
): Field<V[] | undefined> {
  const read = (value: unknown, name: string) =>
    each(items(value, name), (one) => chosenFrom(values, one, name));
  return field({ ...listDisplay(options), model: modelOf(values) }, read, {
    type: "array",
    items: { type: "string", enum: values },
  });
}

/** Names, as Gorgias takes them for tags: `{ "name": … }`. An object goes through unchanged. */
export function names(options: FieldOptions): Field<JsonObject[] | undefined> {
  return field(listDisplay(options), (value, name) =>
    each(items(value, name), (one) =>
      isObject(one) ? toObject(one, name) : { name: trimmed(toText(one, name)) },
    ),
  );
}

/** Reads every item. @throws InputError with all of those that cannot be used */
function each<T>(given: readonly unknown[], read: (item: unknown) => T): T[] {
  const refusals: Refusal[] = [];
  const values = given.flatMap((item) => {
    try {
      return [read(item)];
    } catch (error) {
      if (!(error instanceof InputError)) {
        throw error;
      }
      refusals.push(...error.refusals);
      return [];
    }
  });
  if (refusals.length > 0) {
    throw new InputError(refusals.slice(0, MOST_FAULTS));
  }
  return values;
}

/** The items of a list input, without the blank ones; an object of blank values alone is one. */
function items(value: unknown, name: string): unknown[] {
  return split(value, name).filter(
    (item) => !isBlank(item) && !(hasFields(item) && Object.values(item).every(isBlank)),
  );
}

function split(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) {
    return value;
  }
  if (typeof value !== "string") {
    return [value];
  }
  const text = trimmed(value);
  const parsed = /^[[{]/.test(text) ? (bracketed(text) ?? toJson(text, name)) : text.split(",");
  return Array.isArray(parsed) ? parsed : [parsed];
}

/** A list in brackets that is not JSON, as people and Python write it: `[a, b]`, `['a', 'b']`. */
function bracketed(text: string): string[] | undefined {
  const [, inside] = /^\[([^[\]{}]*)\]$/.exec(text) ?? [];
  const items = inside?.split(",").map(trimmed) ?? [];
  const isBare = items.some((item) => /^[^"\d-]/.test(item) && !JSON_WORD.test(item));
  const isClear = items.every((item) => /^(?:[^"'].*|"[^"]*"|'[^']*')?$/s.test(item));
  return isBare && isClear ? items.map((item) => item.replace(/^(["'])(.*)\1$/s, "$2")) : undefined;
}

const JSON_WORD = /^(?:true|false|null)$/;

function listDisplay({ default: _, ...options }: FieldOptions) {
  return { ...options, type: "string", collection: "valuelist" } as const;
}
