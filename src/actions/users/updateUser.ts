import { changedUserFields, changedUserId } from "../../inputs/users";
import { user } from "../../schemas/user";
import { endpoint } from "../endpoint";

export const updateUser = endpoint({
  route: "PUT /users/{id}",
  label: "Update User",
  description: "Update a user. What is left blank stays as it is. User 0 is who is signed in.",
  guidance:
    "A new email needs password_confirmation beside it, and new_password needs old_password. meta replaces what is there. Returns the user.",
  inputs: { id: changedUserId, ...changedUserFields },
  returns: user,
});
