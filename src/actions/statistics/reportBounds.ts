import { toDatetime } from "../../fields/datetime";
import type { Values } from "../../fields/field";
import type { Refuser } from "../../fields/readInputs";
import type { query as queryInput } from "../../inputs/statistics";

type QueryInput = { readonly query: typeof queryInput };
type Query = Values<QueryInput>["query"];

/** The most days that a report covers (docs/gorgias-api.md, "Statistics"). */
const MOST_DAYS = 366;

const MS_PER_DAY = 86_400_000;

/** Refuses what Gorgias would, with words that say what to change. */
export function checkBounds({ query }: Values<QueryInput>, { refuse }: Refuser<QueryInput>): void {
  const days = (momentOf(query, "periodEnd") - momentOf(query, "periodStart")) / MS_PER_DAY;
  if (days > MOST_DAYS) {
    refuse(
      "query",
      `the period from periodStart to periodEnd has ${Math.ceil(days)} days, and Gorgias allows ${MOST_DAYS} at most. Ask for a part of it at a time.`,
    );
  }
  if (query.scope === "ticket-fields" && valuesOf(query, "customFieldId").length === 0) {
    refuse(
      "query",
      'the scope ticket-fields needs a filter that says which field, such as { "member": "customFieldId", "operator": "one-of", "values": ["8802"] }.',
    );
  }
}

/** What is no date is for Gorgias to refuse. */
function momentOf(query: Query, member: string): number {
  try {
    return Date.parse(toDatetime(valuesOf(query, member)[0], member));
  } catch {
    return Number.NaN;
  }
}

function valuesOf({ filters }: Query, member: string): readonly unknown[] {
  const values = filters.find((one) => one.member === member)?.values;
  return Array.isArray(values) ? values : [];
}
