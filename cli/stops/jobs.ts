import { earlier } from "../earlier";
import type { Stop } from "./stop";

/** Late enough that the job has not begun when it is cancelled, and no later than Gorgias takes. */
const IN_HALF_AN_HOUR = new Date(Date.now() + 30 * 60_000).toISOString();

/** A job, which is cancelled again. */
export const jobs: readonly Stop[] = [
  {
    action: "createJob",
    inputs: {
      type: "exportTicket",
      ticket_ids: [earlier("createTicket", "id")],
      scheduled_datetime: IN_HALF_AN_HOUR,
    },
  },
  { action: "getJob", inputs: { id: earlier("createJob", "id") } },
  { action: "updateJob", inputs: { id: earlier("createJob", "id"), meta: { reason: "Tour" } } },
  { action: "cancelJob", inputs: { id: earlier("createJob", "id") } },
];
