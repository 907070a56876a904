import {
  anything,
  boolean,
  type Described,
  freeForm,
  integer,
  moment,
  nullable,
  object,
  type Resource,
  text,
} from "./schema";

/** What a job can do (docs/gorgias-api.md, "Jobs"). */
export const JOB_TYPES = [
  "applyMacro",
  "updateTicket",
  "deleteTicket",
  "exportTicket",
  "exportTicketDrilldown",
  "exportConvertCampaignSalesDrilldown",
  "importMacro",
  "exportMacro",
] as const;

/** How far a job is (docs/gorgias-api.md, "Jobs"). */
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

const jobSchema = object(
  { id: integer, type: text, status: text },
  {
    params: nullable(freeForm),
    info: anything,
    meta: nullable(freeForm),
    user_id: nullable(integer),
    uri: text,
    created_datetime: moment,
    scheduled_datetime: nullable(moment),
    started_datetime: nullable(moment),
    ended_datetime: nullable(moment),
    failed_datetime: nullable(moment),
    locked_datetime: nullable(moment),
    cancel_requested_datetime: nullable(moment),
    cancelled_datetime: nullable(moment),
  },
);

/** Work that Gorgias does in the background (docs/gorgias-api.md, "Jobs"). */
export const job: Resource<Described<typeof jobSchema>> = {
  schema: jobSchema,
  example: {
    id: 1551829,
    type: "exportTicket",
    status: "pending",
    params: { view_id: 900209 },
    info: {},
    meta: null,
    user_id: 400746608,
    uri: "/api/jobs/1551829/",
    created_datetime: "2024-11-14T14:27:00.789718+00:00",
    scheduled_datetime: "2024-11-14T14:27:00.789718+00:00",
    started_datetime: null,
    ended_datetime: null,
    failed_datetime: null,
    locked_datetime: null,
    cancel_requested_datetime: null,
    cancelled_datetime: null,
  },
};

const cancellationSchema = object({ id: integer, cancel_requested: boolean });

/** What cancelling a job answers, because Gorgias itself answers nothing (204). */
export const cancellation: Resource<Described<typeof cancellationSchema>> = {
  schema: cancellationSchema,
  example: { id: 1551829, cancel_requested: true },
};
