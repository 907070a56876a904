import { isObject, type JsonObject } from "../../client/json";
import type { Address } from "../../fields/address";
import type { Values } from "../../fields/field";
import type { Refuser } from "../../fields/readInputs";
import { emailIn } from "../../fields/text";
import type { newTicketFields } from "../../inputs/newTicket";
import { EMAIL, NOTE, noEmailsIn, personAt, sourceOf } from "../messages/source";
import { bodiesOf } from "../messages/written";

type Inputs = typeof newTicketFields;

/**
 * Refuses a new ticket without a message, and a message of which nothing says who wrote it or gets
 * it. Messages in JSON say that themselves.
 */
export function checkMessage(values: Values<Inputs>, { refuse, nameOf }: Refuser<Inputs>): void {
  const { messages, messageText, messageHtml, messageAttachments, messageSender } = values;
  if (messages !== undefined) {
    return;
  }
  if (!messageText && !messageHtml && !messageAttachments) {
    const others = `${nameOf("messageHtml")}, ${nameOf("messageAttachments")} and ${nameOf("messages")}`;
    refuse("messageText", `is blank, and so are ${others}. Fill in at least one.`);
  }
  if (messageSender !== undefined && partyIn(messageSender) === undefined) {
    refuse("messageSender", "expected an ID or an e-mail address.");
  }
  const { channel, from_agent, sender, receiver } = partiesOf(values);
  const { customer, messageFrom, messageTo } = values;
  const missing = customer === undefined ? "is blank" : "has no ID and no e-mail address";
  if (!from_agent && messageSender === undefined && sender === undefined) {
    const advice = messageFrom
      ? `this or ${nameOf("messageSender")}: a message says by ID or e-mail address who wrote it`
      : `this, ${nameOf("messageSender")} or ${nameOf("messageFrom")}, so that the message has a sender`;
    refuse("customer", `${missing}. Fill in ${advice}.`);
  }
  if (from_agent && receiver === undefined && channel !== NOTE) {
    const advice = messageTo
      ? "this: a message says by ID or e-mail address who gets it"
      : `this or ${nameOf("messageTo")}, so that the message has a recipient`;
    refuse("customer", `${missing}. Fill in ${advice}.`);
  }
  for (const { part, got } of noEmailsIn(channel, { from: messageFrom, to: messageTo })) {
    const input = part === "from" ? "messageFrom" : "messageTo";
    refuse(input, `expected an e-mail address, unless ${nameOf("channel")} says otherwise`, {
      got,
    });
  }
}

/** What the inputs of a new ticket hold, with the message of its message inputs among them. */
export function withMessage<V extends Values<Inputs>>(values: V) {
  const { messageText, messageHtml, messageSender, messageFrom, ...others } = values;
  const { messageTo, messageAttachments, ...ticket } = others;
  return { ...ticket, messages: ticket.messages ?? [messageOf(values)] };
}

function messageOf(values: Values<Inputs>): JsonObject {
  const { via = "api", subject, messageText, messageHtml, messageAttachments } = values;
  const { messageFrom, messageTo } = values;
  const { channel, ...parties } = partiesOf(values);
  return {
    channel,
    via,
    ...parties,
    ...(channel === NOTE && { public: false }),
    source: sourceOf(channel, { from: messageFrom ?? writerOf(values), to: messageTo }),
    subject,
    ...bodiesOf({ text: messageText, html: messageHtml }),
    attachments: messageAttachments,
  };
}

/** On which channel the message goes, and between whom. A note is an agent's. */
function partiesOf({ customer, messageSender, messageFrom, messageTo, ...values }: Values<Inputs>) {
  const { channel = EMAIL, from_agent = channel === NOTE } = values;
  const isSent = from_agent && channel !== NOTE;
  const writer = from_agent ? undefined : (partyIn(customer) ?? personAt([messageFrom]));
  return {
    channel,
    from_agent,
    sender: messageSender === undefined ? writer : partyIn(messageSender),
    receiver: isSent ? (partyIn(customer) ?? personAt(messageTo)) : undefined,
  };
}

/** The e-mail address of a customer who writes one, where it is known: replies go there. */
function writerOf(values: Values<Inputs>): Address | undefined {
  const { channel, from_agent } = partiesOf(values);
  const { email } = values.messageSender ?? values.customer ?? {};
  const address = typeof email === "string" ? emailIn(email) : undefined;
  return channel === EMAIL && !from_agent && address ? { address } : undefined;
}

/** Somebody by ID or e-mail address, which is all that a message takes of them. */
function partyIn(person: unknown): { id: number } | { email: string } | undefined {
  const { id, email } = isObject(person) ? person : {};
  if (typeof id === "number") {
    return { id };
  }
  return typeof email === "string" ? { email } : undefined;
}
