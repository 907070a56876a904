import { isObject, type JsonObject } from "../../client/json";
import type { Address } from "../../fields/address";
import type { Values } from "../../fields/field";
import type { Refuser } from "../../fields/readInputs";
import { emailIn } from "../../fields/text";
import type { newTicketFields } from "../../inputs/newTicket";
import { noEmailIn, sourceOf } from "../messages/source";
import { bodiesOf } from "../messages/written";

type Inputs = typeof newTicketFields;

/** The channel of a message that doesn't say it: the one of most conversations. */
const USUAL_CHANNEL = "email";

/** Notes are not public and have no receiver (docs/gorgias-api.md, "Writes" and "Messages"). */
const NOTE = "internal-note";

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
  const missing = values.customer === undefined ? "is blank" : "has no ID and no e-mail address";
  if (!from_agent && messageSender === undefined && sender === undefined) {
    const others = `${nameOf("messageSender")} or ${nameOf("messageFrom")}`;
    refuse("customer", `${missing}. Fill in this, ${others}: a message says who wrote it.`);
  }
  if (from_agent && receiver === undefined && channel !== NOTE) {
    refuse(
      "customer",
      `${missing}. Fill in this or ${nameOf("messageTo")}: a message says who gets it.`,
    );
  }
  const [part, address] = (channel === "email" && noEmailIn(filledIn(values))) || [];
  if (part !== undefined) {
    const input = part === "from" ? "messageFrom" : "messageTo";
    const problem = `expected an e-mail address, unless ${nameOf("channel")} says otherwise`;
    refuse(input, problem, { got: JSON.stringify(address) });
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
  const { channel, ...parties } = partiesOf(values);
  return {
    channel,
    via,
    ...parties,
    ...(channel === NOTE && { public: false }),
    source: sourceOf(channel, filledIn(values)),
    subject,
    ...bodiesOf({ text: messageText, html: messageHtml }),
    attachments: messageAttachments,
  };
}

/** On which channel the message goes, and between whom. */
function partiesOf({ customer, messageSender, messageFrom, messageTo, ...values }: Values<Inputs>) {
  const { channel = USUAL_CHANNEL, from_agent = false } = values;
  const [first] = messageTo ?? [];
  const isSent = from_agent && channel !== NOTE;
  return {
    channel,
    from_agent,
    sender: partyIn(messageSender ?? (from_agent ? undefined : (customer ?? byEmail(messageFrom)))),
    receiver: isSent ? partyIn(customer ?? byEmail(first)) : undefined,
  };
}

function filledIn({ messageFrom: from, messageTo: to }: Values<Inputs>) {
  return { from, to };
}

/** Somebody by ID or e-mail address, which is all that a message takes of them. */
function partyIn(person: unknown): { id: number } | { email: string } | undefined {
  const { id, email } = isObject(person) ? person : {};
  if (typeof id === "number") {
    return { id };
  }
  return typeof email === "string" ? { email } : undefined;
}

function byEmail({ address = "" }: Partial<Address> = {}) {
  return { email: emailIn(address) };
}
