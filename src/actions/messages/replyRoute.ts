import { isObject, type JsonObject } from "../../client/json";
import type { Address } from "../../fields/address";
import { emailIn } from "../../fields/text";
import { instantOf } from "../../schemas/instant";
import { Addresses, type Routed, routedOf } from "./addresses";
import { Correspondent } from "./correspondent";
import type { Filled } from "./source";

/** Where a reply goes, by Gorgias' own names (docs/gorgias-api.md, "Writes"). */
export interface ReplyRoute {
  readonly channel: unknown;
  readonly source: JsonObject & { readonly type: unknown };
  readonly receiver?: JsonObject | undefined;
  readonly integration_id?: number | undefined;
  readonly subject?: string | undefined;
}

/** Channels on which people speak: nothing can be written there. */
const SPOKEN: readonly unknown[] = ["phone", "aircall"];

/**
 * Where a reply to a ticket goes: to its customer, on the route of the last message from or to them
 * that can be replied to. What the customer wrote is answered from the address that it came to, what
 * agents wrote goes to the same people again. Who stood beside us stays in copy.
 *
 * @param chosen the addresses that somebody filled in: each part takes the place of the ticket's own;
 *   with a `to`, nobody stays in copy who was not chosen
 * @returns what is in the way, in words that read on from "The ticket", where there is no such message
 */
export function replyRouteOf(ticket: JsonObject, chosen: Filled = {}): ReplyRoute | string {
  const customer = new Correspondent(ticket);
  const routed = messagesOf(ticket).filter(hasArrived).flatMap(routedOf);
  const [newest] = routed.slice(-1);
  if (newest === undefined) {
    return "has no message that says where a reply would go";
  }
  const answerable = routed.filter(({ message }) => isAnswerable(ticket, message));
  if (answerable.length === 0) {
    const { channel } = newest.message;
    const why = isSpoken(newest.message)
      ? "nobody can read there"
      : "Gorgias says so in its reply_options";
    return `cannot be answered on the channel ${channel}: ${why}`;
  }
  const last = answerable.filter((one) => customer.isIn(one)).at(-1);
  if (last === undefined) {
    return "has no message from its customer or to them that can be replied to";
  }
  const { message } = last;
  const own =
    message.from_agent === true ? last : swapped(last, ownAddresses(routed), customer, chosen);
  if (typeof own === "string") {
    return own;
  }
  const among = new Addresses([last.from, ...last.to, ...last.cc].map(({ address }) => address));
  const isSameMailbox = chosen.from === undefined || among.has(chosen.from);
  return {
    channel: message.channel,
    source: sourceFor(message, own, chosen),
    receiver: chosen.to ? chosenReceiver(chosen.to, customer) : receiverOf(message, customer),
    integration_id:
      isSameMailbox && typeof message.integration_id === "number"
        ? message.integration_id
        : undefined,
    subject: message.channel === "email" ? subjectOf(message, ticket) : undefined,
  };
}

/**
 * A ticket's messages, without notes and what was deleted, the newest last. One without a date keeps
 * its place in the list.
 */
export function messagesOf({ messages }: JsonObject): JsonObject[] {
  const all = (Array.isArray(messages) ? messages.filter(isObject) : [])
    .filter((one) => one.channel !== "internal-note" && one.public !== false)
    .filter(({ deleted_datetime }) => !deleted_datetime)
    .map((message) => ({ message, at: instantOf(message.created_datetime) }));
  const inOrder = all
    .filter(({ at }) => at !== undefined)
    .sort((one, other) => Number(one.at) - Number(other.at))
    .values();
  return all.map((one) => (one.at === undefined ? one : (inOrder.next().value ?? one)).message);
}

/** What agents wrote may have failed (docs/gorgias-api.md, "Messages"): its address may be wrong. */
function hasArrived({ from_agent, failed_datetime, last_sending_error }: JsonObject): boolean {
  return from_agent !== true || !(failed_datetime || last_sending_error);
}

