import { distance } from "fastest-levenshtein";
import { isPathPart } from "../../client/address";
import { INVALID, RpcError } from "../rpcError";

/** The argument, and the header, that name the Gorgias connection. It is no parameter of any tool. */
export const PCID = "PCID";

/** The last part of the paths that offer no tool that changes something. No PCID is called so. */
export const READ_ONLY = "readonly";

/**
 * What is wrong with the name of a connection: it stands in paths, headers and lists of names.
 *
 * @returns a sentence; undefined where there is nothing wrong
 */
export function pcidFault(pcid: string): string | undefined {
  if (pcid.toLowerCase() === READ_ONLY) {
    return `a path that ends in /${READ_ONLY} means something else, so this is not a PCID. Give it another name.`;
  }
  return /^[A-Za-z0-9._-]{1,100}$/.test(pcid) && isPathPart(pcid)
    ? undefined
    : "a PCID has 1 to 100 letters, digits and the signs . _ - only. Give it another name.";
}

/** Where a PCID can stand, and what stands there. */
export interface Named {
  readonly argument?: unknown;
  readonly header?: string | undefined;
  readonly path?: string | undefined;
}

/** The most connections that an error tells of. */
const MOST_TOLD = 50;

/** The longest PCID that an error quotes. */
const LONGEST_QUOTE = 100;

/**
 * Which connection a call is for.
 *
 * @param usable the PCIDs that it may use; where there is one alone, nothing has to name it
 * @throws RpcError that does not tell a connection that is not allowed from one that is not there
 */
export function pcidOf(named: Named, usable: readonly string[]): string {
  const { argument, header, path } = named;
  if (!(isBlank(argument) || typeof argument === "string")) {
    throw refused(`expected a text in the argument, got ${kindOf(argument)}.`);
  }
  const given = [
    ["argument", argument],
    ["header", header],
    ["path", path],
  ].filter((one): one is [string, string] => typeof one[1] === "string" && one[1] !== "");
  const [first, ...others] = given;
  const differing = others.find(([, pcid]) => pcid !== first?.[1]);
  if (first && differing) {
    throw refused(
      `the ${first[0]} says ${quoted(first[1])}, the ${differing[0]} ${quoted(differing[1])}. Name one connection.`,
    );
  }
  const [only] = usable;
  const pcid = first?.[1] ?? (usable.length === 1 ? only : undefined);
  if (pcid === undefined) {
    throw new RpcError(
      INVALID,
      `PCID is missing: name the Gorgias connection in the argument PCID of each call. This token may use ${told(usable)}.`,
    );
  }
  if (!usable.includes(pcid)) {
    throw refused(
      `there is no connection ${quoted(pcid)} that this token may use. It may use ${told(usable, pcid)}.`,
    );
  }
  return pcid;
}

/** A list of connections in words: where there are many, those that are nearest to a name. */
function told(pcids: readonly string[], near = ""): string {
  const left = pcids.length - MOST_TOLD;
  if (left <= 0) {
    return pcids.join(", ");
  }
  const wanted = near.slice(0, LONGEST_QUOTE).toLowerCase();
  const far = new Map(pcids.map((pcid) => [pcid, distance(pcid.toLowerCase(), wanted)]));
  const nearest = near ? pcids.toSorted((a, b) => (far.get(a) ?? 0) - (far.get(b) ?? 0)) : pcids;
  return `${nearest.slice(0, MOST_TOLD).join(", ")} and ${left} more, which the server's instructions list`;
}

function refused(sentence: string): RpcError {
  return new RpcError(INVALID, `PCID: ${sentence}`);
}

function quoted(pcid: string): string {
  return JSON.stringify(pcid.slice(0, LONGEST_QUOTE));
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null;
}

function kindOf(value: unknown): string {
  const kind = typeof value;
  return Array.isArray(value) ? "a list" : `${kind === "object" ? "an" : "a"} ${kind}`;
}
