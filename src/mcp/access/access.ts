import { timingSafeEqual } from "node:crypto";
import { readOnly, type Toolset } from "../tools/toolset";
import type { Config, Configured } from "./config";
import { type Grant, hashOf } from "./configTokens";
import { type Named, pcidOf } from "./pcid";

/** What whoever holds a token may do. */
export interface Access {
  /** Tells one token's calls from another's. */
  readonly id: string;
  /** What the audit calls the token. */
  readonly name: string;
  /**
   * What of a toolset it opens, with instructions that tell of the connections where calls have to
   * choose.
   *
   * @param isChosen whether the request has named the connection already
   * @returns undefined where it does not open the toolset
   */
  readonly offered: (toolset: Toolset, isChosen: boolean) => Toolset | undefined;
  /**
   * The Gorgias connection of a call, and its PCID.
   *
   * @throws RpcError that does not tell a connection that is not allowed from one that is not there
   */
  readonly connectionOf: (named: Named) => Configured & { readonly pcid: string };
}

/**
 * What a request may do, by its header Authorization.
 *
 * It takes the same time whichever token it is, or none of them.
 *
 * @returns undefined where the header holds no token of this server
 */
export function accessOf(authorization: string | undefined, config: Config): Access | undefined {
  const given = hashOf(/^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1] ?? "");
  let found: Access | undefined;
  for (const [token, grant] of config.tokens) {
    const hash = hashOf(token);
    if (timingSafeEqual(hash, given)) {
      found = accessBy(hash.toString("hex"), grant, config);
    }
  }
  return found;
}

function accessBy(id: string, grant: Grant, { connections }: Config): Access {
  const { name, pcids } = grant;
  return {
    id,
    name,
    offered(toolset, isChosen) {
      if (grant.toolsets && !grant.toolsets.includes(toolset.name)) {
        return undefined;
      }
      const offered = grant.readOnly ? readOnly(toolset) : toolset;
      return isChosen || pcids.length === 1
        ? offered
        : withInstructions(offered, choice(pcids, connections));
    },
    connectionOf(named) {
      const pcid = pcidOf(named, pcids);
      const configured = connections.get(pcid);
      if (!configured) {
        throw new Error("A token opens a connection that is not there.");
      }
      return { pcid, ...configured };
    },
  };
}

/** The same, with more to know; its tools are still made when somebody asks for them. */
function withInstructions(toolset: Toolset, more: string): Toolset {
  const { name, path, title, plan, instructions } = toolset;
  return {
    ...{ name, path, title, plan },
    instructions: `${instructions} ${more}`,
    get tools() {
      return toolset.tools;
    },
  };
}

/** How long the list of connections may be, in characters, with what is said about each. */
const LONGEST_CHOICE = 4_000;

function choice(pcids: readonly string[], connections: Config["connections"]): string {
  const described = pcids.map((pcid) => `${pcid} (${connections.get(pcid)?.about})`).join(", ");
  const each = described.length > LONGEST_CHOICE ? pcids.join(", ") : described;
  return `There are several Gorgias accounts: name one in the argument PCID of each call, beside the tool's own arguments. PCID is one of: ${each}.`;
}
