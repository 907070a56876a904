import { ProtocolError } from "@modelcontextprotocol/server";

/** A call that is refused as a whole, with a code of JSON-RPC and a sentence for whoever wrote the client. */
export class RpcError extends ProtocolError {}

/**
 * The JSON-RPC code for a call that is refused as a whole (docs/gorgias-api.md, "MCP servers of this
 * kind").
 */
export const INVALID = -32_000;

/** The JSON-RPC code for a failure of the server itself. */
export const INTERNAL = -32_603;
