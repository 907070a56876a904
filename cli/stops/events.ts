import { earlier } from "../earlier";
import type { Stop } from "./stop";

/** What happened so far. */
export const events: readonly Stop[] = [
  {
    action: "listEvents",
    inputs: { object_type: "Ticket", object_id: earlier("createTicket", "id"), limit: "5" },
  },
  { action: "getEvent", inputs: { id: earlier("listEvents", "data", 0, "id") } },
];
