import type { ActionGroup } from "../action";
import { createTeam } from "./createTeam";
import { deleteTeam } from "./deleteTeam";
import { getTeam } from "./getTeam";
import { listTeams } from "./listTeams";
import { updateTeam } from "./updateTeam";

/** Actions on teams. */
export const teams: ActionGroup = {
  title: "Teams",
  actions: { listTeams, getTeam, createTeam, updateTeam, deleteTeam },
};
