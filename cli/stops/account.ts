import type { Stop } from "./stop";

/** The account. */
export const account: readonly Stop[] = [{ action: "getAccount" }];
