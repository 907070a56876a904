import { account } from "../../schemas/account";
import { defineAction } from "../defineAction";

export const getAccount = defineAction({
  key: "getAccount",
  label: "Get Account",
  description: "Retrieve your account.",
  readOnly: true,
  inputs: {},
  returns: account,
  perform: (gorgias) => gorgias.get("/account"),
});
