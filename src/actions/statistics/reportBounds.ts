import { toDatetime } from "../../fields/datetime";
import type { Values } from "../../fields/field";
import type { Refuser } from "../../fields/readInputs";
import type { reportQuestion } from "../../inputs/statistics";
import { type Question, questionOf } from "./question";

/** The most days that a report covers (docs/gorgias-api.md, "Statistics"). */
export const MOST_DAYS = 366;

const MS_PER_DAY = 86_400_000;

/** Refuses what Gorgias would, with words that say what to change. */
export function checkBounds(
  values: Values<typeof reportQuestion>,
  { refuse }: Refuser<typeof reportQuestion>,
): void {
  const question = questionOf(values);
  const days = (momentOf(question, "periodEnd") - momentOf(question, "periodStart")) / MS_PER_DAY;
  const where = values.end ? "end" : values.start ? "start" : "query";
  if (days > MOST_DAYS) {
    refuse(
      where,
      `the period has ${Math.ceil(days)} days, and Gorgias allows ${MOST_DAYS} at most. Ask for a part of it at a time.`,
    );
  }
  if (days < 0) {
    refuse(where, "the period ends before it begins.");
  }
  if (question.scope === "ticket-fields" && valuesOf(question, "customFieldId").length === 0) {
    refuse(
      "query",
      'the scope ticket-fields needs a filter that says which field, such as { "member": "customFieldId", "operator": "one-of", "values": ["8802"] }.',
    );
  }
}

/** What is no date is for Gorgias to refuse. */
function momentOf(question: Question, member: string): number {
  try {
    return Date.parse(toDatetime(valuesOf(question, member)[0], member));
  } catch {
    return Number.NaN;
  }
}

function valuesOf({ filters }: Question, member: string): readonly unknown[] {
  const values = filters.find((one) => one.member === member)?.values;
  return Array.isArray(values) ? values : [];
}