function isSpoken({ channel, source }: JsonObject): boolean {
  return SPOKEN.includes(channel) || (isObject(source) && SPOKEN.includes(source.type));
}

/** Which channels a ticket can be answered on it says itself (docs/gorgias-api.md, "Tickets"). */
function isAnswerable({ reply_options: options }: JsonObject, message: JsonObject): boolean {
  const channel = String(message.channel);
  if (isSpoken(message)) {
    return false;
  }
  if (!isObject(options) || Object.keys(options).length === 0) {
    return true;
  }
  const option = Object.hasOwn(options, channel) ? options[channel] : undefined;
  return isObject(option) && option.answerable !== false;
}

/** Between whom a message goes. */
type Between = Pick<Routed, "from" | "to" | "cc">;

/**
 * To the customer, from the address of ours that they wrote to.
 *
 * @returns what is in the way where nothing tells which of several addresses is ours
 */
function swapped(
  { message, from, to, cc }: Routed,
  agents: readonly Address[],
  customer: Correspondent,
  chosen: Filled,
): Between | string {
  const { receiver } = message;
  const known = [...agents, ...(chosen.from ? [chosen.from] : [])].map(({ address }) => address);
  const ours = new Addresses([isObject(receiver) ? receiver.email : "", ...known]);
  const theirs = new Addresses([from.address]);
  const others = [...to, ...cc].filter((one) => !theirs.has(one) && !customer.addresses.has(one));
  const own = others.find((one) => ours.has(one)) ?? (others.length === 1 ? others[0] : undefined);
  const writer = own ?? chosen.from;
  const isCopySure =
    own !== undefined || others.length === 0 || chosen.to !== undefined || chosen.cc !== undefined;
  if (writer === undefined || !isCopySure) {
    return others.length === 0
      ? "has no message that says from where a reply would come, and From is blank"
      : `does not say which address is yours, so that nobody can tell from which address a reply would come: its customer wrote to ${others.map(({ address }) => address).join(", ")}. Fill in From with the one that is yours`;
  }
  const written = new Addresses([writer.address]);
  return {
    from: writer,
    to: [from],
    cc: others.filter((one) => !written.has(one) && !ours.has(one)),
  };
}

/** The ticket's own addresses, and in their place what was chosen. */
function sourceFor({ source, channel }: JsonObject, own: Between, chosen: Filled) {
  const type = isObject(source) && typeof source.type === "string" ? source.type : channel;
  const { from = own.from, to = own.to, bcc } = chosen;
  const cc = chosen.cc ?? (chosen.to === undefined ? own.cc : []);
  return { type, from, to, ...(cc.length > 0 && { cc }), ...(bcc && { bcc }) };
}

/** The customer where a reply goes to them, else whoever has the first e-mail address. */
function chosenReceiver(to: readonly Address[], { id, addresses }: Correspondent) {
  const email = to.map(({ address }) => emailIn(address)).find((one) => one !== undefined);
  if (id !== undefined && to.some((one) => addresses.has(one))) {
    return { id };
  }
  return email === undefined ? undefined : { email };
}

/** The addresses that agents wrote from. */
function ownAddresses(routed: readonly Routed[]): Address[] {
  return routed.flatMap(({ message, from }) => (message.from_agent === true ? [from] : []));
}

function receiverOf({ from_agent, sender, receiver }: JsonObject, { id }: Correspondent) {
  const person = from_agent === true ? receiver : sender;
  const given = isObject(person) && typeof person.id === "number" ? person.id : id;
  return given === undefined ? undefined : { id: given };
}

/** The most characters of a subject (docs/gorgias-api.md, "Writes"). */
const LONGEST_SUBJECT = 998;

function subjectOf(...given: readonly JsonObject[]): string | undefined {
  const subject = given.map((one) => one.subject).find((one) => typeof one === "string" && one);
  if (typeof subject !== "string") {
    return undefined;
  }
  const reply = /^re:/i.test(subject) ? subject : `Re: ${subject}`;
  return reply.length > LONGEST_SUBJECT ? subject : reply;
}
