import http from "node:http";
import axios from "axios";
import { type AccountAccess, bareLoop, headersOf, type Reader } from "./reader";

/** Reads with axios as it comes, over a connection that stays open, and nothing beside. */
export function bareAxios(account: AccountAccess): Reader {
  const client = axios.create({
    headers: headersOf(account),
    httpAgent: new http.Agent({ keepAlive: true }),
  });
  return bareLoop(account.url, async (url) => (await client.get<unknown>(url)).data);
}
