import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import { isoFromMicros, isoOrNull } from "../clock";
import type { Shop } from "../shop";
import { INTENTS, type Macro, type MacroAction } from "../shop/records/macro";
import type { Ticket } from "../shop/records/ticket";
import { Impossible } from "./impossible";

// No source shows such files: their columns are the sandbox's own.

/** Tickets as a table, one a row. */
export function ticketsCsv(shop: Shop, tickets: readonly Ticket[]): string {
  const rows = tickets.map((ticket) => {
    const customer = shop.customers.get(ticket.customerId ?? 0);
    return {
      id: ticket.id,
      status: ticket.status,
      priority: ticket.priority,
      channel: ticket.channel,
      subject: ticket.subject,
      customer_name: customer?.name,
      customer_email: customer?.email,
      assignee: shop.users.get(ticket.assigneeUserId ?? 0)?.email,
      tags: ticket.tagIds.flatMap((id) => shop.tags.get(id)?.name ?? []).join(","),
      messages_count: ticket.messages.length,
      created_datetime: isoFromMicros(ticket.created_datetime),
      closed_datetime: isoOrNull(ticket.closed_datetime),
    };
  });
  return stringify(rows, { header: true, columns: TICKET_COLUMNS });
}

const TICKET_COLUMNS = [
  "id",
  "status",
  "priority",
  "channel",
  "subject",
  "customer_name",
  "customer_email",
  "assignee",
  "tags",
  "messages_count",
  "created_datetime",
  "closed_datetime",
];

const MACRO_COLUMNS = [
  "id",
  "name",
  "intent",
  "language",
  "external_id",
  "body_text",
  "body_html",
  "tags",
  "priority",
] as const;

/** Macros as a table, one a row, with what their known actions do. */
export function macrosCsv(macros: Iterable<Macro>): string {
  const rows = Array.from(macros, ({ actions, ...macro }) => {
    const known = actions.map(({ arguments: given }) => given);
    return { ...Object.assign({}, ...known), ...macro };
  });
  return stringify(rows, { header: true, columns: [...MACRO_COLUMNS] });
}

const cell = z
  .string()
  .default("")
  .transform((text) => (text === "" ? null : text));

const macroRow = z.object({
  id: cell.transform((text) => (text === null ? null : Number(text))),
  name: z.string().min(1),
  intent: cell.pipe(z.enum(INTENTS).nullable()),
  language: cell,
  external_id: cell,
  body_text: cell,
  body_html: cell,
  tags: cell,
  priority: cell,
});

/**
 * The macros in such a table.
 *
 * @throws Impossible
 */
export function macrosFrom(content: Buffer) {
  return rowsOf(content).map((row, index) => {
    const given = macroRow.safeParse(row);
    if (!given.success) {
      const [issue] = given.error.issues;
      throw new Impossible(`Row ${index + 1}, ${issue?.path.join(".")}: ${issue?.message}`);
    }
    const { body_text: text, body_html: html, tags, priority, ...macro } = given.data;
    const actions: MacroAction[] = [];
    if (text !== null || html !== null) {
      const body = { body_text: text ?? "", body_html: html ?? "" };
      actions.push({ name: "setResponseText", title: "Add response text", arguments: body });
    }
    if (tags !== null) actions.push({ name: "addTags", title: "Add tags", arguments: { tags } });
    if (priority !== null) {
      actions.push({ name: "setPriority", title: "Set priority", arguments: { priority } });
    }
    return { ...macro, actions };
  });
}

function rowsOf(content: Buffer): unknown[] {
  try {
    return parse(content, { columns: true, bom: true, skip_empty_lines: true });
  } catch (error) {
    throw new Impossible(`Not a CSV file: ${error instanceof Error ? error.message : error}`);
  }
}
