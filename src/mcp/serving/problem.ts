/**
 * What answers a request that is refused before anybody carries it out.
 *
 * @param code of JSON-RPC
 * @param message a sentence for whoever wrote the client
 * @param id the request's, where it is known
 */
export function problem(
  status: number,
  code: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
  id: string | number | null = null,
): Response {
  return Response.json({ jsonrpc: "2.0", error: { code, message }, id }, { status, headers });
}
