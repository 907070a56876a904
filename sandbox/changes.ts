import { type Micros, microsFromIso } from "./clock";
import type { Deliveries } from "./deliveries";
import { invalid } from "./problem";
import type { Shop } from "./shop";
import {
  type CustomerInput,
  createCustomer,
  deleteCustomer,
  updateCustomer,
} from "./shop/customerChanges";
import {
  addMessage,
  deleteMessage,
  type MessageInput,
  type NewMessage,
  updateMessage,
} from "./shop/messageChanges";
import type { Trigger } from "./shop/records/integration";
import { createSurvey, type NewSurvey } from "./shop/surveyChanges";
import {
  createTicket,
  deleteTicket,
  type NewTicket,
  type TicketInput,
  updateTicket,
} from "./shop/ticketChanges";

/** The collections whose records can be given other dates. */
export const DATED = ["tickets", "customers", "messages", "events", "surveys"] as const;

/** Those of them that tell when they changed last. */
const CHANGEABLE: readonly Dated[] = ["tickets", "customers"];

/** One of these. */
export type Dated = (typeof DATED)[number];

/** Changes made inside the account, without a request. Whatever is made answers its id. */
export interface Changes {
  createTicket(fields: NewTicket): number;
  updateTicket(id: number, fields: TicketInput): void;
  deleteTicket(id: number): void;
  addMessage(ticketId: number, fields: NewMessage): number;
  updateMessage(ticketId: number, id: number, fields: MessageInput): void;
  deleteMessage(ticketId: number, id: number): void;
  createCustomer(fields: CustomerInput): number;
  updateCustomer(id: number, fields: CustomerInput): void;
  deleteCustomer(id: number): void;
  createSurvey(fields: NewSurvey): number;
  /** Sets the dates of a record (ISO), to the microsecond, so that two can share one. */
  date(
    kind: Dated,
    id: number,
    dates: { created_datetime?: string; updated_datetime?: string },
  ): void;
  /** Fires a trigger of the HTTP integrations, for what no request brings about. */
  pull(trigger: Trigger, ticketId: number, messageId?: number): void;
}

/** What changes records directly. */
export function changesOf(shop: Shop, deliveries: Deliveries): Changes {
  const message = (ticketId: number, id: number) => {
    const ticket = shop.tickets.one(ticketId);
    return [ticket, shop.messages.one(id)] as const;
  };
  return {
    createTicket: (fields) => createTicket(shop, fields, null).id,
    updateTicket: (id, fields) => void updateTicket(shop, shop.tickets.one(id), fields, null),
    deleteTicket: (id) => deleteTicket(shop, shop.tickets.one(id), null),
    addMessage: (ticketId, fields) => addMessage(shop, shop.tickets.one(ticketId), fields, null).id,
    updateMessage: (ticketId, id, fields) =>
      void updateMessage(shop, ...message(ticketId, id), fields, null),
    deleteMessage: (ticketId, id) => deleteMessage(shop, ...message(ticketId, id), null),
    createCustomer: (fields) => createCustomer(shop, fields, null).id,
    updateCustomer: (id, fields) => void updateCustomer(shop, shop.customers.one(id), fields, null),
    deleteCustomer: (id) => deleteCustomer(shop, shop.customers.one(id), null),
    createSurvey: (fields) => createSurvey(shop, fields).id,
    date: (kind, id, dates) => {
      const patch = microsOf(dates);
      if (Object.keys(patch).length === 0) {
        throw invalid("created_datetime", "Missing: give this date, or updated_datetime.");
      }
      if (patch.updated_datetime !== undefined && !CHANGEABLE.includes(kind)) {
        throw invalid("updated_datetime", `There is no such date on ${kind}.`);
      }
      switch (kind) {
        case "tickets":
          return void shop.tickets.change(shop.tickets.one(id), patch);
        case "customers":
          return void shop.customers.change(shop.customers.one(id), patch);
        case "messages":
          return void shop.messages.change(shop.messages.one(id), patch);
        case "events":
          return void shop.events.change(shop.events.one(id), patch);
        case "surveys":
          return void shop.surveys.change(shop.surveys.one(id), patch);
      }
    },
    pull: (trigger, ticketId, messageId) =>
      deliveries.fire(trigger, shop.tickets.one(ticketId).id, messageId),
  };
}

/** ISO dates in microseconds. */
function microsOf<K extends string>(dates: { [F in K]?: string }): { [F in K]?: Micros } {
  const micros: { [F in K]?: Micros } = {};
  for (const field in dates) {
    const moment = microsFromIso(dates[field] ?? "");
    if (moment === undefined) throw invalid(field, "Not a valid datetime.");
    micros[field] = moment;
  }
  return micros;
}
