import { isObject, type JsonObject } from "../../client/json";
import { counted, cutText } from "./cutText";
import { tokensOf } from "./tokens";

/** Something of which only the beginning is kept. */
export interface Cut {
  readonly kind: "characters" | "items" | "keys" | "levels";
  readonly path: readonly PropertyKey[];
  /** How much of it is kept, and of how much. */
  readonly kept: number;
  readonly of: number;
}

/** A value that fits, and what it lacks for that. */
export interface Fitted {
  readonly value: unknown;
  readonly cuts: readonly Cut[];
}

/** A text that is no longer than this is never cut: IDs, addresses and names are shorter. */
const SHORTEST_CUT = 1_000;

/** A longer text does not fit, whatever it says. */
const LONGEST_TEXT = 100_000;

/** What is nested deeper than this is left out: it would be a danger to whoever reads it. */
const DEEPEST = 60;

/** What a comma or a colon costs, in tokens. */
const JOINT = 0.5;

/** A share that is smaller than this is of no use: as many keys are kept whole as there is room for. */
const SMALLEST_SHARE = 20;

/**
 * Cuts JSON down to a size. Long texts are cut first, all to one length. When that is not enough,
 * lists lose items at their ends; of an object the small values are kept, and the large ones share
 * what is left. It looks at little more than what it keeps, so that no size makes it slow.
 *
 * @param limit how large the JSON may become, in tokens as {@link tokensOf} counts them
 * @returns the value itself when it fits
 */
export function fitted(value: unknown, limit: number): Fitted {
  const fits = (longest: number) => costOf(value, longest, limit) <= limit;
  if (fits(Number.POSITIVE_INFINITY)) {
    return { value, cuts: [] };
  }
  let longest = SHORTEST_CUT;
  for (let over = LONGEST_TEXT; over - longest > SHORTEST_CUT / 10; ) {
    const between = Math.floor((longest + over) / 2);
    if (fits(between)) {
      longest = between;
    } else {
      over = between;
    }
  }
  const cuts: Cut[] = [];
  const share = fits(longest) ? Number.POSITIVE_INFINITY : limit;
  return { value: keptOf(value, [], share, { longest, cuts }), cuts };
}

/**
 * What JSON costs in tokens once its texts are cut. Where nothing is cut, what would have to be
 * costs too much.
 *
 * @param limit where counting ends: what comes back is more than that then
 */
function costOf(value: unknown, longest: number, limit: number, depth = 0): number {
  const isWhole = longest === Number.POSITIVE_INFINITY;
  if (typeof value === "string") {
    return isWhole && value.length > LONGEST_TEXT
      ? Number.POSITIVE_INFINITY
      : tokensOf(JSON.stringify(shortened(value, longest)), limit);
  }
  if (!isNested(value)) {
    return tokensOf(JSON.stringify(value) ?? "");
  }
  if (depth === DEEPEST) {
    return isWhole ? Number.POSITIVE_INFINITY : tokensOf(JSON.stringify(TOO_DEEP));
  }
  let cost = 1;
  if (Array.isArray(value)) {
    for (const item of value) {
      cost += JOINT + costOf(item, longest, limit - cost, depth + 1);
      if (cost > limit) {
        return cost;
      }
    }
    return cost;
  }
  for (const key in value) {
    cost += costOfEntry(key, value[key], longest, limit - cost, depth + 1);
    if (cost > limit) {
      return cost;
    }
  }
  return cost;
}

/** JSON leaves out what is undefined. */
function costOfEntry(
  key: string,
  value: unknown,
  longest: number,
  limit: number,
  depth: number,
): number {
  if (value === undefined) {
    return 0;
  }
  const cost = tokensOf(JSON.stringify(key), limit) + 2 * JOINT;
  return cost > limit ? cost : cost + costOf(value, longest, limit - cost, depth);
}

/** How the value at hand is cut. */
interface Knife {
  readonly longest: number;
  /** Where what is cut is written down. */
  readonly cuts: Cut[];
}

type Path = readonly PropertyKey[];

/** What is kept of a value for a share of the tokens; an infinite one cuts long texts alone. */
function keptOf(value: unknown, path: Path, share: number, knife: Knife): unknown {
  if (typeof value === "string") {
    const text = shortened(value, knife.longest);
    if (text !== value) {
      const { length } = cutText(value, knife.longest);
      knife.cuts.push({ kind: "characters", path, kept: length, of: value.length });
    }
    return text;
  }
  if (!isNested(value)) {
    return value;
  }
  if (path.length === DEEPEST) {
    knife.cuts.push({ kind: "levels", path, kept: 0, of: 1 });
    return TOO_DEEP;
  }
  return Array.isArray(value)
    ? keptItems(value, path, share, knife)
    : keptEntries(value, path, share, knife);
}

function keptItems(
  items: readonly unknown[],
  path: Path,
  share: number,
  knife: Knife,
): readonly unknown[] {
  const kept: unknown[] = [];
  let left = share;
  for (const [index, item] of items.entries()) {
    const cost = costIn(share, item, path, knife, left);
    // Of the first one a part is better than nothing.
    if (cost > left && index > 0) {
      break;
    }
    kept.push(keptOf(item, [...path, index], cost > left ? left : Number.POSITIVE_INFINITY, knife));
    left -= cost;
  }
  if (kept.length < items.length) {
    knife.cuts.push({ kind: "items", path, kept: kept.length, of: items.length });
  }
  return kept;
}

function keptEntries(object: JsonObject, path: Path, share: number, knife: Knife): JsonObject {
  const entries = Object.entries(object);
  const costs = entries.map(([key, value]) => ({
    key,
    value,
    cost:
      share === Number.POSITIVE_INFINITY
        ? 0
        : costOfEntry(key, value, knife.longest, share, path.length + 1),
  }));
  const kept = new Map<string, unknown>();
  let left = share;
  for (const [index, { key, value, cost }] of costs.sort((a, b) => a.cost - b.cost).entries()) {
    const part = left / (entries.length - index);
    const isSmall = part < SMALLEST_SHARE;
    const whole = cost <= (isSmall ? left : part);
    if (!whole && isSmall) {
      break;
    }
    kept.set(key, keptOf(value, [...path, key], whole ? Number.POSITIVE_INFINITY : part, knife));
    left -= whole ? cost : part;
  }
  if (kept.size < entries.length) {
    knife.cuts.push({ kind: "keys", path, kept: kept.size, of: entries.length });
  }
  return Object.fromEntries(
    Object.keys(object).flatMap((key) => (kept.has(key) ? [[key, kept.get(key)]] : [])),
  );
}

/** What an item costs; nothing is counted where there is no end to the share. */
function costIn(share: number, item: unknown, path: Path, { longest }: Knife, left: number) {
  return share === Number.POSITIVE_INFINITY
    ? 0
    : JOINT + costOf(item, longest, left, path.length + 1);
}

/** What stands where something is nested too deep. */
const TOO_DEEP = "… [nested too deep]";

/** A text's beginning, and how much of it is missing. */
function shortened(text: string, longest: number): string {
  const start = cutText(text, longest);
  return start === text
    ? text
    : `${start}… [${counted(text.length - start.length)} more characters]`;
}

/** Whether a value is a list or an object; one that says itself what its JSON is, is neither. */
function isNested(value: unknown): value is unknown[] | JsonObject {
  return Array.isArray(value) || (isObject(value) && typeof value.toJSON !== "function");
}
