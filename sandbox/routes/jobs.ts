import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { isoFromMicros, isoOrNull, MINUTE, type Micros } from "../clock";
import { checkParams } from "../jobs/params";
import { datetime, freeObject, orderBy, paging } from "../parameters";
import { invalid, Problem } from "../problem";
import { JOB_STATUSES, JOB_TYPES, type Job, type JobType } from "../shop/records/job";
import { refuseBelow } from "../shop/roles";
import { serveCollection } from "./collection";

const listQuery = z.strictObject({
  ...paging(),
  order_by: orderBy("created_datetime"),
  status: z.enum(JOB_STATUSES).optional(),
  type: z.enum(JOB_TYPES).optional(),
});

const scheduled = datetime.nullable().exactOptional();
const meta = freeObject.nullable().exactOptional();

const createBody = z.strictObject({
  type: z.enum(JOB_TYPES),
  params: freeObject,
  meta,
  scheduled_datetime: scheduled,
});

const updateBody = z.strictObject({
  params: freeObject.exactOptional(),
  meta,
  scheduled_datetime: scheduled,
  status: z.enum(JOB_STATUSES).exactOptional(),
});

/** `docs/gorgias-api.md`, "Jobs". */
const MOST_AHEAD = 60 * MINUTE;

/** What only those may let a job do who may do it themselves (`docs/gorgias-api.md`, "Permissions"). */
const FOR_LEADS: readonly JobType[] = [
  "deleteTicket",
  "exportTicket",
  "importMacro",
  "exportMacro",
];

/** Jobs. What of them is due is done before the next request is answered. */
export function jobRoutes(api: Api, context: RouteContext): void {
  const { shop, jobs } = context;
  api.addHook("onRequest", async () => jobs.runDue());

  /** Whoever may not make a job of this type may not steer one either. */
  const refuseUnlessAllowed = (type: JobType, by: number | null) => {
    if (FOR_LEADS.includes(type)) refuseBelow(shop, "agent", by);
  };

  serveCollection(api, context, {
    path: "/jobs",
    records: shop.jobs,
    shape: jobShape,
    list: {
      query: listQuery,
      select: ({ status, type }) => ({
        where: (job) =>
          (status === undefined || job.status === status) &&
          (type === undefined || job.type === type),
      }),
    },
    get: {},
    create: {
      body: createBody,
      make: ({ type, params, meta: given = null, scheduled_datetime: at = null }, by) => {
        refuseUnlessAllowed(type, by);
        checkParams(shop, type, params, by);
        const now = shop.stamp();
        return shop.jobs.add({
          id: shop.jobs.nextId(),
          type,
          params,
          meta: given,
          info: {},
          userId: by,
          created_datetime: now,
          ...scheduleOf(at, now),
          started_datetime: null,
          ended_datetime: null,
          failed_datetime: null,
          locked_datetime: null,
          cancel_requested_datetime: null,
          cancelled_datetime: null,
        });
      },
    },
    update: {
      body: updateBody,
      change: (job, { status, scheduled_datetime: at, params, ...rest }, by) => {
        refuseUnlessAllowed(job.type, by);
        const waits = job.status === "pending" || job.status === "scheduled";
        if (params !== undefined) {
          if (!waits) throw invalid("params", `The job is ${job.status} already.`);
          checkParams(shop, job.type, params, by);
        }
        if (at !== undefined && !waits) {
          throw invalid("scheduled_datetime", `The job is ${job.status} already.`);
        }
        const cancels = status === "canceled" || status === "cancel_requested";
        if (status !== undefined && status !== job.status) {
          if (!cancels) throw invalid("status", "A job can be canceled, and nothing else.");
          refuseEnded(job);
        }
        shop.jobs.change(job, {
          ...rest,
          ...(params && { params }),
          ...(at !== undefined && scheduleOf(at, shop.stamp())),
        });
        if (status !== undefined && cancels && status !== job.status) jobs.cancel(job);
        return job;
      },
    },
    remove: (job, by) => {
      refuseUnlessAllowed(job.type, by);
      if (job.status === "canceled" || job.status === "cancel_requested") return;
      refuseEnded(job);
      jobs.cancel(job);
    },
  });
}

function refuseEnded({ status }: Job): void {
  if (["done", "errored", "fatal_errored"].includes(status)) {
    throw new Problem(400, `A job that is ${status} cannot be canceled.`);
  }
}

function scheduleOf(at: Micros | null, now: Micros): Pick<Job, "status" | "scheduled_datetime"> {
  if (at !== null && at > now + MOST_AHEAD) {
    throw invalid("scheduled_datetime", "At most 60 minutes ahead.");
  }
  return at !== null && at > now
    ? { status: "scheduled", scheduled_datetime: at }
    : { status: "pending", scheduled_datetime: now };
}

/** A job, as in `test/schemas/recorded/get-job.json`. */
function jobShape(job: Job) {
  const { userId, ...rest } = job;
  return {
    ...rest,
    user_id: userId,
    uri: `/api/jobs/${job.id}/`,
    created_datetime: isoFromMicros(job.created_datetime),
    scheduled_datetime: isoFromMicros(job.scheduled_datetime),
    started_datetime: isoOrNull(job.started_datetime),
    ended_datetime: isoOrNull(job.ended_datetime),
    failed_datetime: isoOrNull(job.failed_datetime),
    locked_datetime: isoOrNull(job.locked_datetime),
    cancel_requested_datetime: isoOrNull(job.cancel_requested_datetime),
    cancelled_datetime: isoOrNull(job.cancelled_datetime),
  };
}
