import type { ActionGroup } from "../action";
import { createUser } from "./createUser";
import { deleteUser } from "./deleteUser";
import { getUser } from "./getUser";
import { listUsers } from "./listUsers";
import { updateUser } from "./updateUser";

/** Actions on users: agents, admins and bots. */
export const users: ActionGroup = {
  title: "Users",
  actions: { listUsers, getUser, createUser, updateUser, deleteUser },
};
