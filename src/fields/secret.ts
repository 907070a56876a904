import { decodedPart } from "../client/address";
import { isObject } from "../client/json";
import { isPrivateName } from "../client/secrets";
import { type Field, type FieldOptions, field } from "./field";
import { InputError, type Refusal, refusal } from "./inputError";
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

/**
 * An input that may hold secrets: what stands there under the name of one is hidden. An error about
 * all of it, for example that it is no JSON, says where and quotes nothing.
 *
 * @param isSecret whether all that it holds is secret, whatever it is called
 */
export function withSecrets<T>(one: Field<T>, isSecret = false): Field<T> {
  return {
    ...one,
    read: (value, name) => unquoted(name, () => one.read(value, name)),
    secretsIn: (value) => textsIn(value, isSecret),
  };
}

/** Does something that refuses an input, without quoting what that input holds. */
function unquoted<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof InputError
      ? new InputError(error.refusals.map((one) => (one.input === name ? withoutQuote(one) : one)))
      : error;
  }
}

/** A refusal that says where the fault is, and nothing of what came. */
export function withoutQuote({ input, problem, got, place }: Refusal): Refusal {
  const where = place ? `: see line ${place.line}, column ${place.column}` : "";
  return got === undefined ? { input, problem } : { input, problem: `${problem}${where}.` };
}

/** What stands under the name of a secret in any value: `access_token`, `X-Api-Key`. */
export function secretsNamedIn(value: unknown): readonly string[] {
  return textsIn(value, false);
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
      : [...value.matchAll(NAMED), ...value.matchAll(IN_QUERY)].flatMap(
          ([, name = "", text = ""]) =>
            isPrivateName(name) && !TEMPLATE.test(text) ? [text, decodedPart(text) ?? text] : [],
        );
    inside.push(
      ...[...value.matchAll(IN_ADDRESS)].flatMap(([, text = ""]) => [
        text,
        decodedPart(text) ?? text,
      ]),
    );
    return isSecret && !TEMPLATE.test(value.trim()) ? [value, value.trim(), ...inside] : inside;
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
  const isRow = typeof value.key === "string" && "value" in value;
  const isPrivateRow = isRow && isPrivateName(String(value.key));
  return Object.entries(value).flatMap(([name, one]) =>
    isRow && name === "key"
      ? []
      : collected(one, isSecret || isPrivateRow || holdsSecrets(name), depth + 1),
  );
}

/** Whether what has this name is a secret, or all that is in it. */
function holdsSecrets(name: string): boolean {
  return isPrivateName(name) || name.toLowerCase() === "headers";
}

/** A name and a text in what was meant as JSON. */
const NAMED = /"([^"]+)"\s*:\s*"((?:[^"\\]|\\.)*)/g;

/** A name and a value in the query of an address, or in a form as it is sent. */
const IN_QUERY = /(?:^|[?&])([^=&#?\s]+)=([^&#\s"]+)/g;

/** The password in an address. */
const IN_ADDRESS = /:\/\/[^/?#\s:@]*:([^/?#\s@]+)@/g;

/** What Gorgias fills in is no secret. */
const TEMPLATE = /^\{\{[^{}]*\}\}$/;
