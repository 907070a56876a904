import type { Values } from "../../fields/field";
import type { Refuser } from "../../fields/readInputs";
import { COMPARATORS, type eventFilters } from "../../inputs/events";

type EventFilters = Values<typeof eventFilters>;

/** Which end of a period each comparator is, and the input that says it as well. */
const ENDS = {
  gt: "createdAfter",
  gte: "createdAfter",
  lt: "createdBefore",
  lte: "createdBefore",
} as const;

/** Refuses one end of a period that is said in two inputs, and a period that ends before it begins. */
export function checkPeriod(
  values: EventFilters,
  { refuse, nameOf }: Refuser<typeof eventFilters>,
): void {
  for (const comparator of COMPARATORS) {
    const input = ENDS[comparator];
    if (values[input] !== undefined && values.created_datetime?.[comparator] !== undefined) {
      refuse(
        input,
        `cannot be combined with ${comparator} in ${nameOf("created_datetime")}. Clear one of the two.`,
      );
    }
  }
  const { createdAfter, createdBefore } = values;
  if (createdAfter && createdBefore && Date.parse(createdBefore) < Date.parse(createdAfter)) {
    refuse("createdBefore", "the period ends before it begins.");
  }
}

/** The filters as Gorgias takes them: a period that begins with its first moment and ends before its last. */
export function eventQuery({ createdAfter, createdBefore, ...rest }: EventFilters) {
  const created_datetime = {
    ...rest.created_datetime,
    ...(createdAfter && { gte: createdAfter }),
    ...(createdBefore && { lt: createdBefore }),
  };
  return { ...rest, created_datetime };
}
