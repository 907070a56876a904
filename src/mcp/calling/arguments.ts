import { type Field, type Fields, isBlank, type Values } from "../../fields/field";
import type { Refusal } from "../../fields/inputError";
import { type Host, readInputs } from "../../fields/readInputs";
import type { Given, ToInput, Tool } from "../tools/tool";
import { notOffered } from "../tools/words";
import { checkBounds } from "./bounds";
import { clearedBy, emptiable, isUpdate, withFurther } from "./clearing";
import { unknownArguments } from "./unknownArguments";

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
  const { action, parameters, labelledFiles, listsFields } = tool;
  const known = parameters.map((one) => one.name);
  const isKnown = new Set(known);
  const others = Object.keys(given).filter((name) => !isKnown.has(name));
  const isFile = (name: string) => labelledFiles !== undefined && isFileName(name);
  const fileNames = others.filter(isFile);

  const fields: Record<string, Field<unknown>> = { ...action.inputs };
  const values: Record<string, unknown> = isUpdate(action) ? {} : defaultsOf(action.inputs);
  const refusals: Refusal[] = [
    ...unknownArguments(
      others.filter((name) => !isFile(name)),
      listsFields ? [...known, "fields"] : known,
    ),
  ];
  for (const parameter of parameters) {
    const { name, input, toInput } = parameter;
    const field = emptiable(tool, parameter);
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    fields[input] = toInput ? converted(field, (one) => toInput(one, given)) : field;
    fields[input] = bounded(fields[input]);
    // What a form begins with is for people who see it.
    values[input] = value;
  }
  const filesField = labelledFiles && fields[labelledFiles.input];
  if (fileNames.length > MOST_FILES) {
    refusals.push({
      input: "files",
      problem: `${fileNames.length} arguments are named like files. Give at most ${MOST_FILES} in one call.`,
    });
  } else if (filesField && fileNames.length > 0) {
    const files = Object.fromEntries(fileNames.map((name) => [name, given[name]]));
    fields[labelledFiles.input] = converted(filesField, () => labelledFiles.toInput(files));
    values[labelledFiles.input] = files;
  }
  const names = new Map(parameters.map(({ name, input }) => [input, name]));
  const host: Host = { nameOf: (key) => names.get(key) ?? notOffered(key), mask, refusals };
  const read = await readInputs(fields, values, host, action.check);
  return withFurther(tool, read, clearedBy(tool, given));
}

/** As many files as anybody sends at once. */
const MOST_FILES = 20;

/** What a form shows from the start. An update would change what nobody spoke of with it. */
function defaultsOf(fields: Fields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, { display }]) =>
      "default" in display ? [[key, display.default]] : [],
    ),
  );
}

function bounded({ read, ...field }: Field<unknown>): Field<unknown> {
  return {
    ...field,
    read(value, name) {
      checkBounds(name, value);
      return read(value, name);
    },
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

/** What tells a file's name from a misspelt argument. */
function isFileName(name: string): boolean {
  return /[^.]\.[^.\s]+$/.test(name);
}
