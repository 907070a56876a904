import { InputError } from "../client/errors";
import { isBlank, labelOf } from "../inputs/field";
import { fileOf } from "./files";
import type { Given, Tool } from "./tools";

/** Arguments that cannot be used: all of them at once, so that one more try is enough. */
export class ArgumentsError extends Error {
  constructor(readonly errors: readonly InputError[]) {
    super(errors.map(({ message }) => message).join("\n"));
  }
}

/**
 * Reads the arguments of a call, as the action's own inputs read them.
 *
 * @returns what all inputs of the action hold, by key
 * @throws ArgumentsError
 */
export async function readArguments(tool: Tool, given: Given): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  const errors: InputError[] = [];
  const collect = async (read: () => Promise<void>) => {
    try {
      await read();
    } catch (error) {
      if (!(error instanceof InputError)) {
        throw error;
      }
      errors.push(inArguments(tool, error));
    }
  };

  const labelled: { readonly key: string; readonly value: unknown }[] = [];
  for (const name of Object.keys(given)) {
    if (!tool.parameters.some((one) => one.name === name)) {
      await collect(async () => {
        if (!tool.labelledFiles || !isFileName(name)) {
          throw unknownArgument(tool, name);
        }
        labelled.push({ key: name, value: await fileOf(name, given[name]) });
      });
    }
  }
  for (const [key, field] of Object.entries(tool.action.inputs)) {
    await collect(async () => {
      const value = key === tool.labelledFiles ? labelled : await argumentFor(tool, key, given);
      const { default: untouched } = field.shown as { readonly default?: unknown };
      values[key] = field.read(value ?? untouched);
    });
  }
  if (errors.length > 0) {
    throw new ArgumentsError(errors);
  }
  return values;
}

/** What was given for an input; undefined when nothing was. */
async function argumentFor(tool: Tool, key: string, given: Given): Promise<unknown> {
  const parameter = tool.parameters.find((one) => one.input === key);
  if (!parameter) {
    return undefined;
  }
  const { name, required, toInput } = parameter;
  const value = Object.hasOwn(given, name) ? given[name] : undefined;
  if (!isBlank(value)) {
    return toInput(value, given);
  }
  if (required) {
    throw new InputError(name, "this argument is required and was left out.");
  }
  return undefined;
}

/** Says what is wrong by the argument's name, where an input says it by its label. */
export function inArguments({ parameters }: Tool, error: InputError): InputError {
  const labelled = parameters.map((one) => ({ name: one.name, label: labelOf(one.field.shown) }));
  const known = labelled.find(
    ({ label }) => error.label === label || /^[.[]/.test(cutOff(error.label, label)),
  );
  return known
    ? new InputError(known.name + error.label.slice(known.label.length), error.problem)
    : error;
}

function cutOff(text: string, start: string): string {
  return text.startsWith(start) ? text.slice(start.length) : "";
}

function unknownArgument({ parameters }: Tool, name: string): InputError {
  const names = parameters.map((one) => one.name).join(", ");
  return new InputError(name.slice(0, 100), `there is no such argument. There are: ${names}.`);
}

/** What tells a file's name from a misspelt argument. */
function isFileName(name: string): boolean {
  return /[^.]\.[^.\s]+$/.test(name);
}
