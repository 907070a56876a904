import { refusal } from "../fields/inputError";

/** How many lists and objects may stand within each other: the same as in JSON that a flow gives. */
const DEEPEST = 500;

/** The most values of one argument: reading more would keep others waiting. */
const MOST_VALUES = 100_000;

/**
 * Refuses what is nested too deep to be read by functions that call themselves, and what holds more
 * values than anybody's data.
 *
 * @throws InputError
 */
export function checkBounds(name: string, given: unknown): void {
  const open = [{ value: given, depth: 0 }];
  let count = 0;
  for (let one = open.pop(); one; one = open.pop()) {
    const { value, depth } = one;
    if (typeof value !== "object" || value === null) {
      continue;
    }
    if (depth === DEEPEST) {
      throw refusal(name, `is nested more than ${DEEPEST} deep.`);
    }
    const inner: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
    count += inner.length;
    if (count > MOST_VALUES) {
      throw refusal(name, `holds more than ${MOST_VALUES} values. Split it over several calls.`);
    }
    for (const each of inner) {
      open.push({ value: each, depth: depth + 1 });
    }
  }
}
