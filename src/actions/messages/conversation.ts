import { isObject, type JsonObject } from "../../client/json";
import { instantOf } from "../../schemas/instant";
import { NOTE } from "./source";

/** Channels on which people speak: nothing can be written there. */
const SPOKEN: readonly unknown[] = ["phone", "aircall"];

/** A ticket's messages, without notes and what was deleted, the newest last. */
export function messagesOf(ticket: JsonObject): JsonObject[] {
  return threadOf(ticket).filter((one) => !isNote(one) && !one.deleted_datetime);
}

/** Whether the customer does not see a message. */
export function isNote({ channel, public: isPublic }: JsonObject): boolean {
  return channel === NOTE || isPublic === false;
}

/** All of a ticket's messages, the newest last. One without a date keeps its place in the list. */
export function threadOf({ messages }: JsonObject): JsonObject[] {
  const all = (Array.isArray(messages) ? messages.filter(isObject) : []).map((message) => ({
    message,
    at: instantOf(message.created_datetime),
  }));
  const inOrder = all
    .filter(({ at }) => at !== undefined)
    .sort((one, other) => Number(one.at) - Number(other.at))
    .values();
  return all.map((one) => (one.at === undefined ? one : (inOrder.next().value ?? one)).message);
}

/** What agents wrote may have failed (docs/gorgias-api.md, "Messages"): its address may be wrong. */
export function hasArrived({
  from_agent,
  failed_datetime,
  last_sending_error,
}: JsonObject): boolean {
  return from_agent !== true || !(failed_datetime || last_sending_error);
}

/** Whether a message was spoken. */
export function isSpoken({ channel, source }: JsonObject): boolean {
  return SPOKEN.includes(channel) || (isObject(source) && SPOKEN.includes(source.type));
}

/** Which channels a ticket can be answered on it says itself (docs/gorgias-api.md, "Tickets"). */
export function isAnswerable({ reply_options: options }: JsonObject, message: JsonObject): boolean {
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
