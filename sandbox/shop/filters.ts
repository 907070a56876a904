import type { CallExpression, Expression, Node, Program } from "acorn";
import { DAY, MINUTE, type Micros, microsFromIso } from "../clock";
import { FIELDS, type FieldKind, type Held } from "./filterFields";
import type { Shop } from "./index";
import type { Ticket } from "./records/ticket";
import { pathOf, plainAst, programOf } from "./script";

/** Filters that cannot be carried out; the message says what is wrong with them. */
export class BadFilters extends Error {}

/** A value that a filter compares with. */
type Given = string | number | boolean | null;

/** What a function of the language compares, once its second argument is read. */
type Test = (held: Held) => boolean;

/** `eq(ticket.status, 'open')`: a field, and what is asked of it. */
interface Condition {
  field: string;
  read: (ticket: Ticket, shop: Shop) => Held;
  test: Test;
}

/** Whom the filters are read for, and when. */
interface Reader {
  userId: number | null;
  now: Micros;
}

interface FilterFunction {
  /** The kinds of fields that can be asked so. */
  kinds: readonly FieldKind[];
  /** What it takes beside the field; without it, nothing. */
  takes?: "one" | "several" | "span";
  test: (given: Given[], reader: Reader) => Test;
}

const VALUES = ["text", "id", "number", "boolean"] as const;
const ORDERED = ["number", "date"] as const;
const ANY = ["text", "id", "number", "boolean", "date", "list"] as const;
const LISTED = ["text", "id", "number", "list"] as const;

const isEmpty: Test = (held) =>
  held === null || held === "" || (Array.isArray(held) && held.length === 0);

/** Ids may be quoted (`docs/gorgias-api.md`, "Views"): `1` and `"1"` are the same. */
const isOneOf = (held: Held, given: Given[]) =>
  [held].flat().some((one) => given.some((wanted) => String(wanted) === String(one)));

const compared = (compare: (held: number, given: number) => boolean) => {
  return ([given]: Given[]): Test =>
    (held) =>
      typeof held === "number" && compare(held, Number(given));
};

const since = (compare: (held: number, moment: Micros) => boolean) => {
  return ([span]: Given[], { now }: Reader): Test =>
    (held) =>
      typeof held === "number" && compare(held, now - Number(span));
};

/** The functions of the language (`docs/gorgias-api.md`, "Views"). */
const FUNCTIONS: Readonly<Record<string, FilterFunction>> = {
  eq: { kinds: VALUES, takes: "one", test: (given) => (held) => isOneOf(held, given) },
  neq: { kinds: VALUES, takes: "one", test: (given) => (held) => !isOneOf(held, given) },
  containsAny: { kinds: LISTED, takes: "several", test: (given) => (held) => isOneOf(held, given) },
  notContainsAny: {
    kinds: LISTED,
    takes: "several",
    test: (given) => (held) => !isOneOf(held, given),
  },
  gt: { kinds: ORDERED, takes: "one", test: compared((held, given) => held > given) },
  gte: { kinds: ORDERED, takes: "one", test: compared((held, given) => held >= given) },
  lt: { kinds: ORDERED, takes: "one", test: compared((held, given) => held < given) },
  lte: { kinds: ORDERED, takes: "one", test: compared((held, given) => held <= given) },
  gteTimedelta: { kinds: ["date"], takes: "span", test: since((held, moment) => held >= moment) },
  lteTimedelta: { kinds: ["date"], takes: "span", test: since((held, moment) => held <= moment) },
  isEmpty: { kinds: ANY, test: () => isEmpty },
  isNotEmpty: { kinds: ANY, test: () => (held) => !isEmpty(held) },
};

/**
 * How spans are written. No source says so: this is what the helpdesk's editor is taken to write,
 * `'1d'` for a day.
 */
const SPANS: Readonly<Record<string, Micros>> = {
  m: MINUTE,
  h: 60 * MINUTE,
  d: DAY,
  w: 7 * DAY,
};

/** Stands for whoever is signed in (`docs/gorgias-api.md`, "Views"). */
const CURRENT_USER = /^\{\{\s*current_user\.id\s*\}\}$/;

/** The program that filters are, as an answer shows it. */
export function filtersAst(filters: string): object {
  return plainAst(parsed(filters));
}

/**
 * Which tickets match, for an agent. What does not speak of the trash or of spam leaves both out.
 *
 * @throws BadFilters
 */
