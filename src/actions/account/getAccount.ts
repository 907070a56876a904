import { account } from "../../schemas/account";
import { endpoint } from "../endpoint";

export const getAccount = endpoint({
  route: "GET /account",
  label: "Get Account",
  description: "Retrieve your account.",
  guidance:
    "Returns the account with its domain and settings: a cheap way to see whether the connection works.",
  inputs: {},
  returns: account,
});
