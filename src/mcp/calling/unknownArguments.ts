import { closest, distance } from "fastest-levenshtein";
import { MOST_FAULTS, type Refusal } from "../../fields/inputError";

/** As much of a name is looked at: none of ours is longer. */
const LONGEST_NAME = 100;

/**
 * Refuses names that a tool does not have: a few of them by name, the others by their number, and
 * tells once which names there are.
 */
export function unknownArguments(
  unknown: readonly string[],
  known: readonly string[],
): readonly Refusal[] {
  const told = unknown.slice(0, MOST_FAULTS);
  const more = unknown.length - told.length;
  const end = [
    ...(more > 0 ? [`${more} more unknown arguments were given.`] : []),
    `There are: ${known.join(", ")}.`,
  ].join(" ");
  return told.map((name, index) => {
    const problem = ["there is no such argument.", ...meant(name, known)].join(" ");
    return { input: name, problem: index === told.length - 1 ? `${problem} ${end}` : problem };
  });
}

/** The name that was probably meant. */
function meant(name: string, known: readonly string[]): readonly string[] {
  if (name.length > LONGEST_NAME || known.length === 0) {
    return [];
  }
  const near = closest(name, known);
  const isNear = distance(name, near) <= Math.max(2, Math.ceil(name.length / 3));
  return isNear ? [`Did you mean ${near}?`] : [];
}
