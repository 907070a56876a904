import { isObject, type JsonObject } from "../../client/json";
import { texts } from "../../fields/list";
import { type Host, readInputs } from "../../fields/readInputs";

/**
 * The argument that says what is wanted of an answer. Any tool can take it: it is no input of an
 * action.
 */
export const fieldsArgument = texts({
  label: "Fields",
  example: "name, customer.email",
  comments:
    'Answers these fields alone, of each item or of the object: ["subject", "customer.email"]. The id is always there. ["body_text[1000:]"] answers a text from its 1,000th character on.',
});

/**
 * Reads that argument.
 *
 * @param mask takes out of a text what nobody may read
 * @throws InputError for anything but names
 */
export async function fieldsIn(
  value: unknown,
  mask: Host["mask"],
): Promise<readonly string[] | undefined> {
  const nameOf = (key: string) => key;
  const inputs = { fields: fieldsArgument };
  return (await readInputs(inputs, { fields: value }, { mask, nameOf })).fields;
}

/** What is left of an answer once it is cut to the fields that were asked for. */
export interface OnlyFields {
  readonly value: unknown;
  /** What was asked for in vain, in words. */
  readonly unknown?: string;
  /** Whether all of it was: the value is as it came then. */
  readonly isInVain?: boolean;
}

/** What is wanted of a value. */
interface Wanted {
  /** Whether it is wanted whole; texts from this character on. */
  whole: boolean;
  from: number;
  readonly parts: Map<string, Wanted>;
  /** Whether any value has it. */
  isThere: boolean;
}

/** How many items are looked through for the names that there are. */
const MOST_LOOKED_AT = 100;

/** How many names are told. */
const MOST_NAMES = 60;

/**
 * Cuts the items of a list, or an object, to the fields that are named. Dots lead into objects and
 * into each object of a list. `id` always stays, and so does what stands beside a list, such as its
 * cursors.
 *
 * @param names as the argument `fields` has them
 */
export function onlyFields(value: unknown, names: readonly string[]): OnlyFields {
  if (names.length === 0) {
    return { value };
  }
  const list = listIn(value);
  const items = (list ?? [value]).filter(isObject);
  if (items.length === 0) {
    return { value };
  }
  const root = newWanted();
  const asked = names.map((name) => ({ name, wanted: wantedIn(root, name) }));
  const id = root.parts.get("id") ?? newWanted();
  id.whole = true;
  root.parts.set("id", id);
  const cut = (item: unknown) => (isObject(item) ? picked(item, root) : item);
  const left = list ? list.map(cut) : cut(value);

  const missing = asked.filter(({ wanted }) => !wanted.isThere).map(({ name }) => name);
  const unknown = missing.length > 0 ? explained(missing, items, list !== undefined) : undefined;
  if (unknown && missing.length === names.length) {
    return { value, unknown, isInVain: true };
  }
  return {
    value: list && isObject(value) ? { ...value, data: left } : left,
    ...(unknown && { unknown }),
  };
}

/** Where a text begins that was asked for from one of its characters on. */
export function startOf(name: string, names: readonly string[] = []): number {
  return names.map(parsed).find((one) => one.from > 0 && one.path.join(".") === name)?.from ?? 0;
}

function listIn(value: unknown): readonly unknown[] | undefined {
  const list = isObject(value) ? value.data : value;
  return Array.isArray(list) ? list : undefined;
}

function newWanted(): Wanted {
  return { whole: false, from: 0, parts: new Map(), isThere: false };
}

function parsed(name: string): { readonly path: readonly string[]; readonly from: number } {
  const [, path = name, from = "0"] = /^(.+?)\[(\d+):\]$/.exec(name) ?? [];
  return { path: path.split("."), from: Number(from) };
}

function wantedIn(root: Wanted, name: string): Wanted {
  const { path, from } = parsed(name);
  let wanted = root;
  for (const key of path) {
    const part = wanted.parts.get(key) ?? newWanted();
    wanted.parts.set(key, part);
    wanted = part;
  }
  wanted.whole = true;
  wanted.from = from;
  return wanted;
}

function picked(value: unknown, wanted: Wanted): unknown {
  wanted.isThere = true;
  if (Array.isArray(value)) {
    return value.map((one) => picked(one, wanted));
  }
  if (value === null) {
    // Whether it would have the parts, nobody knows.
    markThere(wanted);
    return null;
  }
  if (isObject(value)) {
    const parts = [...wanted.parts].filter(([key]) => Object.hasOwn(value, key));
    const entries = parts.map(([key, part]) => [key, picked(value[key], part)]);
    return wanted.whole ? { ...value } : Object.fromEntries(entries);
  }
  return typeof value === "string" ? value.slice(wanted.from) : value;
}

function markThere(wanted: Wanted): void {
  wanted.isThere = true;
  wanted.parts.forEach(markThere);
}

/** Says what is missing, and what there is beside it. */
function explained(missing: readonly string[], items: readonly JsonObject[], isList: boolean) {
  const parents = new Set(missing.map((name) => parsed(name).path.slice(0, -1).join(".")));
  const names = [...parents].flatMap((parent) => namesIn(items.slice(0, MOST_LOOKED_AT), parent));
  const told = [...new Set(names)];
  const more = told.length > MOST_NAMES ? `, and ${told.length - MOST_NAMES} more` : "";
  const quoted = missing.slice(0, MOST_NAMES).map((name) => JSON.stringify(name.slice(0, 100)));
  return `${isList ? "no item" : "the object"} has ${isList ? "" : "no "}${quoted.join(", ")}. There are: ${told.slice(0, MOST_NAMES).join(", ")}${more}.`;
}

/** The names at a path; where nothing is there, those of the items themselves. */
function namesIn(items: readonly JsonObject[], parent: string): string[] {
  const at = parent === "" ? [] : parent.split(".");
  const objects = at.reduce<readonly unknown[]>(
    (all, key) => all.flatMap((one) => (isObject(one) ? one[key] : undefined)),
    items,
  );
  const keys = objects.filter(isObject).flatMap((one) => Object.keys(one));
  return keys.length === 0 && at.length > 0
    ? namesIn(items, "")
    : keys.map((key) => [...at, key].join("."));
}
