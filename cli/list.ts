import type { Action, Input } from "@prismatic-io/spectral/dist/serverTypes";
import pc from "picocolors";
import { fillable } from "./inputs";
import { inputTypeOf } from "./inputType";
import { cut, wrapped } from "./text";

/** How wide a text is shown that somebody reads, however wide the screen is. */
const WIDEST_TEXT = 100;

/** Actions on one kind of object. */
export interface Group {
  readonly title: string;
  readonly actions: Readonly<Record<string, unknown>>;
}

/**
 * All actions by what they work on, a line each: key and label.
 *
 * @param width how wide a line may be: a label is cut to it, a key never is
 */
export function listOf(
  groups: readonly Group[],
  actions: Readonly<Record<string, Action>>,
  width: number,
): string {
  const longest = Math.max(...Object.keys(actions).map((key) => key.length));
  const lines = groups.flatMap(({ title, actions: ofGroup }) => [
    "",
    pc.bold(title),
    ...Object.keys(ofGroup).map(
      (key) =>
        `  ${pc.cyan(key.padEnd(longest))}  ${cut(actions[key]?.display.label ?? "", width - longest - 4)}`,
    ),
  ]);
  return [...lines.slice(1), "", 'For one of them: "npm start -- getTicket --list"'].join("\n");
}

/** What one action does, and all that can be said of its inputs. */
export function detailsOf(action: Action, width: number): string {
  const { key, display } = action;
  const inputs = fillable(action);
  const text = Math.min(width, WIDEST_TEXT);
  const blocks = inputs.flatMap((input) => [
    "",
    `${input.required ? pc.yellow("*") : " "} ${pc.cyan(input.key)}  ${input.label} ${pc.dim(`(${inputTypeOf(input)})`)}`,
    ...notesOn(input).flatMap((note) => wrapped(note, text - 4).map((line) => `    ${line}`)),
  ]);
  const isAnyRequired = inputs.some(({ required }) => required);
  return [
    `${pc.bold(key)}  ${display.label}`,
    ...wrapped(display.description, text),
    ...blocks,
    ...(isAnyRequired ? ["", `${pc.yellow("*")} must be given`] : []),
  ].join("\n");
}

/** What is said of an input, a note a line. */
function notesOn({ comments, default: preset, model = [], example }: Input): string[] {
  const choices = model.map(({ value }) => value).join(", ");
  return [
    ...(comments ? [comments] : []),
    ...(preset === undefined || preset === "" ? [] : [`Default: ${preset}`]),
    ...(choices === "" ? [] : [`Choices: ${choices}`]),
    ...(example ? [`Example: ${example}`] : []),
  ];
}
