import { isObject, type JsonObject } from "../src/client/json";

/** A list in an answer, and what it is called there. */
export interface List {
  readonly name: string;
  readonly items: readonly unknown[];
}

/**
 * The lists that an answer consists of: itself, the one in the envelope that Gorgias puts around
 * it, or those of a trigger that hands on what is new and what has changed. This is one for a
 * terminal, the page and its files.
 *
 * @returns none for an answer that is something else
 */
export function listsOf(answer: unknown): readonly List[] {
  if (Array.isArray(answer)) {
    return [{ name: "Items", items: answer }];
  }
  if (!isObject(answer)) {
    return [];
  }
  const { id, data, created, updated } = answer;
  // A record may have a list of that name as well: it has an ID.
  if (Array.isArray(data) && id === undefined) {
    return [{ name: "Items", items: data }];
  }
  return Array.isArray(created) && Array.isArray(updated)
    ? [
        { name: "Created", items: created },
        { name: "Updated", items: updated },
      ]
    : [];
}

/** The items of an answer that is one list. */
export function itemsOf(answer: unknown): readonly unknown[] | undefined {
  const [list, ...others] = listsOf(answer);
  return others.length === 0 ? list?.items : undefined;
}

/** The cursor of the next page; undefined on the last one, and where there are no pages. */
export function nextCursorOf(answer: unknown): string | undefined {
  const meta = isObject(answer) ? answer.meta : undefined;
  return isObject(meta) && typeof meta.next_cursor === "string" ? meta.next_cursor : undefined;
}

/** What a person knows a record by: the first of these that it has. */
const TITLES = [
  ...["subject", "name", "label", "title", "email", "domain", "address"],
  ...["body_text", "key", "type", "value"],
];

/** What a person knows a record by, its ID aside. */
export function titleOf(record: JsonObject): string | undefined {
  return TITLES.map((key) => record[key]).find(
    (title): title is string => typeof title === "string" && title !== "",
  );
}

/** What is shown where there is nothing. */
export const NOTHING = "–";

/** Whether a value says nothing. */
export function isNothing(value: unknown): value is undefined | null | "" {
  return value === undefined || value === null || value === "";
}

/** A date and time of Gorgias, which is UTC. */
const MOMENT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z|\+00:00)?$/;

/**
 * A plain value for one line: a date and time is shown to the second.
 *
 * @param zone what stands behind a date and time, where there is room for it
 */
export function plainly(value: unknown, zone: "" | " UTC" = ""): string {
  return String(value).replace(MOMENT, `$1 $2${zone}`);
}
