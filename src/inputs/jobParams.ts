import * as z from "zod/mini";
import { isObject } from "../client/json";
import { toDatetime } from "../fields/datetime";
import { isBlank } from "../fields/field";
import { json } from "../fields/json";
import { freeForm } from "./shapes";

/** The ends of a period. */
const PERIOD: readonly string[] = ["start_datetime", "end_datetime"];

const moment = () => z.nullish(z.string().check(z.refine(isMoment, MOMENT)));

const MOMENT = "an ISO date-time such as 2026-03-01T09:30:00Z";

/** A blank one says as much as none. */
function isMoment(given: string): boolean {
  return isBlank(given) || momentIn(given) !== undefined;
}

/** What is read as a moment, as the form's inputs send it. */
function momentIn(given: unknown): string | undefined {
  try {
    return toDatetime(given, "");
  } catch {
    return undefined;
  }
}

/** What a job needs, as far as Gorgias names it (docs/gorgias-api.md, "Jobs"). */
const paramsShape = () =>
  z.looseObject({
    ticket_ids: z.nullish(z.array(z.int().check(z.minimum(1)))),
    view_id: z.nullish(z.int().check(z.minimum(1))),
    view: z.nullish(z.looseObject({ filters: z.nullish(z.string()) })),
    start_datetime: moment(),
    end_datetime: moment(),
    macro_id: z.nullish(z.int().check(z.minimum(1))),
    apply_and_close: z.nullish(z.boolean()),
    updates: z.nullish(freeForm()),
    url: z.nullish(z.string()),
  });

/** Params of a job, as JSON. The ends of a period become what the form makes of them. */
export function paramsInput(options: { readonly example: string; readonly comments: string }) {
  return json(paramsShape, { label: "Params", ...options }, (parsed) =>
    isObject(parsed)
      ? Object.fromEntries(
          Object.entries(parsed).map(([key, value]) => [
            key,
            PERIOD.includes(key) ? (momentIn(value) ?? value) : value,
          ]),
        )
      : parsed,
  );
}
