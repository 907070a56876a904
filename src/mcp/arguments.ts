import { type Field, type Fields, isBlank, type Values } from "../fields/field";
import type { Refusal } from "../fields/inputError";
import { type Host, readInputs } from "../fields/readInputs";
import type { Given, ToInput, Tool } from "./tool";

/**
 * Reads the arguments of a call with the action's own inputs.
 *
 * @param mask takes out of a text what nobody may read
 * @returns what all inputs of the action hold, by key
 * @throws InputError with every argument that cannot be used; combinations are looked at once each
 *   of them can
 */
export async function readArguments(
  tool: Tool,
  given: Given,
  mask: Host["mask"],
): Promise<Values<Fields>> {
  const { action, parameters, labelledFiles } = tool;
  const others = Object.keys(given).filter((name) => !parameters.some((one) => one.name === name));
  const isFile = (name: string) => labelledFiles !== undefined && isFileName(name);
  const files = Object.fromEntries(others.filter(isFile).map((name) => [name, given[name]]));

  const fields: Record<string, Field<unknown>> = { ...action.inputs };
  const values: Record<string, unknown> = Object.fromEntries(
    Object.entries(fields).map(([key, { display }]) => [key, defaultOf(display)]),
  );
  for (const { name, input, field, toInput } of parameters) {
    fields[input] = toInput ? converted(field, (value) => toInput(value, given)) : field;
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    // What a form begins with is for people who see it.
    values[input] = isBlank(value) ? undefined : value;
  }
  const filesField = labelledFiles && fields[labelledFiles.input];
  if (filesField && Object.keys(files).length > 0) {
    fields[labelledFiles.input] = converted(filesField, () => labelledFiles.toInput(files));
    values[labelledFiles.input] = files;
  }
  const names = new Map(parameters.map(({ name, input }) => [input, name]));
  const host: Host = {
    nameOf: (key) => names.get(key) ?? key,
    mask,
    refusals: others.filter((name) => !isFile(name)).map((name) => unknownArgument(tool, name)),
  };
  return withFurther(tool, await readInputs(fields, values, host, action.check));
}

/** Moves what the action has no input for into its Additional Fields. */
function withFurther({ parameters }: Tool, values: Values<Fields>): Values<Fields> {
  const names = parameters.filter((one) => one.isFurther).map((one) => one.input);
  if (names.length === 0) {
    return values;
  }
  const entries = Object.entries(values);
  return {
    ...Object.fromEntries(entries.filter(([key]) => !names.includes(key))),
    additionalFields: Object.fromEntries(entries.filter(([key]) => names.includes(key))),
  };
}

/** An input that takes what an argument takes. */
function converted(
  { read, ...field }: Field<unknown>,
  toInput: (value: unknown) => ReturnType<ToInput>,
): Field<unknown> {
  return {
    ...field,
    read: async (value, name) => read(isBlank(value) ? value : await toInput(value), name),
  };
}

function defaultOf(display: Field<unknown>["display"]): unknown {
  return "default" in display ? display.default : undefined;
}

function unknownArgument({ parameters }: Tool, name: string): Refusal {
  const names = parameters.map((one) => one.name).join(", ");
  return {
    input: name,
    problem: `there is no such argument. There are: ${names}.`,
  };
}

/** What tells a file's name from a misspelt argument. */
function isFileName(name: string): boolean {
  return /[^.]\.[^.\s]+$/.test(name);
}
