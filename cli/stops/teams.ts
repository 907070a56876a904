import { earlier } from "../earlier";
import type { Stop } from "./stop";

/** Two agents whom every sandbox has. */
const [NORA, THEO] = [400746609, 400746610];

/** A team, which the tour deletes again. */
export const teams: readonly Stop[] = [
  { action: "createTeam", inputs: { name: "Tour guides", emoji: "🧭", members: [NORA] } },
  { action: "getTeam", inputs: { id: earlier("createTeam", "id") } },
  {
    action: "updateTeam",
    inputs: { id: earlier("createTeam", "id"), members: [THEO], removeMembers: [NORA] },
  },
  { action: "listTeams", inputs: { order_by: "name:asc" } },
  { action: "deleteTeam", inputs: { id: earlier("createTeam", "id") } },
];
