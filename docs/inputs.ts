import type { Input } from "@prismatic-io/spectral/dist/serverTypes";
import { inputTypeOf } from "../cli/inputType";
import { code, plain, table } from "./markdown";

/** The inputs of an action, connection, trigger or pick list; undefined when there are none. */
export function inputTable(inputs: readonly Input[]): string | undefined {
  return inputs.length === 0
    ? undefined
    : table(["Input", "Key", "Type", "Required", "Default", "About"], inputs.map(row));
}

/** Whether two inputs look the same to the person who fills them in. */
export function looksLike(one: Input, other: Input): boolean {
  return one.key === other.key && row(one).join("\n") === row(other).join("\n");
}

function row(input: Input): string[] {
  const { key, label, required, comments, example } = input;
  return [
    plain(label),
    code(key),
    inputTypeOf(input),
    required ? "yes" : "",
    isBlank(input.default) ? "" : code(String(input.default)),
    [
      comments && plain(comments),
      choicesOf(input),
      input.dataSource && `Its pick list is ${code(input.dataSource)}.`,
      input.scope === "ON_DEPLOY" && "It counts only in the first run after a deploy.",
      example && `Example: ${code(example)}`,
    ]
      .filter(Boolean)
      .join(" "),
  ];
}

function choicesOf({ model = [] }: Input): string | undefined {
  const choices = model.map(({ label, value }) =>
    label === value ? code(value) : `${code(value)} (${label})`,
  );
  return choices.length > 0 ? `Choices: ${choices.join(", ")}.` : undefined;
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}
