import type { JsonObject } from "../../client/json";
import { isBlank } from "../../fields/field";
import { instantOf } from "../../schemas/instant";

/** The kinds of jobs that would be about all tickets if nobody said which. */
const ABOUT_TICKETS: readonly unknown[] = [
  "applyMacro",
  "updateTicket",
  "deleteTicket",
  "exportTicket",
];

/** The ways to say which tickets a job is about, with the params of each (docs/gorgias-api.md, "Jobs"). */
export const WAYS = {
  ticket_ids: ["ticket_ids"],
  view_id: ["view_id"],
  filters: ["view"],
  start_datetime: ["start_datetime", "end_datetime"],
} as const;

/** Such a way, by the form's input for it. */
export type Way = keyof typeof WAYS;

/** The ways that params say. */
export function waysIn(params: JsonObject): Way[] {
  return (Object.keys(WAYS) as Way[]).filter((way) =>
    WAYS[way].some((key) => !isBlank(params[key])),
  );
}

/** Why params cannot say which tickets a job is about. */
export type SelectionFault =
  | { readonly kind: "none" }
  | { readonly kind: "several"; readonly ways: readonly [Way, Way] }
  /** A view or half of a period, which would be about more tickets than anybody meant. */
  | { readonly kind: "part"; readonly way: Way; readonly lacks: string; readonly given: string }
  | { readonly kind: "reversed"; readonly way: Way };

/**
 * What is wrong with the tickets that params say, one of each job that is about tickets.
 *
 * @param type the kind of job
 */
export function selectionFault(type: unknown, params: JsonObject): SelectionFault | undefined {
  const [way, other] = waysIn(params);
  if (way === undefined) {
    return ABOUT_TICKETS.includes(type) ? { kind: "none" } : undefined;
  }
  if (other !== undefined) {
    return { kind: "several", ways: [way, other] };
  }
  const { view, start_datetime: start, end_datetime: end } = params;
  if (way === "filters") {
    const lacksFilters = isBlank((view as JsonObject).filters);
    return lacksFilters ? { kind: "part", way, lacks: "filters", given: "view" } : undefined;
  }
  if (way !== "start_datetime") {
    return undefined;
  }
  if (isBlank(start) || isBlank(end)) {
    const [lacks, given] = isBlank(start)
      ? ["start_datetime", "end_datetime"]
      : ["end_datetime", "start_datetime"];
    return { kind: "part", way, lacks, given };
  }
  const [from, until] = [instantOf(start), instantOf(end)];
  const isReversed = from !== undefined && until !== undefined && until < from;
  return isReversed ? { kind: "reversed", way } : undefined;
}

/** What a refusal says of params that hold a part of what says which tickets. */
export function partly({
  given,
  lacks,
}: {
  readonly given: string;
  readonly lacks: string;
}): string {
  return `${given} needs ${lacks} beside it, or the job is about other tickets than those that are meant.`;
}

/** What a refusal says of params whose period ends before it begins. */
export const REVERSED = "end_datetime is before start_datetime.";
