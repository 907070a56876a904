import { DAY, MINUTE, type Micros } from "../../clock";
import type { Job } from "../records/job";
import { OWNER_ID } from "../records/user";

/** The job that is still to come. */
const LAST_ID = 1_551_829;

const SECOND: Micros = 1_000_000;

/** Jobs of the last days: two that went well, one that did not, one canceled, one still to come. */
export function jobs(today: Micros): Job[] {
  const made: (Pick<Job, "type" | "status" | "params"> & Partial<Job>)[] = [
    { type: "exportMacro", status: "done", params: {}, info: { progress_count: 1 } },
    {
      type: "updateTicket",
      status: "done",
      params: { view: { filters: "eq(ticket.status, 'open')" }, updates: { tags: ["follow-up"] } },
      info: { progress_count: 12 },
      meta: { reason: "Summer sale" },
      userId: OWNER_ID + 1,
    },
    {
      type: "applyMacro",
      status: "errored",
      params: { view_id: 900_209, macro_id: 374_600 },
      info: { error: "Macro 374600 not found." },
    },
    { type: "exportMacro", status: "canceled", params: {} },
    // So far ahead that it waits for as long as anybody looks.
    {
      type: "applyMacro",
      status: "scheduled",
      params: { view_id: 900_209, macro_id: 374_718 },
      scheduled_datetime: today + 365 * DAY,
    },
  ];
  return made.map((job, index) => {
    const created = today - (made.length - index) * 7 * 60 * MINUTE + 231_080;
    const ran = job.status === "done" || job.status === "errored";
    const started = ran ? created + SECOND : null;
    const ended = ran ? created + 4 * SECOND : null;
    return {
      id: LAST_ID - (made.length - 1 - index) * 7,
      info: {},
      meta: null,
      userId: OWNER_ID,
      created_datetime: created,
      scheduled_datetime: created,
      started_datetime: started,
      ended_datetime: ended,
      failed_datetime: job.status === "errored" ? ended : null,
      locked_datetime: started,
      cancel_requested_datetime: null,
      cancelled_datetime: job.status === "canceled" ? created + 3 * SECOND : null,
      ...job,
    };
  });
}
