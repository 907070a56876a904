import { teamId } from "../../inputs/teams";
import { team } from "../../schemas/team";
import { endpoint } from "../endpoint";

export const getTeam = endpoint({
  route: "GET /teams/{id}",
  label: "Get Team",
  description: "Retrieve a team.",
  guidance: "Returns the team with its members, each with id, name and email.",
  inputs: { id: teamId },
  returns: team,
});