export function matching(
  shop: Shop,
  filters: string,
  userId: number | null,
): (ticket: Ticket) => boolean {
  const conditions = conditionsOf(filters, { userId, now: shop.stamp() });
  const speaksOf = (field: string) => conditions.some((condition) => condition.field === field);
  const [trash, spam] = [speaksOf("ticket.trashed_datetime"), speaksOf("ticket.spam")];
  return (ticket) =>
    (trash || ticket.trashed_datetime === null) &&
    (spam || !ticket.spam) &&
    conditions.every(({ read, test }) => test(read(ticket, shop)));
}

/**
 * Reads filters for nothing but their faults.
 *
 * @throws BadFilters
 */
export function checkFilters(filters: string): void {
  conditionsOf(filters, { userId: null, now: 0 });
}

function conditionsOf(filters: string, reader: Reader): Condition[] {
  const [statement, another] = parsed(filters).body;
  if (statement === undefined) return [];
  if (another !== undefined || statement.type !== "ExpressionStatement") {
    throw new BadFilters("Filters are calls, joined with &&.");
  }
  return callsOf(statement.expression).map((call) => conditionOf(call, reader));
}

function parsed(filters: string): Program {
  try {
    return programOf(filters);
  } catch (error) {
    throw new BadFilters(`Not valid filters: ${error instanceof Error ? error.message : error}.`);
  }
}

/** The calls of `a(…) && b(…) && c(…)`. */
function callsOf(node: Expression): CallExpression[] {
  if (node.type === "CallExpression") return [node];
  if (node.type === "LogicalExpression" && node.operator === "&&") {
    return [...callsOf(node.left), ...callsOf(node.right)];
  }
  throw new BadFilters("Filters are calls, joined with &&.");
}

function conditionOf({ callee, arguments: given }: CallExpression, reader: Reader): Condition {
  const name = callee.type === "Identifier" ? callee.name : "";
  const called = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (called === undefined) throw new BadFilters(`There is no function ${name || "of this kind"}.`);
  const [first, second, ...more] = given;
  const field = pathOf(first);
  const known = FIELDS.get(field);
  if (known === undefined) throw new BadFilters(`${name} needs a field of a ticket first.`);
  if (!called.kinds.includes(known.kind)) {
    throw new BadFilters(`${name} does not go with ${field}.`);
  }
  const wanted = called.takes === undefined ? 1 : 2;
  if (given.length !== wanted || more.length > 0) {
    throw new BadFilters(
      `${name} takes ${wanted === 1 ? "a field alone" : "a field and a value"}.`,
    );
  }
  const values = second === undefined ? [] : valuesOf(second, name, called.takes);
  const read = values.map((value) => valueFor(value, known.kind, called.takes, reader));
  return { field, read: known.read, test: called.test(read, reader) };
}

function valuesOf(node: Node, name: string, takes: FilterFunction["takes"]): Given[] {
  const expression = node as Expression;
  if (takes !== "several") return [literalOf(expression, name)];
  if (expression.type !== "ArrayExpression") {
    throw new BadFilters(`${name} takes a list in square brackets.`);
  }
  return expression.elements.map((element) => literalOf(element as Expression | null, name));
}

function literalOf(node: Expression | null, name: string): Given {
  const value = node?.type === "Literal" ? node.value : undefined;
  if (value === null || ["string", "number", "boolean"].includes(typeof value)) {
    return value as Given;
  }
  throw new BadFilters(`${name} takes texts, numbers, true or false.`);
}

/** A value as its field has it: dates and spans in microseconds, the signed-in user by id. */
function valueFor(
  value: Given,
  kind: FieldKind,
  takes: FilterFunction["takes"],
  { userId }: Reader,
): Given {
  if (takes === "span") {
    const [, count, unit = ""] = /^(\d+)([mhdw])$/.exec(String(value)) ?? [];
    if (count === undefined) throw new BadFilters(`"${value}" is no span of time such as "1d".`);
    return Number(count) * (SPANS[unit] ?? 0);
  }
  if (kind === "date") {
    const moment = microsFromIso(String(value));
    if (moment === undefined) throw new BadFilters(`"${value}" is not a valid datetime.`);
    return moment;
  }
  return kind === "id" && CURRENT_USER.test(String(value)) ? userId : value;
}
