import type { Input } from "@prismatic-io/spectral/dist/serverTypes";

/** What the platform calls a kind of input, in plain words. */
const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  text: "long text",
  password: "hidden text",
  code: "JSON",
  boolean: "on or off",
  data: "file",
  connection: "connection",
  date: "date",
  timestamp: "date and time",
  objectSelection: "selection",
  template: "made from other inputs",
};

/**
 * What an input takes, in plain words, for whoever lists inputs to people.
 *
 * @returns for example `text`, `list of choices`, or `rows of File Name and file`
 */
export function inputTypeOf({
  type,
  collection,
  keyLabel,
  model,
}: Pick<Input, "type" | "collection" | "keyLabel" | "model">): string {
  const one = model ? "choice" : (TYPES[type] ?? type);
  if (collection === "valuelist") {
    return `list of ${model ? "choices" : one}`;
  }
  return collection === "keyvaluelist" ? `rows of ${keyLabel ?? "name"} and ${one}` : one;
}
