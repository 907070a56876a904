import { isObject, type JsonObject } from "../client/json";
import { trimmed } from "../client/trimmed";
import { bytesOf } from "./bytes";
import { chosenFrom, meantBy, modelOf } from "./choice";
import { type Field, type FieldOptions, field, isBlank } from "./field";
import { InputError, MOST_FAULTS, type Refusal, unexpected } from "./inputError";
import { listOf, toJson, toObject } from "./json";
import { toWholeNumber } from "./number";
import { hasFields } from "./plain";
import { toText } from "./text";

/**
 * Ids: a list, or one text with commas or line breaks between them. Of an object, as earlier steps
 * answer it, its id is taken.
 */
export function ids({
  max,
  ...options
}: FieldOptions & { /** The most ids that Gorgias takes. */ readonly max?: number }): Field<
  number[] | undefined
> {
  const read = (value: unknown, name: string) => {
    const given = readEach(items(value, name), (one) =>
      toWholeNumber(isObject(one) ? (one.id ?? one) : one, name, { min: 1 }),
    );
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

/** Texts: the same. One that has a comma in it stands in quotes. */
export function texts(options: FieldOptions): Field<string[] | undefined> {
  return field(
    listDisplay(options),
    (value, name) => readEach(items(value, name), (one) => trimmed(toText(one, name))),
    { type: "array", items: { type: "string" } },
  );
}

/** Values out of a closed list. */
export function choices<const V extends string>(
  values: readonly V[],
  options: FieldOptions,
): Field<V[] | undefined> {
  const read = (value: unknown, name: string) =>
    readEach(items(value, name), (one) => chosenFrom(values, one, name));
  return field({ ...listDisplay(options), model: modelOf(values) }, read, {
    type: "array",
    items: { type: "string", enum: values },
  });
}

/** Values to which Gorgias may add others: each row is a dropdown, which lets others pass. */
export function openChoices(
  values: readonly string[],
  options: FieldOptions,
): Field<string[] | undefined> {
  const { read, display, accepts } = texts(options);
  return {
    accepts,
    display: { ...display, model: modelOf(values) } as typeof display,
    read: (value, name) => read(value, name)?.map((one) => meantBy(one, values) ?? one),
  };
}

/**
 * Names, as Gorgias takes them for tags: `{ "name": … }`. What else an object holds goes through
 * unchanged, and so does its name, which can begin or end with a space; with nothing filled in, it
 * is a blank row.
 */
export function names(options: FieldOptions): Field<JsonObject[] | undefined> {
  const read = (value: unknown, name: string) =>
    readEach(
      items(value, name)
        .map((one) => (isNamedInJson(one) ? toJson(one, name) : one))
        .filter((one) => !(hasFields(one) && Object.values(one).every(isBlank))),
      (one) =>
        named(isObject(one) ? toObject(one, name) : { name: trimmed(toText(one, name)) }, name),
    );
  return field(listDisplay(options), read, { type: "array", items: { type: "string" } });
}

/** A row with an object as text: what the pick list of tags hands over for odd names. */
function isNamedInJson(item: unknown): boolean {
  return typeof item === "string" && /^\s*\{\s*"name"\s*:/.test(item);
}

/** @throws InputError for an object that names nothing, and has no id in place of a name */
function named({ name: given, ...others }: JsonObject, name: string): JsonObject {
  if (!isBlank(given)) {
    return { ...others, name: toText(given, name) };
  }
  if (isBlank(others.id)) {
    throw unexpected(name, "a name, or objects that have one", others);
  }
  return { ...others, id: toWholeNumber(others.id, name, { min: 1 }) };
}

/**
 * Reads every item.
 *
 * @throws InputError with those that cannot be used, {@link MOST_FAULTS} of them at most
 */
export function readEach<I, T>(given: readonly I[], read: (item: I) => T): T[] {
  const refusals: Refusal[] = [];
  const values: T[] = [];
  for (const item of given) {
    try {
      values.push(read(item));
    } catch (error) {
      if (!(error instanceof InputError)) {
        throw error;
      }
      refusals.push(...error.refusals);
      if (refusals.length >= MOST_FAULTS) {
        break;
      }
    }
  }
  if (refusals.length > 0) {
    throw new InputError(refusals.slice(0, MOST_FAULTS));
  }
  return values;
}

/** The items of a list input, without the blank ones. */
function items(value: unknown, name: string): unknown[] {
  return split(value, name).filter((item) => !isBlank(item));
}

function split(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) {
    return value;
  }
  const text = typeof value === "string" ? trimmed(value) : undefined;
  if (text !== undefined && !/^[[{]/.test(text)) {
    return [...text.matchAll(PART)].map(([, json, quoted, bare]) =>
      json ? toJson(json, name) : (quoted ?? bare),
    );
  }
  const given = text === undefined ? value : (bracketed(text, name) ?? toJson(text, name));
  const list = bytesOf(given) ? given : listOf(given);
  return Array.isArray(list) ? list : [list];
}

/** A part of a text between commas or line breaks: in quotes of either kind, or bare. */
const PART =
  /[^\S\r\n]*(?:("(?:[^"\\\r\n]|\\.)*")[ \t]*|'([^'\r\n]*)'[ \t]*|([^,\r\n]*))(?:[,\r\n]|$)/gy;

/** An item between commas: in quotes of either kind, or bare; and what ends it. */
const ITEM = /\s*(?:("(?:[^"\\]|\\.)*")\s*|'([^']*)'\s*|([^"'[\]{},\s][^,[\]{}]*))?(,|\]$)/y;

/**
 * A list in brackets with nothing but texts and numbers in it, as JSON, people and Python write it:
 * `["a", 1.10]`, `[a, 007]`, `['a', None]`. What has no quotes keeps its letters.
 */
function bracketed(text: string, name: string): unknown[] | undefined {
  const found: unknown[] = [];
  for (ITEM.lastIndex = 1; ITEM.lastIndex < text.length; ) {
    const [whole, json, quoted, bare = "", end] = ITEM.exec(text) ?? [];
    if (whole === undefined) {
      return undefined;
    }
    found.push(json ? toJson(json, name) : (quoted ?? (NOTHING.test(bare) ? "" : bare)));
    if (end === "]") {
      return found;
    }
  }
  return undefined;
}

/** What programs write where there is no value. */
const NOTHING = /^(?:null|None|undefined)\s*$/;

/** How a list is shown. It starts without rows. */
export function listDisplay({ default: _, ...options }: FieldOptions) {
  return { ...options, type: "string", collection: "valuelist" } as const;
}
