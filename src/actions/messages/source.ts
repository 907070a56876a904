import type { JsonObject } from "../../client/json";
import type { Address } from "../../fields/address";
import { emailIn } from "../../fields/text";

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

/** The first address that is no e-mail address, and the part where it stands. */
export function noEmailIn(filled: Filled): [keyof Filled, string] | undefined {
  const all = PARTS.flatMap((part) =>
    [filled[part] ?? []].flat().map(({ address }) => [part, address] as [keyof Filled, string]),
  );
  return all.find(([, address]) => emailIn(address) === undefined);
}
