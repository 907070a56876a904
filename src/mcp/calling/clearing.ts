import type { Action } from "../../actions/action";
import { methodOf } from "../../actions/route";
import { isObject, type JsonObject } from "../../client/json";
import { type Field, type Fields, isBlank, type Values } from "../../fields/field";
import { refusal } from "../../fields/inputError";
import type { Given, Parameter, Tool } from "../tools/tool";

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
  const { cleared } = field;
  const isChange = isUpdate(action);
  return {
    ...field,
    async read(value, name) {
      if (isChange && cleared && isBlank(value) && value !== undefined) {
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

/** What a call clears: what is sent, by where it stands in the body. */
export function clearedBy({ action, parameters }: Tool, given: Given): JsonObject {
  const isGiven = ({ name }: Parameter) => Object.hasOwn(given, name) && given[name] !== undefined;
  const isEmpty = ({ name }: Parameter) => isBlank(given[name]);
  const cleared = parameters.flatMap((one) => {
    const { value } = one.field.cleared ?? {};
    return value !== undefined && isGiven(one) && isEmpty(one) ? [{ one, value }] : [];
  });
  if (!isUpdate(action) || !action.inputs.additionalFields) {
    return {};
  }
  const setters = parameters.filter((one) => isGiven(one) && !isEmpty(one));
  for (const { one } of cleared) {
    const rival = setters.find((other) => placeOf(other) === placeOf(one));
    if (rival) {
      throw refusal(one.name, `clears what ${rival.name} sets. Leave one of the two out.`);
    }
  }
  return Object.fromEntries(cleared.map(({ one, value }) => [placeOf(one), value]));
}

/** Where in the body an argument stands. */
function placeOf({ input, field }: Parameter): string {
  return field.cleared?.key ?? input;
}

/**
 * Puts into the Additional Fields, which are sent as they are, what the call clears and what the
 * action has no input for.
 */
export function withFurther(
  { parameters }: Tool,
  { additionalFields, ...values }: Values<Fields>,
  cleared: JsonObject,
): Values<Fields> {
  const names = new Set(parameters.filter((one) => one.isFurther).map((one) => one.input));
  const entries = Object.entries(values);
  const given = isObject(additionalFields) ? additionalFields : {};
  const twice = Object.keys(cleared).find((key) => Object.hasOwn(given, key));
  if (twice !== undefined) {
    throw refusal(
      twice,
      "is cleared, and additionalFields has it as well. Leave one of the two out.",
    );
  }
  const further = Object.fromEntries(
    entries.filter(([key, value]) => names.has(key) && value !== undefined),
  );
  const all = { ...given, ...further, ...cleared };
  return {
    ...Object.fromEntries(entries.filter(([key]) => !names.has(key))),
    ...(Object.keys(all).length > 0 && { additionalFields: all }),
  };
}
