import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Action, Input } from "@prismatic-io/spectral/dist/serverTypes";
import { isObject } from "../src/client/json";
import { didYouMean } from "./nearest";
import type { InputValues } from "./platform";

/**
 * Reads the inputs of one action as a person gives them in a terminal.
 *
 * @param pairs `key=value`; of the same key in a file, the pair wins
 * @param file a JSON object of inputs by key
 * @returns each value in the form in which the platform hands it over
 * @throws Error for an input that the action doesn't have, and for text that cannot be read
 */
export async function readInputs(
  action: Action,
  pairs: readonly string[],
  file?: string,
): Promise<InputValues> {
  const given = { ...(file === undefined ? {} : await fromFile(file)), ...fromPairs(pairs) };
  const values = Object.entries(given).map(async ([key, value]) => {
    const input = inputOf(action, key);
    const handed = handedOver(input, value);
    return [key, input.type === "data" ? await readFiles(handed) : handed] as const;
  });
  return Object.fromEntries(await Promise.all(values));
}

/** A file is given as the path to it; the platform hands over its bytes. */
async function readFiles(value: unknown): Promise<unknown> {
  if (typeof value === "string" && value !== "") {
    const data = await readFile(value).catch(() => {
      throw new Error(`The file ${value} cannot be read.`);
    });
    return { data, contentType: "application/octet-stream", fileName: path.basename(value) };
  }
  return Array.isArray(value)
    ? Promise.all(value.map(async (pair) => ({ ...pair, value: await readFiles(pair.value) })))
    : value;
}

/** The inputs that a person fills in: all but the connection, which comes from the environment. */
export function fillable(action: Action): Input[] {
  return action.inputs.filter(({ type }) => type !== "connection");
}

async function fromFile(file: string): Promise<InputValues> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Error(`--inputs: the file ${file} cannot be read.`);
  });
  const values = parseJson(text);
  if (!isObject(values)) {
    throw new Error(`--inputs: expected a JSON object of inputs by key in ${file}.`);
  }
  return values;
}

function fromPairs(pairs: readonly string[]): InputValues {
  const values: Record<string, string> = {};
  for (const pair of pairs) {
    const [, key, value] = /^([^=]+)=(.*)$/s.exec(pair) ?? [];
    if (key === undefined || value === undefined) {
      throw new Error(`Expected an input as key=value, got ${pair}.`);
    }
    if (Object.hasOwn(values, key)) {
      throw new Error(`The input ${key} is given twice.`);
    }
    values[key] = value;
  }
  return values;
}

function inputOf(action: Action, key: string): Input {
  const known = fillable(action);
  const input = known.find((one) => one.key === key);
  if (!input) {
    throw new Error(
      `${action.key} has no input ${key}.${didYouMean(
        key,
        known.map((one) => one.key),
      )} "npm start -- ${action.key} --list" shows all of them.`,
    );
  }
  return input;
}

/** Lists are lists on the platform; everything else is handed over as it was given. */
function handedOver({ key, collection }: Input, value: unknown): unknown {
  if (collection === "valuelist") {
    return toList(value);
  }
  return collection === "keyvaluelist" ? toPairs(key, value) : value;
}

function toList(value: unknown): unknown {
  if (typeof value !== "string") {
    return value;
  }
  const parsed = parseJson(value);
  if (Array.isArray(parsed)) {
    return parsed;
  }
  return isObject(parsed)
    ? [parsed]
    : value
        .split(",")
        .map((item) => item.trim())
        .filter(Boolean);
}

/** `a:1,b:2`, a JSON object, or the platform's own list of `{ key, value }`. */
function toPairs(input: string, value: unknown): unknown {
  const known = typeof value === "string" ? parseJson(value) : value;
  if (isObject(known)) {
    return Object.entries(known).map(([key, one]) => ({ key, value: one }));
  }
  if (Array.isArray(known) || typeof value !== "string") {
    return known;
  }
  return value
    .split(",")
    .filter((part) => part.trim() !== "")
    .map((part) => {
      const [, key, one] = /^([^:]+):(.*)$/s.exec(part) ?? [];
      if (key === undefined || one === undefined) {
        throw new Error(`${input}: expected name:value,name:value or a JSON object, got ${part}.`);
      }
      return { key: key.trim(), value: one.trim() };
    });
}

/** @returns undefined for what is not valid JSON */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
