import type { Action } from "../actions/action";
import { labelOf } from "../fields/field";
import { operations } from "./operations";

/** What a model reads of an action. */
export interface Words {
  /** What it does, when to prefer another tool, what comes back. */
  readonly description: string;
  /** What each argument means, by the key of its input. */
  readonly comments: Readonly<Record<string, string>>;
}

/** What stands in texts for one who fills in a form, and what a model reads in its place. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/: the number at the end of its address in Gorgias/g, ""],
  [/\bLeft blank, /g, "Without it, "],
  [/\b(?:is |are )?left blank\b/g, "left out"],
  [/\bfilled in\b/g, "given"],
  [/\bfill in\b/g, "give"],
  [/\bFill in\b/g, "Give"],
  [/\((?:Yes|on)\)/g, "(true)"],
  [/\((?:No|off)\)/g, "(false)"],
  [/, as (?:a JSON object|JSON)(?=[.:])/g, ""],
  [/, as a JSON (?=list of \{)/g, ": a "],
  [/\bJSON list of (?=\{)/g, "list of "],
];

/**
 * The texts of an action as a model reads them: labels of inputs become names of arguments, labels
 * and keys of actions names of tools. A sentence about an input that is not offered, or about an
 * action that no tool of the list runs, is left out.
 *
 * @param key the action's key
 * @param names the arguments' names by the keys of the inputs that are offered
 * @param tools the tools' names by action, for those in the same list
 * @throws Error for an action that does not exist
 */
export function wordsOf(
  key: string,
  names: ReadonlyMap<string, string>,
  tools: ReadonlyMap<string, string>,
): Words {
  const action = operations[key];
  if (!action) {
    throw new Error(`There is no action ${key}.`);
  }
  const terms = [...toolTerms(tools), ...argumentTerms(action, names)];
  const rewritten = (text: string) => {
    const sentences = text.split(/(?<=\.) (?=[A-Z{"])/);
    return sentences.flatMap((one) => sentenceOf(one, terms)).join(" ");
  };
  return {
    description: rewritten(`${action.description} ${action.guidance}`),
    comments: Object.fromEntries(
      [...names.keys()].flatMap((input) => {
        const field = action.inputs[input];
        const text = field && rewritten(field.told ?? field.display.comments ?? "");
        return text ? [[input, text]] : [];
      }),
    ),
  };
}

/** Something that a text names, and what a model knows it by, where it knows it. */
interface Term {
  readonly written: RegExp;
  readonly name: string | undefined;
}

/** A sentence in a model's words; none where it names what the model does not know. */
function sentenceOf(sentence: string, terms: readonly Term[]): string[] {
  let text = PHRASES.reduce((before, [form, told]) => before.replaceAll(form, told), sentence);
  for (const { written, name } of terms) {
    if (text.search(written) === -1) {
      continue;
    }
    if (name === undefined) {
      return [];
    }
    text = text.replaceAll(written, name);
  }
  return [text];
}

/** Actions, by key in braces and by label. A label of one word is a word like any other. */
function toolTerms(tools: ReadonlyMap<string, string>): readonly Term[] {
  const byKey = Object.keys(operations).map((key) => ({
    written: new RegExp(String.raw`\{${key}\}`, "g"),
    name: tools.get(key),
  }));
  const byLabel = Object.entries(operations)
    .filter(([, { label }]) => label.includes(" "))
    .sort(([, one], [, other]) => other.label.length - one.label.length)
    .map(([key, { label }]) => ({ written: labelled(label), name: tools.get(key) }));
  return [...byKey, ...byLabel];
}

/** Inputs, by label, and those that are not offered by key as well. */
function argumentTerms({ inputs }: Action, names: ReadonlyMap<string, string>): readonly Term[] {
  const byLabel = Object.entries(inputs)
    .map(([key, field]) => ({ label: labelOf(field), name: names.get(key) }))
    .sort((one, other) => other.label.length - one.label.length)
    .map(({ label, name }) => ({ written: labelled(label), name }));
  const byKey = Object.keys(inputs)
    .filter((key) => !names.has(key) && /[A-Z_]/.test(key))
    .map((key) => ({ written: new RegExp(String.raw`\b${key}\b`, "g"), name: undefined }));
  return [...byLabel, ...byKey];
}

/** A label in a text. One word at the beginning of a sentence is a word like any other. */
function labelled(label: string): RegExp {
  const start = label.includes(" ") ? String.raw`\b` : "(?<=[a-z0-9,;] )";
  return new RegExp(`${start}${label.replace(/[.*+?^$()[\]{}|\\]/g, String.raw`\$&`)}\\b`, "g");
}
