import type { Schema as TypedSchema } from "../src/schemas/schema";
import { code, table } from "./markdown";

/** A schema of a component, whose type is not known here. */
export type Schema = TypedSchema<unknown>;

/** What each kind of value is called: one of them, and several. */
const TYPES: Readonly<Record<string, readonly [string, string]>> = {
  integer: ["whole number", "whole numbers"],
  number: ["number", "numbers"],
  string: ["text", "texts"],
  boolean: ["true or false", "true or false"],
  object: ["object", "objects"],
  array: ["list", "lists"],
};

/** The fields of an answer; undefined when a sentence says it all. */
export function fieldTable(schema: Schema): string | undefined {
  const fields = Object.entries(objectOf(schema).properties ?? {});
  const always = objectOf(schema).required ?? [];
  return fields.length === 0
    ? undefined
    : table(
        ["Field", "What it holds", "Always there"],
        fields.map(([name, one]) => [
          code(name),
          describe(one),
          always.includes(name) ? "yes" : "",
        ]),
      );
}

/** What comes back, in one sentence. */
export function summary(schema: Schema): string {
  if (schema.type === undefined) {
    return schema.description ?? "Whatever Gorgias answers.";
  }
  const { properties } = objectOf(schema);
  const kind = schema.type === "array" ? `A ${kindOf(schema)}` : `An ${kindOf(schema)}`;
  return properties ? `${kind} with these fields:` : `${kind}.`;
}

/**
 * An example cut down to the fields that are always there, at every depth. It still is what the
 * schema describes.
 */
export function shortened(example: unknown, schema: Schema | undefined): unknown {
  if (Array.isArray(example)) {
    return example.map((item) => shortened(item, schema?.items));
  }
  const { properties, required = [] } = schema ?? {};
  if (!properties || typeof example !== "object" || example === null) {
    return example;
  }
  const kept = Object.entries(example).filter(
    ([name]) => required.includes(name) || !(name in properties),
  );
  return Object.fromEntries(kept.map(([name, one]) => [name, shortened(one, properties[name])]));
}

/** An object's schema, or that of a list's items. */
function objectOf(schema: Schema): Schema {
  return schema.items ?? schema;
}

function describe(schema: Schema): string {
  if (schema.const !== undefined) {
    return `always ${code(JSON.stringify(schema.const))}`;
  }
  const names = Object.keys(objectOf(schema).properties ?? {});
  const inside = names.length > 0 ? ` with ${names.map(code).join(", ")}` : "";
  const note = schema.description ? `, ${schema.description}` : "";
  return kindOf(schema) + (isNullable(schema) ? " or null" : "") + note + inside;
}

function kindOf(schema: Schema): string {
  const kinds = kindsOf(schema);
  const [item] = kinds.includes("array") ? kindsOf(schema.items ?? {}) : [];
  if (item !== undefined) {
    return `list of ${TYPES[item]?.[1] ?? item}`;
  }
  return kinds.map((kind) => TYPES[kind]?.[0] ?? kind).join(" or ") || "anything";
}

function kindsOf({ type = [] }: Schema): readonly string[] {
  return [type].flat().filter((kind) => kind !== "null");
}

function isNullable({ type = [] }: Schema): boolean {
  return [type].flat().includes("null");
}
