import { isObject } from "../../client/json";
import { listIn } from "../../schemas/search";

/**
 * An answer without what it holds twice. A search gives the steps of a flow what it found as a list
 * and, under `raw`, Gorgias' own answer: for a model that is the same list once more. An answer in
 * which no list was found stays as it is.
 */
export function foundOnce(answer: unknown): unknown {
  if (!isObject(answer) || answer.raw === undefined || listIn(answer.raw) !== answer.data) {
    return answer;
  }
  const { raw: _, ...once } = answer;
  return once;
}
