import { teamId } from "../../inputs/teams";
import { deletion } from "../../schemas/deletion";
import { endpoint } from "../endpoint";

export const deleteTeam = endpoint({
  route: "DELETE /teams/{id}",
  label: "Delete Team",
  description: "Delete a team for good. Its members stay users of the account.",
  guidance:
    "To take somebody out of a team, use {updateTeam} with removeMembers. Returns { id, deleted }.",
  inputs: { id: teamId },
  returns: deletion,
});
