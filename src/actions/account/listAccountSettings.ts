import { ofSettingType } from "../../inputs/account";
import { accountSettings } from "../../schemas/accountSetting";
import { endpoint } from "../endpoint";

export const listAccountSettings = endpoint({
  route: "GET /account/settings",
  label: "List Account Settings",
  description: "List all settings of the account, such as its business hours.",
  guidance: "Returns { data } with all of them: there are no pages.",
  inputs: { type: ofSettingType },
  returns: accountSettings,
});
