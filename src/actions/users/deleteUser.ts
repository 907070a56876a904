import { deletedUserId } from "../../inputs/users";
import { deletion } from "../../schemas/deletion";
import { endpoint } from "../endpoint";

export const deleteUser = endpoint({
  route: "DELETE /users/{id}",
  label: "Delete User",
  description:
    "Delete a user for good. Gorgias doesn't document what happens to tickets that are assigned to the user: assign them to somebody else first.",
  directions:
    "This cannot be undone: assign the user's tickets to somebody else first. To keep somebody from signing in, use Update User with Active set to No.",
  guidance:
    "To keep somebody from signing in without deleting the user, use {updateUser} with active false. Returns { id, deleted }.",
  inputs: { id: deletedUserId },
  returns: deletion,
});
