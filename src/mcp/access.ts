import { createHash, timingSafeEqual } from "node:crypto";
import type { Connection } from "@prismatic-io/spectral";
import type { Config, Grant } from "./config";
import { INVALID, RpcError } from "./rpcError";

/** What whoever holds a token may do. */
export interface Access {
  /** Tells one token's calls from another's. */
  readonly id: string;
  /**
   * The Gorgias connection of a call.
   *
   * @param pcid the argument that names it
   * @throws RpcError that does not tell a connection that is not allowed from one that is not there
   */
  readonly connectionOf: (pcid: unknown) => Connection;
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
      const connectionOf = (pcid: unknown) => connectionFor(pcid, grant, config);
      found = { id: hash.toString("hex"), connectionOf };
    }
  }
  return found;
}

function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

function connectionFor(pcid: unknown, allowed: Grant, { connections }: Config): Connection {
  if (typeof pcid !== "string" || pcid === "") {
    throw new RpcError(
      INVALID,
      "PCID is missing: name the Gorgias connection in the argument PCID of each call.",
    );
  }
  const connection = connections.get(pcid);
  if (!connection || !(allowed === "*" || allowed.has(pcid))) {
    throw new RpcError(
      INVALID,
      `PCID: there is no connection ${JSON.stringify(pcid.slice(0, 100))} that this token may use.`,
    );
  }
  return connection;
}
