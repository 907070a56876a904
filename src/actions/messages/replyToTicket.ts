import { pathOf } from "../../client/address";
import { jsonContent } from "../../client/content";
import type { JsonObject } from "../../client/json";
import { InputError, masked, refusal } from "../../fields/inputError";
import { replyAddresses } from "../../inputs/addresses";
import { messageDetails } from "../../inputs/messages";
import { named } from "../../inputs/named";
import { ticketId } from "../../inputs/tickets";
import { replyMacro, writer, writtenFields } from "../../inputs/written";
import { message } from "../../schemas/message";
import type { Described } from "../../schemas/schema";
import { operation } from "../action";
import { macroText } from "./macroText";
import { replyRouteOf } from "./replyRoute";
import { noEmailsIn } from "./source";
import { bodiesOf } from "./written";

export const replyToTicket = operation({
  route: "POST /tickets/{ticket_id}/messages",
  label: "Reply to Ticket",
  description:
    "Answer the customer of a ticket. Channel and addresses are those of the last message from the customer or to them that can be replied to, unless From, To, Cc or Bcc is filled in. Gorgias sends the reply at once. The ticket's status stays as it is.",
  important: true,
  told: "Answer the customer of a ticket: Gorgias sends it at once, the way the last message went. The status stays as it is.",
  guidance:
    "Needs text, html or macro_id. It goes to the ticket's customer, and whoever was in copy stays in copy. Refused where no address to send from is known: give from then. For a note that only agents see, use {addInternalNote}. To close the ticket, use {closeTicket}. Returns the message.",
  inputs: {
    ticket_id: named(ticketId),
    ...writtenFields,
    attachments: messageDetails.attachments,
    macro_id: replyMacro,
    ...replyAddresses,
    sender: writer,
  },
  returns: { schema: message.schema, example: { data: message.example } },
  check({ text, html, attachments, macro_id }, { refuse, nameOf }) {
    if (!text && !html && !attachments && !macro_id) {
      const others = `${nameOf("html")}, ${nameOf("attachments")} and ${nameOf("macro_id")}`;
      refuse("text", `is blank, and so are ${others}. Fill in at least one.`);
    }
  },
  async perform(gorgias, { ticket_id, text, html, attachments, macro_id, sender, ...addresses }) {
    const path = pathOf("/tickets/{id}", { id: ticket_id.value });
    const ticket = await gorgias.get<JsonObject>(path);
    const chosen = {
      from: addresses.from?.value,
      to: addresses.to?.value,
      cc: addresses.cc?.value,
      bcc: addresses.bcc?.value,
    };
    const route = replyRouteOf(ticket, chosen);
    if ("why" in route) {
      const problem = `the ticket ${ticket_id.value} ${gorgias.mask(route.why)}. Nothing was sent: ${route.advice}.`;
      throw refusal(ticket_id.name, problem);
    }
    const noEmails = noEmailsIn(route.source?.type, chosen);
    if (noEmails.length > 0) {
      throw new InputError(
        noEmails.map(({ part, got }) => {
          const input = addresses[part]?.name ?? part;
          return masked({ input, problem: "expected an e-mail address", got }, gorgias.mask);
        }),
      );
    }
    const isWritten = text !== undefined || html !== undefined;
    const written =
      macro_id && !isWritten
        ? await macroText(gorgias, macro_id, ticket, sender?.id ?? 0)
        : { text, html };
    const content = jsonContent({
      via: "api",
      from_agent: true,
      public: true,
      ...route,
      ...bodiesOf(written),
      attachments,
      sender,
      macros: macro_id && [{ id: macro_id.value }],
    });
    const { body } = await gorgias.send({ method: "POST", path: `${path}/messages`, content });
    return { data: body as Described<typeof message.schema> };
  },
});
