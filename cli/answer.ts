import { isObject } from "../src/client/json";
import { table } from "./table";
import { counted, oneLine, printable, wrapped } from "./text";

/** What a short description of a record is made of: the first of these that it has. */
const TITLES = ["subject", "name", "email", "domain", "body_text", "type"];

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

/** A date and time of Gorgias, which is UTC: a table shows it to the second. */
const MOMENT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z|\+00:00)?$/;

type Fields = Readonly<Record<string, unknown>>;

/** What came back, in a few words. */
export function inFewWords(answer: unknown): string {
  const items = itemsOf(answer);
  if (items) {
    const more = nextCursorOf(answer) ? ", and there are more" : "";
    return `${counted(items.length, nounOf(answer))}${more}`;
  }
  if (answer === null || answer === undefined || answer === "") {
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
  const title = TITLES.map((key) => answer[key]).find((value) => typeof value === "string");
  const id = answer.id === undefined ? "" : `#${answer.id}`;
  return (
    oneLine(`${id} ${title ?? ""}`, WIDEST_CELL) || counted(Object.keys(answer).length, "field")
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
  return isPlain(value) ? oneLine(`${value}`.replace(MOMENT, "$1 $2"), WIDEST_CELL) : "";
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
  return value === null || value === undefined || value === "" ? "–" : printable(String(value));
}

function indented(line: string): string {
  return `  ${line}`;
}

/** The items of a list, in the envelope that Gorgias puts around it or bare. */
export function itemsOf(answer: unknown): readonly unknown[] | undefined {
  const isEnvelope =
    isFields(answer) && (answer.object === "list" || Object.keys(answer).join() === "data");
  const items = isEnvelope ? answer.data : answer;
  return Array.isArray(items) ? items : undefined;
}

/** The cursor of the next page; undefined on the last one, and where there are no pages. */
export function nextCursorOf(answer: unknown): string | undefined {
  const meta = isFields(answer) ? answer.meta : undefined;
  return isFields(meta) && typeof meta.next_cursor === "string" ? meta.next_cursor : undefined;
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

function isFields(value: unknown): value is Fields {
  return isObject(value) && !Buffer.isBuffer(value);
}
