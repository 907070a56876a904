import { counted } from "../../../cli/counted";
import { isNothing, NOTHING, plainly, titleOf } from "../../../cli/shape";
import { isObject, type JsonObject } from "../../../src/client/json";

/** The most characters of a value that stands in one line. */
const LONGEST = 160;

/** A value in one line: a text as it is, a nested one by its name, or by how much is in it. */
export function short(value: unknown): string {
  if (isNothing(value)) {
    return NOTHING;
  }
  if (Array.isArray(value)) {
    return value.length > 0 && value.length <= 4 && value.every(isKnown)
      ? value.map(short).join(", ")
      : counted(value.length, "item");
  }
  if (isObject(value)) {
    return nameOf(value) ?? counted(Object.keys(value).length, "field");
  }
  const text = plainly(value, " UTC");
  const line = text.slice(0, LONGEST).replace(/\s+/g, " ");
  return text.length > LONGEST ? `${line}…` : line;
}

function nameOf(value: JsonObject): string | undefined {
  const name = titleOf(value);
  const id = ["number", "string"].includes(typeof value.id) ? `#${value.id}` : undefined;
  return name === undefined ? id : short(name);
}

function isKnown(value: unknown): boolean {
  return isObject(value) ? nameOf(value) !== undefined : !Array.isArray(value) && value !== null;
}
