import { isObject } from "../client/json";
import { isPrivateName } from "../client/secrets";
import { type Field, type FieldOptions, field } from "./field";
import { refusal } from "./inputError";
import { jsonIn } from "./jsonText";
import { toText } from "./text";

/** A shorter one could be a part of any word or number, which nobody could read then. */
const SHORTEST_SECRET = 6;

/** How deep secrets are looked for. */
const DEEPEST = 20;

/** A text that nobody may read: hidden while it is typed, and in logs and errors. */
export function secret(options: FieldOptions): Field<string | undefined> {
  const read = (value: unknown, name: string) => {
    if (typeof value !== "string" && typeof value !== "number") {
      throw refusal(name, "expected text.");
    }
    return toText(value, name);
  };
  return {
    ...field({ ...options, type: "password" }, read),
    secretsIn: (value) => textsIn(value, true),
  };
}

/** An input that may hold secrets: what stands there under the name of one is hidden. */
export function withSecrets<T>(one: Field<T>): Field<T> {
  return { ...one, secretsIn: (value) => textsIn(value, false) };
}

/**
 * The secrets in what an input was filled in with.
 *
 * @param isSecret whether all that it holds is secret, whatever it is called
 */
function textsIn(value: unknown, isSecret: boolean): string[] {
  try {
    return collected(value, isSecret, 0).filter(({ length }) => length >= SHORTEST_SECRET);
  } catch {
    // What throws when it is looked at is refused without being quoted.
    return [];
  }
}

function collected(value: unknown, isSecret: boolean, depth: number): string[] {
  if (depth > DEEPEST) {
    return [];
  }
  if (typeof value === "string") {
    const json = /^\s*[[{]/.test(value) ? jsonIn(value) : undefined;
    const inside = json
      ? collected(json.value, isSecret, depth + 1)
      : [...value.matchAll(NAMED)].flatMap(([, name = "", text = ""]) =>
          isPrivateName(name) ? [text] : [],
        );
    return isSecret ? [value, value.trim(), ...inside] : inside;
  }
  if (typeof value === "number" || typeof value === "bigint") {
    return isSecret ? [String(value)] : [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((one) => collected(one, isSecret, depth + 1));
  }
  if (!isObject(value)) {
    return [];
  }
  // A row of a key-value list, or fields.
  const isRow = typeof value.key === "string" && isPrivateName(value.key);
  return Object.entries(value).flatMap(([name, one]) =>
    collected(one, isSecret || isPrivateName(name) || (isRow && name === "value"), depth + 1),
  );
}

/** A name and a text in what was meant as JSON. */
const NAMED = /"([^"]+)"\s*:\s*"((?:[^"\\]|\\.)*)/g;
