import { userFilters } from "../../inputs/users";
import { USER_ORDERS, user } from "../../schemas/user";
import { list } from "../list";

export const listUsers = list({
  route: "GET /users",
  label: "List Users",
  description: "List the users of the account: agents, admins and bots.",
  guidance: "To find one by a part of the name or e-mail address, give search.",
  filters: userFilters,
  orders: USER_ORDERS,
  item: user,
});
