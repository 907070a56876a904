import { TEAM_ORDERS, team } from "../../schemas/team";
import { list } from "../list";

export const listTeams = list({
  route: "GET /teams",
  label: "List Teams",
  description: "List the teams of the account with their members.",
  guidance: "To find one by a part of its name, use {search} with the type team.",
  filters: {},
  orders: TEAM_ORDERS,
  item: team,
});
