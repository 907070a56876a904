import { operation } from "../../actions/action";
import { threadOf } from "../../actions/messages/conversation";
import type { GorgiasClient } from "../../client";
import { pathOf } from "../../client/address";
import { GorgiasConnectionError } from "../../client/errors";
import { isObject, type JsonObject } from "../../client/json";
import { refusal } from "../../fields/inputError";
import { id, wholeNumber } from "../../fields/number";
import { named } from "../../inputs/named";
import { ticketId } from "../../inputs/tickets";
import { freeForm, listOf, object, text } from "../../schemas/schema";
import { messageShape, ticketShape, valuesShape } from "./threadShape";

/** How many messages are told, where nobody says. */
const USUAL_MESSAGES = 30;

/** The thread of a ticket, as a person reads it (docs/gorgias-api.md, "Tickets"). */
export const ticketThread = operation({
  route: "GET /tickets/{id}",
  label: "Read Ticket Thread",
  description:
    "Read a ticket with its conversation as a person would: who wrote to whom, when, notes among it, without quoted history.",
  guidance:
    "Prefer it to {getTicket}, which has the raw objects and many times the length. Returns { ticket, messages }, the oldest first: by says agent or customer, note: true that only agents see it, failed that it was not sent. Custom fields stand by their labels. An attachment has what {downloadFile} takes. left_out says what is missing and how to get it.",
  inputs: {
    id: ticketId,
    limit: wholeNumber({
      label: "Limit",
      example: "30",
      min: 1,
      max: 100,
      comments: `How many messages, 1 to 100: the newest. ${USUAL_MESSAGES} by default.`,
    }),
    before_message_id: named(
      id({
        label: "Before Message ID",
        example: "385373530",
        comments: "Only messages before the one with this ID, to read further back.",
      }),
    ),
  },
  returns: {
    schema: object({ ticket: freeForm, messages: listOf(freeForm) }, { left_out: text }),
    example: {
      data: {
        ticket: { id: 153006867, subject: "Where is my order?", status: "open", tags: [] },
        messages: [{ id: 385373530, by: "customer", from: "Jo Martin", text: "Hello" }],
      },
    },
  },
  async perform(gorgias, { id, limit = USUAL_MESSAGES, before_message_id: before }) {
    const ticket = await gorgias.get<JsonObject>(pathOf("/tickets/{id}", { id }));
    const all = threadOf(ticket);
    const end = before ? all.findIndex((one) => one.id === before.value) : all.length;
    if (before && end < 0) {
      throw refusal(before.name, `there is no message ${before.value} in ticket ${id}.`);
    }
    const start = Math.max(0, end - limit);
    const { values, problem } = await valuesOf(gorgias, id);
    const notes = [problem, start > 0 && earlier(start, all[start]?.id)].filter(Boolean);
    return {
      data: {
        ticket: ticketShape(ticket, values),
        messages: all.slice(start, end).map((one) => messageShape(one, ticket.subject)),
        ...(notes.length > 0 && { left_out: notes.join(" ") }),
      },
    };
  },
});

function earlier(count: number, first: unknown): string {
  const messages = count === 1 ? "1 earlier message" : `${count} earlier messages`;
  return `${messages}: call again with before_message_id ${first}.`;
}

/** The thread is worth reading also where the connection may not read custom fields. */
async function valuesOf(
  gorgias: GorgiasClient,
  id: number,
): Promise<{ values: JsonObject; problem?: string }> {
  try {
    const answer = await gorgias.get<unknown>(pathOf("/tickets/{id}/custom-fields", { id }));
    return { values: valuesShape(isObject(answer) ? answer.data : undefined) };
  } catch (error) {
    if (!(error instanceof GorgiasConnectionError) || error.status !== 403) {
      throw error;
    }
    return { values: {}, problem: "Custom fields: this connection may not read them." };
  }
}
