import { isObject, type JsonObject } from "../src/client/json";
import { counted } from "./counted";
import { isNothing, itemsOf, NOTHING, nextCursorOf, plainly, titleOf } from "./shape";
import { table } from "./table";
import { oneLine, printable, wrapped } from "./text";

/** The columns of a list, as far as its items have them. */
const COLUMNS = [
  "id",
  "status",
  "channel",
  "type",
  "name",
  "label",
  "subject",
  "email",
  "body_text",
  "score",
  "ticket_id",
  "created_datetime",
  "updated_datetime",
];

/** The most characters of one cell. */
const WIDEST_CELL = 48;

/** What came back, in a few words. */
export function inFewWords(answer: unknown): string {
  const items = itemsOf(answer);
  if (items) {
    const more = nextCursorOf(answer) ? ", and there are more" : "";
    return `${counted(items.length, nounOf(answer))}${more}`;
  }
  if (isNothing(answer)) {
    return "accepted, nothing came back";
  }
  if (Buffer.isBuffer(answer)) {
    return counted(answer.length, "byte");
  }
  if (!isFields(answer)) {
    return oneLine(String(answer), WIDEST_CELL);
  }
  if (answer.deleted === true) {
    return Array.isArray(answer.ids)
      ? `${[...answer.ids.map((id) => `#${id}`), ...[answer.names ?? []].flat()].join(", ")} deleted`
      : `#${answer.id} is deleted`;
  }
  if (isFields(answer.field)) {
    return oneLine(`${answer.field.label}: ${answer.value}`, WIDEST_CELL);
  }
  const id = answer.id === undefined ? "" : `#${answer.id}`;
  return (
    oneLine(`${id} ${titleOf(answer) ?? ""}`, WIDEST_CELL) ||
    counted(Object.keys(answer).length, "field")
  );
}

/**
 * What came back, for people: a list as a table, a record with a line a field.
 *
 * @param width how wide a table may be
 */
export function readable(answer: unknown, width: number): string {
  const items = itemsOf(answer);
  if (!items) {
    return lines(answer).join("\n");
  }
  const cursor = nextCursorOf(answer);
  return [
    ...(asTable(items, width) ?? lines(items)),
    `${counted(items.length, nounOf(answer))}.${cursor ? ` The list goes on with cursor=${cursor}` : ""}`,
  ].join("\n");
}

/** @returns undefined for what no table shows: an uploaded file's address is to be copied whole */
function asTable(items: readonly unknown[], width: number): string[] | undefined {
  const records = items.filter(isFields);
  const columns = COLUMNS.filter((key) => records.some((record) => isPlain(record[key])));
  const isFiles = records.some((record) => "url" in record && "content_type" in record);
  if (records.length < items.length || columns.length === 0 || isFiles) {
    return undefined;
  }
  const rows = records.map((record) => columns.map((key) => cell(record[key])));
  const shown = table([columns, ...rows], width);
  const others = columns.slice(shown.columns);
  return [
    ...shown.lines,
    ...(others.length > 0
      ? wrapped(`A wider terminal shows ${others.join(", ")} as well.`, width)
      : []),
  ];
}

function cell(value: unknown): string {
  return isPlain(value) ? oneLine(plainly(value), WIDEST_CELL) : "";
}

function lines(value: unknown): string[] {
  if (Array.isArray(value) && value.length > 0) {
    return value.flatMap((item) => {
      const [first = "", ...others] = lines(item);
      return [`- ${first}`, ...others.map(indented)];
    });
  }
  if (isFields(value) && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([key, inner]) => {
      const [first = "", ...others] = lines(inner);
      return others.length === 0 && !isNested(inner)
        ? [`${printable(key)}: ${first}`]
        : [`${printable(key)}:`, ...[first, ...others].map(indented)];
    });
  }
  return scalar(value).split("\n");
}

function scalar(value: unknown): string {
  if (Buffer.isBuffer(value)) {
    return counted(value.length, "byte");
  }
  if (Array.isArray(value) || isFields(value)) {
    return "none";
  }
  return isNothing(value) ? NOTHING : printable(String(value));
}

function indented(line: string): string {
  return `  ${line}`;
}

/** `/api/tickets?limit=5` lists tickets. */
function nounOf(answer: unknown): string {
  const uri = isFields(answer) ? String(answer.uri ?? "") : "";
  return /\/([a-z-]+)s(?:\?|$)/.exec(uri)?.[1]?.replaceAll("-", " ") ?? "item";
}

function isPlain(value: unknown): value is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}

function isNested(value: unknown): boolean {
  return (Array.isArray(value) || isFields(value)) && Object.keys(value).length > 0;
}

function isFields(value: unknown): value is JsonObject {
  return isObject(value) && !Buffer.isBuffer(value);
}
