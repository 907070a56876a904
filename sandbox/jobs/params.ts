import { z } from "zod";
import { datetime, freeObject, id } from "../parameters";
import { invalid } from "../problem";
import type { Shop } from "../shop";
import type { JobType } from "../shop/records/job";
import { PRIORITIES, STATUSES } from "../shop/records/ticket";
import { viewOf } from "../shop/viewAccess";
import { read } from "../validation";
import { queryFields } from "../viewQuery";

/** The ways to say which tickets a job is about (`docs/gorgias-api.md`, "Jobs"). */
const selection = {
  ticket_ids: z.array(id).min(1).exactOptional(),
  view_id: id.exactOptional(),
  view: z.strictObject({ ...queryFields, filters: queryFields.filters.unwrap() }).exactOptional(),
  start_datetime: datetime.nullable().exactOptional(),
  end_datetime: datetime.nullable().exactOptional(),
};

/** What of a job's parameters says which tickets it is about. */
export type Selection = z.output<z.ZodObject<typeof selection, z.core.$strict>>;

/** One way to select, not two. */
function oneWay(params: Selection): boolean {
  const hasPeriod = params.start_datetime != null || params.end_datetime != null;
  const ways = [params.ticket_ids, params.view_id, params.view, hasPeriod || undefined];
  return ways.filter((way) => way !== undefined).length === 1;
}

const ONE_WAY = { error: "Exactly one of ticket_ids, view_id, view or a period is needed." };

/** What a job can change about tickets; `tags` are added to those that are there. */
const updates = z
  .strictObject({
    status: z.enum(STATUSES).exactOptional(),
    priority: z.enum(PRIORITIES).exactOptional(),
    tags: z.array(z.string().min(1).max(256)).exactOptional(),
    assignee_user: z
      .object({ id: z.int().min(0).nullable().exactOptional() })
      .nullable()
      .exactOptional(),
    assignee_team: z
      .object({ id: z.int().min(0).nullable().exactOptional() })
      .nullable()
      .exactOptional(),
    trashed_datetime: datetime.nullable().exactOptional(),
    snooze_datetime: datetime.nullable().exactOptional(),
    spam: z.boolean().exactOptional(),
  })
  .refine((given) => Object.keys(given).length > 0, { error: "Nothing to update." });

const tickets = z.strictObject(selection).refine(oneWay, ONE_WAY);

/** What each type of job takes (`docs/gorgias-api.md`, "Jobs"). */
export const PARAMS = {
  applyMacro: z
    .strictObject({ ...selection, macro_id: id, apply_and_close: z.boolean().exactOptional() })
    .refine(oneWay, ONE_WAY),
  updateTicket: z.strictObject({ ...selection, updates }).refine(oneWay, ONE_WAY),
  deleteTicket: tickets,
  exportTicket: tickets,
  exportMacro: z.strictObject({}),
  importMacro: z.strictObject({ url: z.url() }),
  exportTicketDrilldown: freeObject,
  exportConvertCampaignSalesDrilldown: freeObject,
} as const satisfies Record<JobType, z.ZodType>;

/** Answers 400 for parameters that a type of job does not take, or that lead nowhere. */
export function checkParams(shop: Shop, type: JobType, params: unknown, by: number | null): void {
  const given: { macro_id?: unknown; view_id?: unknown } = read(PARAMS[type], params, "params");
  if (typeof given.macro_id === "number" && shop.macros.get(given.macro_id) === undefined) {
    throw invalid("params.macro_id", `There is no macro ${given.macro_id}.`);
  }
  if (typeof given.view_id === "number" && viewOf(shop, given.view_id, by) === undefined) {
    throw invalid("params.view_id", `There is no view ${given.view_id}.`);
  }
}
