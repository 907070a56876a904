/**
 * What answers a request that is refused before anybody looks at its message.
 *
 * @param code of JSON-RPC
 * @param message a sentence for whoever wrote the client
 */
export function problem(
  status: number,
  code: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return Response.json({ jsonrpc: "2.0", error: { code, message }, id: null }, { status, headers });
}
