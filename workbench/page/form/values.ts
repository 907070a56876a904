import { isObject } from "../../../src/client/json";
import { isFile } from "../../fileReference";
import type { FileReference, FormInput, InputValues } from "../../messages";

/** A row of a key-value list: what it holds is a text or a file. */
export interface Pair {
  readonly key: string;
  readonly value: string | FileReference;
}

/** A row as a form holds it: it stays itself while others come and go. */
export interface Row extends Pair {
  readonly id: string;
}

/** What the fields of a form hold at first: what was given, and else each default. */
export function heldBy(inputs: readonly FormInput[], given: InputValues): InputValues {
  return Object.fromEntries(inputs.map((input) => [input.key, given[input.key] ?? input.default]));
}

/**
 * What of a form is handed over. What holds its default is left out, as the platform fills that in
 * itself, and so are rows that nobody has filled in.
 */
export function handedOver(inputs: readonly FormInput[], values: InputValues): InputValues {
  const filled = inputs.flatMap((input): [string, unknown][] => {
    const value = handedOverOf(input, values[input.key]);
    const isDefault = Array.isArray(value) ? value.length === 0 : value === input.default;
    return isDefault ? [] : [[input.key, value]];
  });
  return Object.fromEntries(filled);
}

function handedOverOf({ collection, type }: FormInput, value: unknown): unknown {
  switch (collection) {
    case "valuelist":
      return listOf(value).filter((item) => item !== "");
    case "keyvaluelist":
      return rowsOf(value).flatMap(({ key, value: held }): Pair[] =>
        key === "" && held === "" ? [] : [{ key, value: held }],
      );
    default:
      return type === "data" ? (fileOf(value) ?? "") : textOf(value);
  }
}

/** What a field of text shows of a value: JSON of what is no text. */
export function textOf(value: unknown): string {
  if (typeof value === "string") {
    return value;
  }
  return value === undefined || value === null ? "" : JSON.stringify(value, undefined, 2);
}

/** What a list of values shows. */
export function listOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).map(textOf).filter((text) => text !== "");
}

/** What a key-value list shows. */
export function rowsOf(value: unknown): readonly Row[] {
  return (Array.isArray(value) ? value : []).filter(isObject).map((row, index) => ({
    id: typeof row.id === "string" ? row.id : `row ${index}`,
    key: textOf(row.key),
    value: fileOf(row.value) ?? textOf(row.value),
  }));
}

/** The file that a value stands for; undefined where it stands for none. */
export function fileOf(value: unknown): FileReference | undefined {
  return isFile(value) ? value : undefined;
}

/** What "Use" fills in: the example as the input takes it. */
export function exampleFor({ collection, example = "" }: FormInput): unknown {
  if (collection !== "keyvaluelist") {
    return example;
  }
  const [, key = example, value = ""] = /^(.*?): (.*)$/s.exec(example) ?? [];
  return [{ key, value }];
}
