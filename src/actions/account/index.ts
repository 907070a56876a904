import type { ActionGroup } from "../action";
import { getAccount } from "./getAccount";

/** Actions on the account itself. */
export const account: ActionGroup = { title: "Account", actions: { getAccount } };
