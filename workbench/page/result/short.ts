import { counted } from "./runWords";
import { isFields } from "./shape";

/** A date and time of Gorgias, which is UTC: shown to the second. */
const MOMENT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z|\+00:00)?$/;

/** What a person knows an object by: the first of these that it has. */
const NAMES = ["name", "subject", "label", "title", "email", "address", "key", "type", "value"];

/** The most characters of a value that stands in one line. */
const LONGEST = 160;

/** A value in one line: a text as it is, a nested one by its name, or by how much is in it. */
export function short(value: unknown): string {
  if (value === null || value === undefined || value === "") {
    return "–";
  }
  if (Array.isArray(value)) {
    return value.length > 0 && value.length <= 4 && value.every(isKnown)
      ? value.map(short).join(", ")
      : counted(value.length, "item");
  }
  if (isFields(value)) {
    return nameOf(value) ?? counted(Object.keys(value).length, "field");
  }
  const text = String(value).replace(MOMENT, "$1 $2").replace(/\s+/g, " ");
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function nameOf(value: Readonly<Record<string, unknown>>): string | undefined {
  const name = NAMES.map((key) => value[key]).find(
    (named) => typeof named === "string" && named !== "",
  );
  const id = ["number", "string"].includes(typeof value.id) ? `#${value.id}` : undefined;
  return name === undefined ? id : short(name);
}

function isKnown(value: unknown): boolean {
  return isFields(value) ? nameOf(value) !== undefined : !Array.isArray(value) && value !== null;
}
