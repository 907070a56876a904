import { userId } from "../../inputs/users";
import { user } from "../../schemas/user";
import { endpoint } from "../endpoint";

export const getUser = endpoint({
  route: "GET /users/{id}",
  label: "Get User",
  description: "Retrieve a user: an agent, an admin or a bot. User 0 is who is signed in.",
  guidance:
    "With id 0 it tells who the connection is signed in as. To find a user by name, use {listUsers}.",
  inputs: { id: userId },
  returns: user,
});
