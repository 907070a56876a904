import { isObject, type JsonObject } from "../../client/json";
import { Addresses, addressesIn, type Routed } from "./addresses";

/** The customer of a ticket: whom a reply to it is for. */
export class Correspondent {
  readonly id: number | undefined;
  readonly addresses: Addresses;
  readonly #isKnown: boolean;

  /** @param ticket names its customer (docs/gorgias-api.md, "Customers") */
  constructor({ customer }: JsonObject) {
    const { id, email, channels } = isObject(customer) ? customer : {};
    const all = [email, ...addressesIn(channels).map(({ address }) => address)];
    this.id = typeof id === "number" ? id : undefined;
    this.addresses = new Addresses(all);
    this.#isKnown = this.id !== undefined || all.some((one) => typeof one === "string");
  }

  /**
   * Whether the customer wrote a message, or it was written to them. By ID; where Gorgias gives
   * none, by address. What was forwarded went to somebody else.
   */
  isIn({ message, from, to }: Routed): boolean {
    if (!this.#isKnown) {
      return true;
    }
    const { from_agent, sender, receiver, source } = message;
    const isFromAgent = from_agent === true;
    const extra = isObject(source) && isObject(source.extra) ? source.extra : {};
    if (isFromAgent && extra.forward) {
      return false;
    }
    const given = idOf(isFromAgent ? receiver : sender);
    return given !== undefined && this.id !== undefined
      ? given === this.id
      : (isFromAgent ? to : [from]).some((one) => this.addresses.has(one));
  }
}

function idOf(person: unknown): number | undefined {
  return isObject(person) && typeof person.id === "number" ? person.id : undefined;
}
