import type { Refusal, Step } from "../../messages";

/** In the order of the form, what is of the whole form first. A check and a run may find the same. */
export function inOrder({ inputs }: Step, refusals: readonly Refusal[]): readonly Refusal[] {
  const once = new Map(refusals.map((one) => [`${one.input} ${one.message}`, one]));
  const placeOf = ({ input }: Refusal) => inputs.findIndex(({ key }) => key === input);
  return [...once.values()].sort((one, other) => placeOf(one) - placeOf(other));
}

/** What is said under a field; undefined where nothing is wrong with it. */
export function errorOf(key: string, refusals: readonly Refusal[]): string | undefined {
  const messages = refusals.filter(({ input }) => input === key).map(({ message }) => message);
  return messages.length > 0 ? messages.join(" ") : undefined;
}

/** What is said beside Run when a form was not sent. */
export function nothingSent(refusals: readonly Refusal[]): string {
  const count = new Set(refusals.flatMap(({ input }) => input ?? [])).size;
  const what = count === 1 ? "1 input has" : `${count} inputs have`;
  return count === 0 ? "Nothing was sent." : `Nothing was sent: ${what} to be changed.`;
}
