import type { Action } from "../actions/action";
import { methodOf } from "../actions/route";
import { isObject, type JsonObject } from "../client/json";
import { type Cleared, type Field, type Fields, isBlank, type Values } from "../fields/field";
import { refusal } from "../fields/inputError";
import type { Given, Parameter, Tool } from "./tool";

/** Whether an action changes something that is there, and leaves what it is not told as it is. */
export function isUpdate({ route, effect }: Action): boolean {
  return route !== undefined && !effect.readOnly && methodOf(route) === "PUT";
}

/**
 * The input of an argument, which never passes for left out when it was given with nothing in it:
 * null, an empty text, an empty list.
 *
 * - An update clears with it what Gorgias can clear. Everything else is refused: the call would
 *   succeed and change nothing.
 * - A read refuses it, null as well: without the filter that was meant, it would list everything.
 * - What is new has nothing to clear. null is how programs write that they mean nothing, and a field
 *   that the new object has stays empty. Of an argument that says how it is done, such as a reply's
 *   cc, an empty text or list may mean something else than leaving it out, and is refused.
 */
export function emptiable({ action }: Tool, { field, input }: Parameter): Field<unknown> {
  const isChange = isUpdate(action);
  return {
    ...field,
    async read(value, name) {
      const cleared = clearing(action, field, value);
      if (cleared) {
        return action.inputs.additionalFields ? undefined : cleared.value;
      }
      const read: unknown = await field.read(value, name);
      if (read === undefined && value !== undefined && !staysEmpty(action, input, value)) {
        throw refusal(name, isChange ? NOT_CLEARED : EMPTY);
      }
      return read;
    },
  };
}

/** How a value clears a field; undefined where it does not. */
function clearing(
  action: Action,
  { cleared }: Field<unknown>,
  value: unknown,
): Cleared | undefined {
  const isMeant = isUpdate(action) || (cleared?.ofNew === true && value === null);
  return isMeant && value !== undefined && isBlank(value) ? cleared : undefined;
}

const EMPTY = "is empty. Leave it out, or give it a value.";

const NOT_CLEARED =
  "cannot be cleared with this. Leave it out to keep what is there, or give it a value.";

/** Whether leaving something out has the effect that was asked for. */
function staysEmpty({ route, effect, definition }: Action, input: string, given: unknown): boolean {
  if (effect.readOnly || route === undefined || methodOf(route) !== "POST") {
    return false;
  }
  const { outputSchema: output } = definition;
  const schema: unknown = output && "schema" in output ? output.schema : undefined;
  const made = isObject(schema) && isObject(schema.properties) ? schema.properties : {};
  return given === null || Object.hasOwn(made, input);
}

/**
 * What a call clears: what is sent, by where it stands in the body.
 *
 * @throws InputError for something that another argument of the call sets
 */
export function clearedBy({ action, parameters }: Tool, given: Given): JsonObject {
  if (!action.inputs.additionalFields) {
    return {};
  }
  const givenTo = ({ name }: Parameter) => (Object.hasOwn(given, name) ? given[name] : undefined);
  const setters = parameters.filter((one) => !isBlank(givenTo(one)));
  return Object.fromEntries(
    parameters.flatMap((one) => {
      const cleared = clearing(action, one.field, givenTo(one));
      if (!cleared) {
        return [];
      }
      const rival = setters.find((other) => placeOf(other) === placeOf(one));
      if (rival) {
        throw refusal(one.name, `clears what ${rival.name} sets. Leave one of the two out.`);
      }
      return [[placeOf(one), cleared.value]];
    }),
  );
}

/** Where in the body an argument stands. */
function placeOf({ input, field }: Parameter): string {
  return field.cleared?.key ?? input;
}

/**
 * Puts into the Additional Fields, which are sent as they are and which no tool offers, what the call
 * clears and what the action has no input for.
 */
export function withFurther(
  { parameters }: Tool,
  values: Values<Fields>,
  cleared: JsonObject,
): Values<Fields> {
  const names = new Set(parameters.filter((one) => one.isFurther).map((one) => one.input));
  const entries = Object.entries(values);
  const further = entries.filter(([key, value]) => names.has(key) && value !== undefined);
  const additionalFields = { ...Object.fromEntries(further), ...cleared };
  return {
    ...Object.fromEntries(entries.filter(([key]) => !names.has(key))),
    ...(Object.keys(additionalFields).length > 0 && { additionalFields }),
  };
}
