import { INVALID, RpcError } from "../rpcError";

/** The argument, and the header, that name the Gorgias connection. It is no parameter of any tool. */
export const PCID = "PCID";

/** The last part of the paths that offer no tool that changes something. No PCID is called so. */
export const READ_ONLY = "readonly";

/** Where a PCID can stand, and what stands there. */
export interface Named {
  readonly argument?: unknown;
  readonly header?: string | undefined;
  readonly path?: string | undefined;
}

/** The most connections that a text tells of. */
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
      `there is no connection ${quoted(pcid)} that this token may use. It may use ${told(usable)}.`,
    );
  }
  return pcid;
}

/** A list of connections in words, cut where it would be too long. */
export function told(connections: readonly string[]): string {
  const left = connections.length - MOST_TOLD;
  const shown = connections.slice(0, MOST_TOLD).join(", ");
  return left > 0 ? `${shown} and ${left} more` : shown;
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
  return Array.isArray(value) ? "a list" : `a value of the type ${typeof value}`;
}
