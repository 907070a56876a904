import type { ActionGroup } from "../action";
import { createAccountSetting } from "./createAccountSetting";
import { getAccount } from "./getAccount";
import { listAccountSettings } from "./listAccountSettings";
import { updateAccountSetting } from "./updateAccountSetting";

/** Actions on the account itself. */
export const account: ActionGroup = {
  title: "Account",
  actions: { getAccount, listAccountSettings, createAccountSetting, updateAccountSetting },
};
