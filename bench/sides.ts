import { bareAxios } from "./bareAxios";
import { bareNode } from "./bareNode";
import { connectTo } from "./connector";
import type { AccountAccess, Reader } from "./reader";

const SIDES = { connector: connectTo, axios: bareAxios, node: bareNode } satisfies Record<
  string,
  (account: AccountAccess) => Reader
>;

/** Who reads. */
export type Side = keyof typeof SIDES;

/** The reader that a process was started for: its arguments are a side and the account. */
export function readerOfProcess(): Reader {
  const [side = "", account = ""] = process.argv.slice(2);
  return SIDES[side as Side](JSON.parse(account) as AccountAccess);
}

/** Those arguments. */
export function argumentsOf(side: Side, { url, username, apiKey }: AccountAccess): string[] {
  return [side, JSON.stringify({ url, username, apiKey })];
}
