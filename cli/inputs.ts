import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Action, Input } from "@prismatic-io/spectral/dist/serverTypes";
import { isObject } from "../src/client/json";
import type { Refusal } from "../src/fields/inputError";
import { fileFault } from "../src/fileFault";
import { didYouMean } from "./nearest";
import type { InputValues } from "./platform";

/** What a person gave in a terminal. */
export interface GivenInputs {
  /** Each value in the form in which the platform hands it over. */
  readonly values: InputValues;
  /** What cannot be handed over: the connector tells it along with what it refuses itself. */
  readonly refusals: readonly Refusal[];
}

/**
 * Takes the inputs of one action as a person gives them in a terminal.
 *
 * @param pairs `key=value`; of the same key in a file, the pair wins
 * @param file a JSON object of inputs by key
 * @throws Error for a file of inputs that cannot be used
 */
export async function takeInputs(
  action: Action,
  pairs: readonly string[],
  file?: string,
): Promise<GivenInputs> {
  const refusals: Refusal[] = [];
  const refuse: Refuse = (input, problem) => void refusals.push({ input, problem });
  const given = {
    ...(file === undefined ? {} : await fromFile(file)),
    ...fromPairs(pairs, refuse),
  };
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    const input = fillable(action).find((one) => one.key === key);
    try {
      values[key] = input ? await handedOver(input, value) : refuseUnknown(action, key);
    } catch (error) {
      if (error instanceof BrokenJson) {
        refusals.push(error.refusalOf(key));
      } else {
        refuse(key, error instanceof Error ? error.message : "cannot be read.");
      }
    }
  }
  return { values, refusals };
}

type Refuse = (input: string, problem: string) => void;

/** A text that begins as JSON does and does not go on as JSON. */
class BrokenJson extends Error {
  constructor(readonly text: string) {
    super("expected JSON");
  }

  /** What of it is wrong, and where. What knows that is loaded only once it is needed. */
  refusalOf(input: string): Refusal {
    const { faultIn } =
      require("../src/fields/jsonText") as typeof import("../src/fields/jsonText");
    return { input, problem: this.message, got: this.text, place: faultIn(this.text) };
  }
}

/** A file is given as the path to it; the platform hands over its bytes. */
async function readFiles(value: unknown): Promise<unknown> {
  if (typeof value === "string" && value !== "") {
    const data = await readFile(value).catch((error: NodeJS.ErrnoException) => {
      throw new Error(`the file ${value} cannot be read: ${fileFault(error)}.`);
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
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Error(`--inputs: the file ${file} cannot be read: ${fileFault(error)}.`);
  });
  const values = parseJson(text.replace(/^\ufeff/, ""));
  if (values === undefined) {
    const { masked } =
      require("../src/fields/inputError") as typeof import("../src/fields/inputError");
    const { input, problem } = masked(new BrokenJson(text).refusalOf(file), (one) => one);
    throw new Error(`--inputs: ${input}: ${problem}`);
  }
  if (!isObject(values)) {
    throw new Error(`--inputs: expected a JSON object of inputs by key in ${file}.`);
  }
  return values;
}

function fromPairs(pairs: readonly string[], refuse: Refuse): InputValues {
  const values: Record<string, string> = {};
  for (const pair of pairs) {
    const [, key, value] = /^([^=]+)=(.*)$/s.exec(pair) ?? [];
    if (key === undefined || value === undefined) {
      refuse(pair, "expected an input as key=value.");
    } else if (Object.hasOwn(values, key)) {
      refuse(key, "this input is given twice.");
    } else {
      values[key] = value;
    }
  }
  return values;
}

function refuseUnknown(action: Action, key: string): never {
  const known = fillable(action).map((one) => one.key);
  throw new Error(
    `${action.key} has no such input.${didYouMean(key, known)} "npm start -- ${action.key} --list" shows all of them.`,
  );
}

/** Lists are lists on the platform; everything else is handed over as it was given. */
async function handedOver({ collection, type }: Input, value: unknown): Promise<unknown> {
  const handed =
    collection === "valuelist"
      ? toList(value)
      : collection === "keyvaluelist"
        ? toPairs(value)
        : value;
  return type === "data" ? readFiles(handed) : handed;
}

/** A list as a terminal gives it: with commas, or as JSON. */
export function toList(value: unknown): unknown {
  if (typeof value !== "string") {
    return value;
  }
  const parsed = parseJson(value);
  if (Array.isArray(parsed)) {
    return parsed;
  }
  if (isObject(parsed)) {
    return [parsed];
  }
  if (BEGINS_AS_JSON.test(value)) {
    throw new BrokenJson(value);
  }
  return value
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);
}

/** What no plain list of names begins with; the tag `[sale]` is one. */
const BEGINS_AS_JSON = /^\s*(?:\[\s*["{[]|\{\s*")/;

/** `a:1,b:2`, a JSON object, or the platform's own list of `{ key, value }`. */
export function toPairs(value: unknown): unknown {
  const known = typeof value === "string" ? parseJson(value) : value;
  if (isObject(known)) {
    return Object.entries(known).map(([key, one]) => ({ key, value: one }));
  }
  if (Array.isArray(known) || typeof value !== "string") {
    return known;
  }
  if (BEGINS_AS_JSON.test(value)) {
    throw new BrokenJson(value);
  }
  return value
    .split(",")
    .filter((part) => part.trim() !== "")
    .map((part) => {
      const [, key, one] = /^([^:]+):(.*)$/s.exec(part) ?? [];
      if (key === undefined || one === undefined) {
        throw new Error(`expected name:value,name:value or a JSON object, got ${part}.`);
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
