import { required } from "../../fields/field";
import { additionalFields } from "../../inputs/common";
import { newMembers, teamFields, teamName } from "../../inputs/teams";
import { team } from "../../schemas/team";
import { endpoint } from "../endpoint";
import { teamBody } from "./teamBody";

export const createTeam = endpoint({
  route: "POST /teams",
  label: "Create Team",
  description: "Create a team.",
  guidance: "members are users who exist, by id. Returns the new team with its id.",
  inputs: {
    name: required(teamName),
    members: newMembers,
    ...teamFields,
    additionalFields: additionalFields('{ "decoration": { "emoji": "📦" } }'),
  },
  returns: team,
  body: teamBody,
});
