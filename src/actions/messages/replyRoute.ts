import { isObject, type JsonObject } from "../../client/json";
import type { Address } from "../../fields/address";
import { Addresses, type Routed, routedOf } from "./addresses";
import { hasArrived, isAnswerable, isSpoken, messagesOf } from "./conversation";
import { Correspondent } from "./correspondent";
import { EMAIL, type Filled, noEmailsIn, personAt, sourceOf } from "./source";

/** Where a reply goes, by Gorgias' own names (docs/gorgias-api.md, "Writes"). */
export interface ReplyRoute {
  readonly channel: unknown;
  readonly source: JsonObject | undefined;
  readonly receiver?: JsonObject | undefined;
  readonly integration_id?: number | undefined;
  readonly subject?: string | undefined;
}

/** Why a reply to a ticket has nowhere to go. */
export interface NoRoute {
  /** Reads on from "The ticket". */
  readonly why: string;
  /** What can be done about it: reads on from a colon. */
  readonly advice: string;
}

/**
 * Where a reply to a ticket goes: to its customer, on the route of the last message from or to them
 * that can be replied to. What the customer wrote is answered from the address that it came to, what
 * agents wrote goes to the same people again. Who stood beside us stays in copy.
 *
 * @param chosen the addresses that somebody filled in: each part takes the place of the ticket's own;
 *   with a `to`, nobody stays in copy who was not chosen
 * @returns what is in the way where there is no such message, and no e-mail addresses are filled in to
 *   go without one
 */
export function replyRouteOf(ticket: JsonObject, chosen: Filled = {}): ReplyRoute | NoRoute {
  const customer = new Correspondent(ticket);
  const found = routeOf(ticket, customer, chosen);
  return "why" in found ? (byEmail(ticket, customer, chosen) ?? found) : found;
}

function routeOf(
  ticket: JsonObject,
  customer: Correspondent,
  chosen: Filled,
): ReplyRoute | NoRoute {
  const all = messagesOf(ticket).filter(hasArrived).flatMap(routedOf);
  const complete = all.filter(({ to }) => to.length > 0);
  const routed = complete.length > 0 ? complete : all;
  const [newest] = routed.slice(-1);
  const advice = isAnswerable(ticket, { channel: EMAIL })
    ? "fill in From and To with e-mail addresses"
    : "use Create Ticket Message, where you say yourself how it goes";
  if (newest === undefined) {
    return { why: "has no message that says where a reply would go", advice };
  }
  const answerable = routed.filter(({ message }) => isAnswerable(ticket, message));
  if (answerable.length === 0) {
    const { channel } = newest.message;
    const why = isSpoken(newest.message)
      ? "nobody can read there"
      : "Gorgias says so in its reply_options";
    return { why: `cannot be answered on the channel ${channel}: ${why}`, advice };
  }
  const last = answerable.filter((one) => customer.isIn(one)).at(-1);
  if (last === undefined) {
    const why = "has no message from its customer or to them that can be replied to";
    return { why, advice };
  }
  const { message } = last;
  const own =
    message.from_agent === true ? last : swapped(last, ownAddresses(routed), customer, chosen);
  if ("why" in own) {
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
    subject: message.channel === EMAIL ? subjectOf(message, ticket) : undefined,
  };
}

/** By e-mail, where both ends of the way are filled in and Gorgias does not say that it is closed. */
function byEmail(
  ticket: JsonObject,
  customer: Correspondent,
  chosen: Filled,
): ReplyRoute | undefined {
  const { from, to } = chosen;
  const isWay =
    from !== undefined && to !== undefined && noEmailsIn(EMAIL, { from, to }).length === 0;
  return isWay && isAnswerable(ticket, { channel: EMAIL })
    ? {
        channel: EMAIL,
        source: sourceOf(EMAIL, chosen),
        receiver: chosenReceiver(to, customer),
        subject: subjectOf(ticket),
      }
    : undefined;
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
): Between | NoRoute {
  const { receiver } = message;
  const known = [...agents, ...(chosen.from ? [chosen.from] : [])].map(({ address }) => address);
  const ours = new Addresses([isObject(receiver) ? receiver.email : "", ...known]);
  const theirs = new Addresses([from.address]);
  const others = [...to, ...cc].filter((one) => !theirs.has(one) && !customer.addresses.has(one));
  const own = others.find((one) => ours.has(one)) ?? (others.length === 1 ? others[0] : undefined);
  const writer = own ?? chosen.from;
  const isCopySure =
    own !== undefined || others.length === 0 || chosen.to !== undefined || chosen.cc !== undefined;
  if (others.length === 0 && writer === undefined) {
    const why = "has no message that says from where a reply would come, and From is blank";
    return { why, advice: "fill in From" };
  }
  if (writer === undefined || !isCopySure) {
    const [unclear, advice] = writer
      ? ["who gets a copy", "fill in Cc, or To"]
      : ["from which address a reply would come", "fill in From with the one that is yours"];
    const came = others.map(({ address }) => address).join(", ");
    return {
      why: `does not say which address is yours, so that nobody can tell ${unclear}: its customer wrote to ${came}`,
      advice,
    };
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
  return id !== undefined && to.some((one) => addresses.has(one)) ? { id } : personAt(to);
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
