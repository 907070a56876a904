import { pathOf } from "../../client/address";
import type { JsonObject } from "../../client/json";
import { additionalFields } from "../../inputs/common";
import {
  changedMessageDates,
  changedMessageFields,
  messageAction,
  messageId,
} from "../../inputs/messages";
import { ticketId } from "../../inputs/tickets";
import { message } from "../../schemas/message";
import { readBefore } from "../before";
import { endpoint, withAdditionalFields } from "../endpoint";

/** What Gorgias wants to be told with every change (docs/gorgias-api.md, "Writes"). */
const REQUIRED = ["channel", "via", "from_agent"] as const;

export const updateTicketMessage = endpoint({
  route: "PUT /tickets/{ticket_id}/messages/{id}{?action}",
  label: "Update Ticket Message",
  description: "Update a message of a ticket. What is left blank stays as it is.",
  guidance: "attachments replace those that it has. Returns the message.",
  inputs: {
    ticket_id: ticketId,
    id: messageId,
    ...changedMessageFields,
    action: messageAction,
    ...changedMessageDates,
    additionalFields: additionalFields('{ "external_id": null }'),
  },
  returns: message,
  async body(rest, { ticket_id, id }, gorgias) {
    const body: JsonObject = withAdditionalFields(rest);
    const missing = REQUIRED.filter((key) => body[key] === undefined);
    if (missing.length === 0) {
      return body;
    }
    const path = pathOf("/tickets/{ticket_id}/messages/{id}", { ticket_id, id });
    const found = await readBefore(gorgias, path);
    return {
      ...body,
      ...Object.fromEntries(missing.map((key) => [key, found.part(key) ?? undefined])),
    };
  },
});
