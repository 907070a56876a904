import type { Action } from "@prismatic-io/spectral/dist/serverTypes";
import pc from "picocolors";
import { fillable } from "./inputs";
import { inputTypeOf } from "./inputType";
import { table } from "./table";

/** Actions and their inputs, for people. */
export function describeActions(actions: readonly Action[]): string {
  return actions.map(describe).join("\n\n");
}

function describe(action: Action): string {
  const { key, display } = action;
  const heading = ["input", "label", "type", "", "default", "choices"];
  const rows = fillable(action).map((input) => [
    input.key,
    input.label,
    inputTypeOf(input),
    input.required ? "required" : "",
    input.default === "" || input.default === undefined ? "" : String(input.default),
    (input.model ?? []).map(({ value }) => value).join(", "),
  ]);
  const [columns = "", ...inputs] = table([heading, ...rows], (text, column) =>
    column === 0 ? pc.cyan(text) : column === 3 ? pc.yellow(text) : text,
  );
  return [
    `${pc.bold(key)}  ${display.label}: ${display.description}`,
    ...(inputs.length > 0 ? [pc.dim(`  ${columns}`), ...inputs.map((line) => `  ${line}`)] : []),
  ].join("\n");
}
