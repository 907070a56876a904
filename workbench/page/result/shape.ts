/** A value with names in it. */
export type Fields = Readonly<Record<string, unknown>>;

/** A list in an answer, and what it is called there. */
export interface List {
  readonly name: string;
  readonly items: readonly unknown[];
}

/** Whether a value is an object with fields, no list. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The lists that an answer consists of: itself, the one in the envelope that Gorgias puts around
 * it, or those of a trigger that hands on what is new and what has changed.
 *
 * @returns none for an answer that is something else
 */
export function listsOf(answer: unknown): readonly List[] {
  if (Array.isArray(answer)) {
    return [{ name: "Items", items: answer }];
  }
  if (!isFields(answer)) {
    return [];
  }
  const { data, created, updated } = answer;
  if (Array.isArray(data)) {
    return [{ name: "Items", items: data }];
  }
  return Array.isArray(created) && Array.isArray(updated)
    ? [
        { name: "Created", items: created },
        { name: "Updated", items: updated },
      ]
    : [];
}

/** The cursor of the page after an answer; undefined where there is none. */
export function nextCursorOf(answer: unknown): string | undefined {
  const meta = isFields(answer) ? answer.meta : undefined;
  return isFields(meta) && typeof meta.next_cursor === "string" ? meta.next_cursor : undefined;
}
