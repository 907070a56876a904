import { earlier } from "../earlier";
import type { Stop } from "./stop";

/** A user of the tour, who is deleted again. */
export const users: readonly Stop[] = [
  { action: "getUser", inputs: { id: "0" } },
  {
    action: "createUser",
    inputs: { name: "Kim Tour", email: "kim.tour@example.com", role: "lite-agent" },
  },
  {
    action: "updateUser",
    inputs: {
      id: earlier("createUser", "id"),
      bio: "Here for the tour.",
      timezone: "Europe/Paris",
    },
  },
  { action: "listUsers", inputs: { search: "Kim Tour" } },
  { action: "deleteUser", inputs: { id: earlier("createUser", "id") } },
];
