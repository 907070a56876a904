import type { JsonObject } from "../../client/json";
import type { Address } from "../../fields/address";
import { MOST_FAULTS } from "../../fields/inputError";
import { emailIn } from "../../fields/text";

/** The channel of most conversations, and the kind of its addresses. */
export const EMAIL = "email";

/** Notes are not public and have no receiver (docs/gorgias-api.md, "Writes" and "Messages"). */
export const NOTE = "internal-note";

/** Between whom a message goes, as far as somebody filled it in. */
export interface Filled {
  readonly from?: Address | undefined;
  readonly to?: readonly Address[] | undefined;
  readonly cc?: readonly Address[] | undefined;
  readonly bcc?: readonly Address[] | undefined;
}

/**
 * Says how a message is routed (docs/gorgias-api.md, "Writes").
 *
 * @param type the channel, which names the kind of addresses where the JSON doesn't
 * @param json the source as JSON: what is filled in wins over the same part of it
 * @returns undefined where neither is given
 */
export function sourceOf(type: string, filled: Filled, json?: JsonObject): JsonObject | undefined {
  const parts = Object.entries(filled).filter(([, one]) => one !== undefined);
  return parts.length > 0
    ? { ...json, type: json?.type ?? type, ...Object.fromEntries(parts) }
    : json;
}

/** The parts of a source that hold addresses. */
const PARTS = ["from", "to", "cc", "bcc"] as const;

/** An address that is not an e-mail address, and where it stands. */
export interface NoEmail {
  readonly part: keyof Filled;
  /** The address as an error quotes it. */
  readonly got: string;
}

/**
 * The addresses that cannot be right where e-mail addresses are needed.
 *
 * @param type the kind of addresses: for any other than email, there are none
 */
export function noEmailsIn(type: unknown, filled: Filled): NoEmail[] {
  if (typeof type !== "string" || type.toLowerCase() !== EMAIL) {
    return [];
  }
  const all = PARTS.flatMap((part) =>
    [filled[part] ?? []].flat().map(({ address }) => ({ part, address })),
  );
  return all
    .filter(({ address }) => emailIn(address) === undefined)
    .slice(0, MOST_FAULTS)
    .map(({ part, address }) => ({ part, got: JSON.stringify(address) }));
}

/** Whoever has the first e-mail address of some; undefined where none of them is one. */
export function personAt(
  addresses: readonly (Address | undefined)[] = [],
): { email: string } | undefined {
  const emails = addresses.map((one) => one && emailIn(one.address));
  const email = emails.find((one) => one !== undefined);
  return email === undefined ? undefined : { email };
}
