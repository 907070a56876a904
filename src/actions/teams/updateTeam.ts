import { additionalFields } from "../../inputs/common";
import { memberChanges, teamFields, teamId, teamName } from "../../inputs/teams";
import { team } from "../../schemas/team";
import { endpoint } from "../endpoint";
import { changedMembers, checkMembers } from "./members";
import { teamBody } from "./teamBody";

export const updateTeam = endpoint({
  route: "PUT /teams/{id}",
  label: "Update Team",
  description:
    "Update a team. What is left blank stays as it is, and so do members whom nobody names. Don't change one team in two calls at once: one of the changes would be lost.",
  guidance:
    "members are added to those who are there and removeMembers taken out; with replaceMembers, members are all that the team has then. Members are read first, because Gorgias replaces all of them. Returns the team as it is afterwards.",
  inputs: {
    id: teamId,
    name: teamName,
    ...memberChanges,
    ...teamFields,
    additionalFields: additionalFields('{ "description": null }'),
  },
  returns: team,
  check: checkMembers,
  async body({ members, removeMembers, replaceMembers, ...rest }, { id }, gorgias) {
    const changes = { members, removeMembers, replaceMembers };
    return teamBody({ ...rest, members: await changedMembers(gorgias, id, changes) });
  },
});
