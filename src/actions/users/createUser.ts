import { newUserFields } from "../../inputs/users";
import { user } from "../../schemas/user";
import { endpoint } from "../endpoint";

export const createUser = endpoint({
  route: "POST /users",
  label: "Create User",
  description: "Create a user of the helpdesk: an agent, an admin or a bot.",
  guidance:
    "A user works in the helpdesk and can take a seat of its plan; somebody who writes to the shop is a customer: for those use {createCustomer}. Returns the new user with its id.",
  inputs: newUserFields,
  returns: user,
});
