import { operation } from "../../actions/action";
import { findCustomer } from "../../actions/customers/findCustomer";
import type { GorgiasClient } from "../../client";
import { pathOf } from "../../client/address";
import type { JsonObject } from "../../client/json";
import { refusal } from "../../fields/inputError";
import { choices } from "../../fields/list";
import { id, wholeNumber } from "../../fields/number";
import { email } from "../../fields/text";
import { type Named, named } from "../../inputs/named";
import { freeForm, listOf, nullable, object, text } from "../../schemas/schema";
import { compact } from "./compact";
import { from, periodOf, shown, timezone, to } from "./period";
import { timelineOf } from "./timeline";
import { KINDS } from "./timelineEntries";

const USUAL_ENTRIES = 50;

/** What happened with a customer, merged in time. */
export const customerTimeline = operation({
  readOnly: true,
  label: "Read Customer Timeline",
  description:
    "Read what happened with a customer, the newest first: tickets, messages, events and satisfaction surveys, merged in time.",
  guidance:
    "For one conversation in full use {ticketThread}; messages are cut short here. Returns { customer, entries }, each entry with at, kind (ticket, message, event or survey) and ticket_id. It reads up to 15 tickets in a call; left_out says what is missing and how to get it. A survey that was answered more than 30 days after its ticket last changed can be missing.",
  inputs: {
    customer_id: id({
      label: "Customer ID",
      example: "400746613",
      comments: "The ID of the customer.",
    }),
    email: named(
      email({
        label: "Email",
        comments: "In place of the ID: an e-mail address of the customer.",
      }),
    ),
    from,
    to,
    timezone,
    kinds: choices(KINDS, {
      label: "Kinds",
      example: "messages",
      comments: "Only entries of these kinds. All of them by default.",
    }),
    limit: wholeNumber({
      label: "Limit",
      example: "50",
      min: 1,
      max: 200,
      comments: `How many entries, 1 to 200. ${USUAL_ENTRIES} by default.`,
    }),
  },
  check({ customer_id, email, ...period }, { refuse, nameOf }) {
    const other = nameOf("email");
    if (customer_id === undefined && email === undefined) {
      refuse("customer_id", `is missing: give this or ${other}.`);
    } else if (customer_id !== undefined && email !== undefined) {
      refuse("customer_id", `is given, and so is ${other}. Give one of the two.`);
    }
    const { start, end } = periodOf(period);
    if (start !== undefined && end !== undefined && end <= start) {
      refuse("to", "the period ends before it begins.");
    }
  },
  returns: {
    schema: object(
      { customer: freeForm, from: nullable(text), to: nullable(text), entries: listOf(freeForm) },
      { left_out: listOf(text) },
    ),
    example: {
      data: {
        customer: { id: 400746613, name: "Jo Martin", email: "jo@example.com" },
        from: "2026-03-01T00:00:00Z",
        to: null,
        entries: [{ at: "2026-03-02T09:30:00Z", kind: "ticket", ticket_id: 153006867 }],
      },
    },
  },
  async perform(gorgias, { customer_id, email, kinds, limit = USUAL_ENTRIES, ...given }) {
    const id = customer_id ?? (email && (await idOf(gorgias, email))) ?? 0;
    const customer = await gorgias.get<JsonObject>(pathOf("/customers/{id}", { id }));
    const period = periodOf(given);
    const { entries, left_out } = await timelineOf(gorgias, {
      customer: id,
      period,
      kinds: new Set(kinds ?? KINDS),
      limit,
    });
    return {
      data: {
        customer: { id, ...compact({ name: customer.name, email: customer.email }) },
        from: shown(period.start),
        to: shown(period.end),
        entries: [...entries],
        ...(left_out.length > 0 && { left_out: [...left_out] }),
      },
    };
  },
});

/** @throws InputError where nobody has the address */
async function idOf(gorgias: GorgiasClient, email: Named<string>): Promise<number> {
  const identifiers = { email, phoneNumber: undefined, external_id: undefined };
  const found = await findCustomer(gorgias, identifiers, true);
  if (!found) {
    throw refusal(email.name, "no customer has this e-mail address.");
  }
  return found.id;
}
