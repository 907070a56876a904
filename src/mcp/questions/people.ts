import { addressesIn } from "../../actions/messages/addresses";
import { isObject, type JsonObject } from "../../client/json";
import { isBlank } from "../../fields/field";

/** A person as people write them: `Jo Martin <jo@example.com>`. Undefined for one who is gone. */
export function nameOf(person: unknown): string | undefined {
  if (!isObject(person)) {
    return undefined;
  }
  const { name, email, address = email, id } = person;
  if (isBlank(name) && isBlank(address)) {
    return typeof id === "number" ? `ID ${id}` : undefined;
  }
  return isBlank(name) ? String(address) : isBlank(address) ? String(name) : `${name} <${address}>`;
}

/** Who wrote a message. What came in by itself, or whose author is gone, says no more than its address. */
export function writerOf({ sender, source }: JsonObject): string | undefined {
  return nameOf(sender) ?? (isObject(source) ? nameOf(source.from) : undefined);
}

/** Whom a message was written to. */
export function readersOf({ receiver, source }: JsonObject): string[] {
  const { to } = isObject(source) ? source : {};
  const all = namesIn(to);
  const only = nameOf(receiver);
  return all.length > 0 || only === undefined ? all : [only];
}

/** Addresses of a message, with their names. */
export function namesIn(list: unknown): string[] {
  return addressesIn(list).flatMap((one) => nameOf({ ...one }) ?? []);
}
