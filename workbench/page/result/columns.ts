import { NOTHING } from "../../../cli/shape";
import { isObject } from "../../../src/client/json";
import { short } from "./short";

/** A column of a table. */
export interface Column {
  readonly key: string;
  /** In digits. */
  readonly width: number;
}

/** What people look for first. */
const FIRST = [
  "id",
  "status",
  "subject",
  "name",
  "label",
  "title",
  "email",
  "customer",
  "channel",
  "type",
  "priority",
  "body_text",
  "score",
  "assignee_user",
  "assignee_team",
  "tags",
  "ticket_id",
  "created_datetime",
  "updated_datetime",
];

/** How many columns are shown until others are chosen. */
const SHOWN = 7;

/** How many items tell how wide a column is. */
const SAMPLE = 40;

const NARROWEST = 5;
const WIDEST = 20;

/** What stands around a text in its cell. */
const AROUND = 2.3;

/** How much wider a text is in the head. */
const HEAD = 1.1;

/** So many of the texts in a column are seen whole, unless they are very long. */
const SEEN_WHOLE = 0.8;

/** The columns of a list, the most telling ones first. A list of plain values has one, with no key. */
export function columnsOf(items: readonly unknown[]): readonly Column[] {
  const keys = new Set(items.flatMap((item) => (isObject(item) ? Object.keys(item) : [])));
  const sample = items.slice(0, SAMPLE);
  return (keys.size > 0 ? [...keys].sort(byRank) : [""]).map((key) => ({
    key,
    width: widthOf(key, sample),
  }));
}

/**
 * The columns that are shown: those that were chosen, where the list has one of them, and until then
 * the most telling ones. What is empty all the way down can wait.
 */
export function shownOf(
  columns: readonly Column[],
  items: readonly unknown[],
  chosen: readonly string[] = [],
): readonly Column[] {
  const wanted = columns.filter(({ key }) => chosen.includes(key));
  return wanted.length > 0 ? wanted : firstShown(columns, items);
}

function firstShown(columns: readonly Column[], items: readonly unknown[]): readonly Column[] {
  const sample = items.slice(0, SAMPLE);
  const telling = columns.filter(({ key }) =>
    sample.some((item) => short(cellOf(item, key)) !== NOTHING),
  );
  const known = telling.filter(({ key }) => FIRST.includes(key));
  const shown = known.length > 1 ? known : telling;
  return shown.slice(0, SHOWN);
}

/** What an item has in a column. */
export function cellOf(item: unknown, key: string): unknown {
  return key === "" ? item : isObject(item) && Object.hasOwn(item, key) ? item[key] : undefined;
}

function byRank(a: string, b: string): number {
  return rankOf(a) - rankOf(b);
}

function rankOf(key: string): number {
  const rank = FIRST.indexOf(key);
  return rank === -1 ? FIRST.length : rank;
}

function widthOf(key: string, sample: readonly unknown[]): number {
  const spaces = sample.map((item) => spaceOf(short(cellOf(item, key)))).sort((a, b) => a - b);
  const space = spaces[Math.floor((spaces.length - 1) * SEEN_WHOLE)] ?? 0;
  return Math.min(Math.max(space, HEAD * spaceOf(key), NARROWEST), WIDEST) + AROUND;
}

/** Digits are all alike, most letters are narrower. */
function spaceOf(text: string): number {
  return text.replace(/\D/g, "").length * 0.2 + text.length * 0.8;
}
