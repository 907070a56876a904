import { isObject, type JsonObject } from "../../../../src/client/json";
import { listOf } from "../../../../src/fields/json";
import { parsed } from "../../../../src/fields/jsonText";
import { areRows, type Filled, type Row, textOf } from "../filled";

/** Makes a value into one of a JSON type; undefined where it cannot mean one. */
type Fit = (value: unknown, schema: JsonObject) => unknown;

const FITS: Readonly<Record<string, Fit>> = {
  integer: wholeNumber,
  number: (value) => numberIn(value, /^-?\d+(?:\.\d+)?$/),
  boolean: (value) => (value === "true" ? true : value === "false" ? false : undefined),
  array(value, { items }) {
    const list = listOf(jsonIn(value));
    return Array.isArray(list) ? list.map((one) => fit(one, items)) : undefined;
  },
  object(value, { properties }) {
    const object = jsonIn(value);
    const types = isObject(properties) ? properties : {};
    return isObject(object)
      ? Object.fromEntries(Object.entries(object).map(([key, one]) => [key, fit(one, types[key])]))
      : undefined;
  },
  string: (value) => (typeof value === "number" ? textOf(value) : undefined),
};

/**
 * What an input holds, as its argument wants it: what the platform hands over as text becomes a
 * number, true or false, a list or an object.
 */
export function fitted({ input, value }: Filled, schema: JsonObject): unknown {
  const isRows = input.collection === "keyvaluelist" && areRows(value);
  const isJson = input.type === "code" && input.language === "json";
  return fit(isRows ? grouped(value) : isJson ? jsonIn(value) : value, schema);
}

function fit(value: unknown, schema: unknown): unknown {
  const { type, anyOf }: JsonObject = isObject(schema) ? schema : {};
  if (Array.isArray(anyOf)) {
    const fits = anyOf.map((one) => fit(value, one));
    return fits.find((one) => one !== value) ?? value;
  }
  for (const one of [type].flat()) {
    const made = FITS[String(one)]?.(value, isObject(schema) ? schema : {});
    if (made !== undefined) {
      return made;
    }
  }
  return value;
}

/** Rows as an object: where a key comes several times, it has a list. */
function grouped(rows: readonly Row[]): JsonObject {
  const values = new Map<string, readonly unknown[]>();
  for (const { key, value } of rows) {
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  return Object.fromEntries(
    [...values].map(([key, all]) => [key, all.length === 1 ? all[0] : all]),
  );
}

function wholeNumber(value: unknown): number | undefined {
  const number = numberIn(value, /^-?\d+(?:\.0+)?$/);
  return Number.isSafeInteger(number) ? number : undefined;
}

function numberIn(value: unknown, form: RegExp): number | undefined {
  return typeof value === "string" && form.test(value.trim()) ? Number(value) : undefined;
}

/** JSON out of a text; the value itself where it is none, or would lose digits. */
function jsonIn(value: unknown): unknown {
  try {
    return typeof value === "string" ? parsed(value, "") : value;
  } catch {
    return value;
  }
}
