import type { Shop } from "../shop";
import { addMessage } from "../shop/messageChanges";
import type { Job } from "../shop/records/job";
import type { Macro } from "../shop/records/macro";
import { PRIORITIES, type Ticket } from "../shop/records/ticket";
import { deleteTicket, updateTicket } from "../shop/ticketChanges";
import { viewOf } from "../shop/viewAccess";
import { inOrder, isInView } from "../shop/viewTickets";
import type { Storage } from "../storage";
import { render, templateData } from "../templates";
import { macrosCsv, macrosFrom, ticketsCsv } from "./csv";
import { Impossible } from "./impossible";
import { PARAMS, type Selection } from "./params";

/** A job's work: so many steps, one after the other, and what is left to do after the last. */
export interface Work {
  steps: number;
  step(index: number): void;
  /** What `info` says beside the progress. */
  finish(): Record<string, unknown>;
}

/** What there is to do for a job, as the account is now. */
export function workOf(shop: Shop, storage: Storage, { type, params, userId }: Job): Work {
  /** No source says where an exported file is found: here, `info` has its address. */
  const exported = (name: string, csv: string) => {
    const content = Buffer.from(csv);
    return { url: storage.keep("attachment", `${name}.csv`, { contentType: "text/csv", content }) };
  };
  const onTickets = (selected: Selection, step: (ticket: Ticket) => void, finish = () => ({})) => {
    const ids = selectedIds(shop, selected, userId);
    return {
      steps: ids.length,
      step: (index: number) => {
        const ticket = shop.tickets.get(ids[index] ?? 0);
        if (ticket !== undefined) step(ticket);
      },
      finish,
    };
  };

  switch (type) {
    case "applyMacro": {
      const given = PARAMS.applyMacro.parse(params);
      const macro = shop.macros.get(given.macro_id);
      if (macro === undefined) throw new Impossible(`Macro ${given.macro_id} not found.`);
      return onTickets(given, (ticket) => {
        applyMacro(shop, macro, ticket, userId);
        if (given.apply_and_close) updateTicket(shop, ticket, { status: "closed" }, userId);
      });
    }
    case "updateTicket": {
      const { updates, ...selected } = PARAMS.updateTicket.parse(params);
      const { tags = [], ...fields } = updates;
      return onTickets(selected, (ticket) => {
        updateTicket(shop, ticket, { ...fields, ...withTags(shop, ticket, tags) }, userId);
      });
    }
    case "deleteTicket":
      return onTickets(PARAMS.deleteTicket.parse(params), (ticket) =>
        deleteTicket(shop, ticket, userId),
      );
    case "exportTicket": {
      const found: Ticket[] = [];
      return onTickets(
        PARAMS.exportTicket.parse(params),
        (ticket) => found.push(ticket),
        () => exported("tickets", ticketsCsv(shop, found)),
      );
    }
    case "exportMacro":
      return {
        steps: [...shop.macros.values()].length,
        step: () => {},
        finish: () => exported("macros", macrosCsv(shop.macros.values())),
      };
    case "importMacro": {
      const file = storage.read(PARAMS.importMacro.parse(params).url);
      if (file === undefined) throw new Impossible("There is no uploaded file at this address.");
      const rows = macrosFrom(file.content);
      return {
        steps: rows.length,
        step: (index) => {
          const row = rows[index];
          if (row !== undefined) importMacro(shop, row, userId);
        },
        finish: () => ({}),
      };
    }
    default:
      throw new Impossible("This account has no statistics to export from.");
  }
}

function selectedIds(shop: Shop, selected: Selection, userId: number | null): number[] {
  const {
    ticket_ids: ids,
    view_id: viewId,
    view,
    start_datetime: start,
    end_datetime: end,
  } = selected;
  if (ids !== undefined) return [...new Set(ids)];
  const query = viewId === undefined ? view : viewOf(shop, viewId, userId);
  if (query !== undefined) {
    const { filters, search = null, order_by: order = "created_datetime" } = query;
    const { records, where = () => true } = inOrder(
      shop,
      order,
      isInView(shop, { filters, search }, userId),
    );
    return [...records.ascending()].filter(where).map(({ id }) => id);
  }
  if (viewId !== undefined) throw new Impossible(`View ${viewId} not found.`);
  const created = [...shop.tickets.orderedBy("created_datetime").ascending()];
  return created.flatMap(({ id, created_datetime: moment }) =>
    moment >= (start ?? 0) && moment <= (end ?? Number.POSITIVE_INFINITY) ? id : [],
  );
}

/** Does what a macro's actions say, as far as they are known here. */
function applyMacro(shop: Shop, macro: Macro, ticket: Ticket, by: number | null): void {
  for (const { name, arguments: given } of macro.actions) {
    const text = (key: string): string | null => {
      const held = given[key];
      return typeof held === "string" ? held : null;
    };
    if (name === "setResponseText") {
      const data = templateData(shop, { ticketId: ticket.id, userId: by });
      const filled = (template: string | null) =>
        template === null ? null : render(template, data);
      addMessage(
        shop,
        ticket,
        {
          channel: ticket.channel,
          via: "helpdesk",
          from_agent: true,
          body_text: filled(text("body_text")),
          body_html: filled(text("body_html")),
          macros: [{ id: macro.id, name: macro.name }],
        },
        by,
      );
    }
    if (name === "addTags") {
      const names = (text("tags") ?? "").split(",").map((tag) => tag.trim());
      updateTicket(shop, ticket, withTags(shop, ticket, names.filter(Boolean)), by);
    }
    if (name === "setPriority") {
      const priority = PRIORITIES.find((one) => one === (text("priority") ?? "normal"));
      if (priority !== undefined) updateTicket(shop, ticket, { priority }, by);
    }
  }
  shop.macros.change(macro, { usage: macro.usage + 1 });
}

/** Tags that a ticket has, and those that are added. */
function withTags(shop: Shop, { tagIds }: Ticket, added: readonly string[]) {
  if (added.length === 0) return {};
  const held = tagIds.flatMap((id) => shop.tags.get(id)?.name ?? []);
  return { tags: [...new Set([...held, ...added])].map((name) => ({ name })) };
}

/** A row with the id of a macro changes that one; any other makes a new one. */
function importMacro(
  shop: Shop,
  { id, ...fields }: ReturnType<typeof macrosFrom>[number],
  by: number | null,
) {
  const known = id === null ? undefined : shop.macros.get(id);
  if (known !== undefined) {
    shop.macros.change(known, { ...fields, updated_datetime: shop.stamp() });
    shop.record("macro-updated", { type: "Macro", id: known.id }, by);
    return;
  }
  const made = shop.macros.add({
    id: shop.macros.nextId(),
    ...fields,
    usage: 0,
    created_datetime: shop.stamp(),
    updated_datetime: null,
    archived_datetime: null,
  });
  shop.record("macro-created", { type: "Macro", id: made.id }, by);
}
