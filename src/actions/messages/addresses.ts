import { isObject, type JsonObject } from "../../client/json";
import type { Address } from "../../fields/address";

/** A message that says from where it came and where it went. */
export interface Routed {
  readonly message: JsonObject;
  readonly from: Address;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
}

/**
 * Some messages have no addresses: `{ "type": "phone" }` (docs/gorgias-api.md, "Writes"). Of what a
 * customer wrote, it is enough to know from where it came.
 */
export function routedOf(message: JsonObject): Routed[] {
  const { source } = message;
  if (!isObject(source)) {
    return [];
  }
  const [from] = addressesIn([source.from]);
  const to = addressesIn(source.to);
  return from && (to.length > 0 || message.from_agent !== true)
    ? [{ message, from, to, cc: addressesIn(source.cc) }]
    : [];
}

/** @param list any value: what is no address in it is left out */
export function addressesIn(list: unknown): Address[] {
  return (Array.isArray(list) ? list : []).flatMap((one) => {
    const { address, name } = isObject(one) ? one : {};
    return typeof address === "string" && address !== ""
      ? [{ ...(typeof name === "string" && name !== "" && { name }), address }]
      : [];
  });
}

/** Addresses that can be compared: in small letters, and phone numbers without what parts them. */
export class Addresses {
  readonly #known: ReadonlySet<string>;

  /** @param list what is no text, or blank, is left out */
  constructor(list: readonly unknown[]) {
    this.#known = new Set(list.map(plain).filter((one) => one !== ""));
  }

  has({ address }: Address): boolean {
    return this.#known.has(plain(address));
  }
}

function plain(address: unknown): string {
  const text = typeof address === "string" ? address.trim().toLowerCase() : "";
  return /^\+?[\d ().-]+$/.test(text) ? text.replace(/[ ().-]/g, "") : text;
}
