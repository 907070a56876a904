import { isObject } from "../../client/json";
import type { Values } from "../../fields/field";
import type { Refuser } from "../../fields/readInputs";
import type { ticketTagInputs } from "../../inputs/ticketTags";

type TagInputs = ReturnType<typeof ticketTagInputs>;

/** Refuses to work on no tags at all. */
export function needTags(
  { ids, names }: Values<TagInputs>,
  { refuse, nameOf }: Refuser<TagInputs>,
): void {
  if (ids === undefined && names === undefined) {
    refuse("ids", `is needed: fill it in, or ${nameOf("names")}, or both.`);
  }
}

/** Which tags of which ticket a step was about. */
export function namedTags({
  ticket_id,
  ids = [],
  names = [],
}: Values<TagInputs> & { readonly ticket_id: number }) {
  return { ticket_id, ids, names };
}

/** The same beside what Gorgias answered, if anything; a list stands under `data`. */
export function withNamedTags(
  answered: unknown,
  values: Values<TagInputs> & { readonly ticket_id: number },
) {
  const answer = Array.isArray(answered) ? { data: answered } : answered;
  return { ...(isObject(answer) && answer), ...namedTags(values) };
}
