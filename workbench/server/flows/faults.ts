import { isDeepStrictEqual } from "node:util";
import type { Fault } from "../../../sandbox";
import type { FaultAsked } from "../../messages";

/** What goes wrong, in the sandbox's terms. */
const FAULTS: Readonly<Record<FaultAsked["kind"], Fault>> = {
  "429": { status: 429, retryAfter: 2 },
  "500": { status: 500 },
  cut: { reset: true },
  slow: { delayMs: 3000 },
};

/** Whether that can go wrong. */
export function isFaultKind(key: unknown): key is FaultAsked["kind"] {
  return typeof key === "string" && Object.hasOwn(FAULTS, key);
}

/** The fault that the sandbox is told. */
export function faultOf({ kind, count }: FaultAsked): Fault {
  return { ...FAULTS[kind], count };
}

/** The same as the page is told of it; undefined for one that it did not ask for. */
export function askedFault({ count = 1, ...fault }: Fault): FaultAsked | undefined {
  const kind = Object.keys(FAULTS)
    .filter(isFaultKind)
    .find((one) => isDeepStrictEqual(FAULTS[one], fault));
  return kind && { kind, count };
}
