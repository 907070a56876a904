import { isObject, type JsonObject } from "../../client/json";

/** Where a reply goes, by Gorgias' own names (docs/gorgias-api.md, "Writes"). */
export interface ReplyRoute {
  readonly channel: unknown;
  readonly source: JsonObject;
  readonly receiver?: JsonObject | undefined;
  readonly integration_id?: number | undefined;
  readonly subject?: string | undefined;
}

/** A message that can be replied to. */
interface Routed {
  readonly message: JsonObject;
  readonly from: JsonObject;
  readonly to: readonly JsonObject[];
  readonly cc: readonly JsonObject[];
}

/**
 * Where a reply to a ticket goes: to whoever wrote the last message that can be replied to, from the
 * address that it came to; or where the agents' last message went. Who stood in copy stays there.
 *
 * @returns what is in the way, in words that read on from "The ticket", where there is no such message
 */
export function replyRouteOf(ticket: JsonObject): ReplyRoute | string {
  const routed = messagesOf(ticket).flatMap(routedOf);
  const [newest] = routed.slice(-1);
  if (newest === undefined) {
    return "has no message that says where a reply would go";
  }
  const answerable = routed.filter(({ message }) => isAnswerable(ticket, message.channel));
  // What agents wrote to somebody else, a supplier perhaps, is not what the customer is waiting for.
  const last =
    answerable.filter(({ message }) => isWithCustomer(ticket, message)).at(-1) ?? answerable.at(-1);
  if (last === undefined) {
    return `cannot be answered on the channel ${newest.message.channel}: Gorgias says so in its reply_options`;
  }
  const { message } = last;
  return {
    channel: message.channel,
    ...(message.from_agent === true ? again(last) : swapped(last, ownAddresses(routed))),
    integration_id: typeof message.integration_id === "number" ? message.integration_id : undefined,
    subject: message.channel === "email" ? subjectOf(message, ticket) : undefined,
  };
}

/** A ticket's messages, without notes and what was deleted, the newest last. */
export function messagesOf({ messages }: JsonObject): JsonObject[] {
  const all = Array.isArray(messages) ? messages.filter(isObject) : [];
  const at = ({ created_datetime }: JsonObject) => Date.parse(String(created_datetime));
  return all
    .filter((one) => one.channel !== "internal-note" && one.public !== false)
    .filter(({ deleted_datetime }) => !deleted_datetime)
    .sort((one, other) => at(one) - at(other) || 0);
}

/** Some messages have no addresses: `{ "type": "phone" }` (docs/gorgias-api.md, "Writes"). */
function routedOf(message: JsonObject): Routed[] {
  const { source } = message;
  if (!isObject(source)) {
    return [];
  }
  const [from] = addressesIn([source.from]);
  const to = addressesIn(source.to);
  return from && to.length > 0 ? [{ message, from, to, cc: addressesIn(source.cc) }] : [];
}

function addressesIn(list: unknown): JsonObject[] {
  return (Array.isArray(list) ? list : []).flatMap((one) => {
    const { address, name } = isObject(one) ? one : {};
    return typeof address === "string" && address !== ""
      ? [{ ...(typeof name === "string" && name !== "" && { name }), address }]
      : [];
  });
}

/** Which channels a ticket can be answered on it says itself (docs/gorgias-api.md, "Tickets"). */
function isAnswerable({ reply_options: options }: JsonObject, channel: unknown): boolean {
  if (!isObject(options) || Object.keys(options).length === 0) {
    return true;
  }
  const option = Object.hasOwn(options, String(channel)) ? options[String(channel)] : undefined;
  return isObject(option) && option.answerable !== false;
}

function isWithCustomer({ customer }: JsonObject, { from_agent, receiver }: JsonObject): boolean {
  const [wanted, given] = [idOf(customer), idOf(receiver)];
  return from_agent !== true || wanted === undefined || given === undefined || wanted === given;
}

/** To whom the agents wrote, once more. */
function again({ message, from, to, cc }: Routed) {
  return {
    source: sourceOf(message, from, to, cc),
    receiver: personOf(message.receiver),
  };
}

/** To whoever wrote, from the address of ours that it came to. */
function swapped({ message, from, to, cc }: Routed, ours: readonly string[]) {
  const { receiver } = message;
  const known = [isObject(receiver) ? plain(receiver.email) : "", ...ours];
  const [first = from] = to;
  const own = [...to, ...cc].find(({ address }) => known.includes(plain(address))) ?? first;
  const others = cc.filter(
    ({ address }) => ![plain(own.address), plain(from.address), ...known].includes(plain(address)),
  );
  return {
    source: sourceOf(message, own, [from], others),
    receiver: personOf(message.sender),
  };
}

function sourceOf(
  { source, channel }: JsonObject,
  from: JsonObject,
  to: readonly JsonObject[],
  cc: readonly JsonObject[],
): JsonObject {
  const type = isObject(source) && typeof source.type === "string" ? source.type : channel;
  return { type, from, to, ...(cc.length > 0 && { cc }) };
}

/** The addresses that agents wrote from. */
function ownAddresses(routed: readonly Routed[]): string[] {
  return routed.flatMap(({ message, from }) =>
    message.from_agent === true ? [plain(from.address)] : [],
  );
}

const plain = (address: unknown) => (typeof address === "string" ? address.toLowerCase() : "");

function idOf(person: unknown): number | undefined {
  return isObject(person) && typeof person.id === "number" ? person.id : undefined;
}

function personOf(person: unknown): JsonObject | undefined {
  const id = idOf(person);
  return id === undefined ? undefined : { id };
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
