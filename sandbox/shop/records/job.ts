import type { Micros } from "../../clock";

/** The values of `type` (`docs/gorgias-api.md`, "Jobs"). */
export const JOB_TYPES = [
  "applyMacro",
  "deleteTicket",
  "exportTicket",
  "importMacro",
  "exportMacro",
  "updateTicket",
  "exportTicketDrilldown",
  "exportConvertCampaignSalesDrilldown",
] as const;

/** One of these. */
export type JobType = (typeof JOB_TYPES)[number];

/** The values of `status` (`docs/gorgias-api.md`, "Jobs"). */
export const JOB_STATUSES = [
  "pending",
  "scheduled",
  "running",
  "done",
  "cancel_requested",
  "canceled",
  "errored",
  "fatal_errored",
] as const;

/** Work that the account does by itself, on many tickets or macros at once. */
export interface Job {
  id: number;
  type: JobType;
  status: (typeof JOB_STATUSES)[number];
  /** As they were sent. */
  params: Record<string, unknown>;
  /** How far it has come, and what came of it. */
  info: Record<string, unknown>;
  meta: Record<string, unknown> | null;
  userId: number | null;
  created_datetime: Micros;
  scheduled_datetime: Micros;
  started_datetime: Micros | null;
  ended_datetime: Micros | null;
  failed_datetime: Micros | null;
  locked_datetime: Micros | null;
  cancel_requested_datetime: Micros | null;
  cancelled_datetime: Micros | null;
}
