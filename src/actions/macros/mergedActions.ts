import { isObject, type JsonObject } from "../../client/json";
import { refusal } from "../../fields/inputError";

/** What tells the actions of one macro apart: their names, and among several of a name their titles. */
type Action = JsonObject;

/** Makes the error for actions of which it is not clear which are meant; it is told their name. */
type Unclear = (name: unknown) => Error;

/**
 * Puts each action in the place of the one with its name, or else at the end. Among several of a
 * name, titles tell which.
 *
 * @param there what a macro does so far
 * @throws InputError where an action could be meant for any of several
 */
export function mergedActions(
  there: readonly Action[],
  given: readonly Action[],
  input: string,
): readonly Action[] {
  const placed = new Set<Action>();
  const inPlace = there.map((one) => {
    const takers = takersOf(one, there, given, (name) =>
      refusal(
        input,
        `the macro has several actions named ${name}, and it is not clear which of them is meant. Give each one that changes the title that it has, or all of them with this name. Nothing was changed.`,
      ),
    ).filter((taker) => !placed.has(taker));
    for (const taker of takers) {
      placed.add(taker);
    }
    return takers;
  });
  return [...inPlace.flat(), ...given.filter((one) => !placed.has(one))];
}

/** What takes the place of an action: itself, where nothing does. */
function takersOf(
  one: Action,
  there: readonly Action[],
  given: readonly Action[],
  unclear: Unclear,
): readonly Action[] {
  const namesakes = given.filter((other) => isNamed(one, other));
  const rivals = there.filter((other) => isNamed(one, other));
  if (namesakes.length === 0) {
    return [one];
  }
  if (rivals.length === 1) {
    return namesakes;
  }
  const areAllMeant = rivals.every((rival) => namesakes.some((other) => isTitled(rival, other)));
  const isStray = namesakes.some((other) => !rivals.some((rival) => isTitled(rival, other)));
  if (isStray && !areAllMeant) {
    throw unclear(one.name);
  }
  const same = namesakes.filter((other) => isTitled(one, other));
  const twins = rivals.filter((rival) => isTitled(one, rival));
  if (same.length === 0) {
    return [one];
  }
  if (twins.length === 1) {
    return same;
  }
  if (same.length !== twins.length) {
    throw unclear(one.name);
  }
  return same.slice(twins.indexOf(one), twins.indexOf(one) + 1);
}

const isNamed = (one: Action, other: Action) => one.name === other.name;

const isTitled = (one: Action, other: Action) => (one.title ?? "") === (other.title ?? "");

/**
 * Fills arguments in: in the action that is there, or else in a new one.
 *
 * @param given arguments, of which some may be undefined
 * @param input the input that they come from
 * @throws InputError where there are several such actions
 */
export function withArguments(
  actions: readonly Action[],
  fresh: Action,
  given: JsonObject,
  input: string,
): readonly Action[] {
  const filledIn = Object.entries(given).filter(([, value]) => value !== undefined);
  if (filledIn.length === 0) {
    return actions;
  }
  const [found = fresh, ...others] = actions.filter((one) => isNamed(one, fresh));
  if (others.length > 0) {
    throw refusal(
      input,
      `the macro has several actions named ${fresh.name}, and it is not clear which of them is meant: use Actions instead. Nothing was changed.`,
    );
  }
  const before = isObject(found.arguments) ? found.arguments : {};
  const changed = { ...found, arguments: { ...before, ...Object.fromEntries(filledIn) } };
  return found === fresh
    ? [...actions, changed]
    : actions.map((one) => (one === found ? changed : one));
}
