import http from "node:http";
import { type AccountAccess, bareLoop, headersOf, type Reader } from "./reader";

/** Reads with nothing but what Node brings: the least that a request can cost. */
export function bareNode(account: AccountAccess): Reader {
  const agent = new http.Agent({ keepAlive: true });
  const headers = headersOf(account);
  return bareLoop(account.url, async (url) => {
    const body = await new Promise<Buffer>((resolve, reject) => {
      const request = http.get(url, { agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => resolve(Buffer.concat(chunks)));
        response.on("error", reject);
      });
      request.on("error", reject);
    });
    return JSON.parse(body.toString("utf8"));
  });
}
