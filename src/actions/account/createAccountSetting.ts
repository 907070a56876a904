import { newSettingFields, newSettingType } from "../../inputs/account";
import { accountSetting } from "../../schemas/accountSetting";
import { endpoint } from "../endpoint";

export const createAccountSetting = endpoint({
  route: "POST /account/settings",
  label: "Create Account Setting",
  description: "Create a setting of the account, of a kind that it has none of yet.",
  guidance:
    "Look with {listAccountSettings} first: to change one that is there, use {updateAccountSetting}. It counts for everybody in the account.",
  inputs: { type: newSettingType, ...newSettingFields },
  returns: accountSetting,
});
