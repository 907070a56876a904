import { oneLine } from "../../cli/text";
import type { Mask } from "../../src/client/secrets";
import { isBlank } from "../../src/fields/field";
import { isFile } from "../fileReference";
import type { InputValues } from "../messages";

/** How much of what an input holds is said: an ID and more, not a whole message. */
const LONGEST_VALUE = 80;

/** How much is said of all inputs of a run. */
const LONGEST = 200;

/**
 * What an input holds, in a few words.
 *
 * @param mask takes secrets out before anything is cut: a part of one would not be known
 */
export function inShort(value: unknown, mask: Mask): string {
  return oneLine(mask(textOf(value)), LONGEST_VALUE);
}

/** What tells one run of a step from another: `limit 2, cursor WyJuZXh0Il0=`. */
export function inputsInShort(inputs: InputValues, mask: Mask): string {
  const said = Object.entries(inputs).filter(([, value]) => !isBlank(value));
  return oneLine(said.map(([key, value]) => `${key} ${inShort(value, mask)}`).join(", "), LONGEST);
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) {
    return value.map(textOf).join(", ");
  }
  if (isFile(value)) {
    return value.name;
  }
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
