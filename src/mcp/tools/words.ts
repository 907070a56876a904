import type { Action } from "../../actions/action";
import { type Field, labelOf } from "../../fields/field";
import type { Refusal } from "../../fields/inputError";
import { operations } from "./operations";

/** What a model reads of an action. */
export interface Words {
  /** What it does, when to prefer another tool, what comes back. */
  readonly description: string;
  /** What each argument means, by the key of its input. */
  readonly comments: Readonly<Record<string, string>>;
}

/** What stands in texts for people who fill in a form, and what a model reads in its place. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/: the number at the end of its address in Gorgias/g, ""],
  [/\bLeft blank\b/g, "Left out"],
  [/\bleft blank\b/g, "left out"],
  [/\bfilled in\b/g, "given"],
  [/\bfill in\b/g, "give"],
  [/\bFill in\b/g, "Give"],
  [/\((?:Yes|on)\)/g, "(true)"],
  [/\((?:No|off)\)/g, "(false)"],
  [/, an e-mail address or JSON\b/g, " or an e-mail address"],
  [/, or (?:a user as )?JSON\b/g, ""],
  [/, as a JSON list of (?=\{)/g, ": a list of "],
  [/, as (?:a JSON object|JSON)(?=[.:])/g, ""],
  [/, a row each\b/g, ""],
  [/ as it is afterwards/g, ""],
];

/**
 * Sentences that tell a model nothing: what a step of a flow can hand on, where a value is chosen
 * in a form, and what the description says once for all arguments.
 */
const LEFT_OUT: readonly RegExp[] = [
  /^On an update\b/,
  /^See https:/,
  /^The pick list\b/,
  /^Gorgias keeps it and does nothing with it\.$/,
  /^Left blank, it stays as it is\.$/,
  /^Others(?: than these)? may exist\.$/,
  /\bworks? as (?:it is|they are)\.$|\bwork, too\.$|\bits data is taken\.$/,
];

/** The most values that a text lists. */
const MOST_VALUES = 20;

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
    const sentences = text
      .split(/(?<=\.) /)
      .filter((one) => !LEFT_OUT.some((form) => form.test(one)));
    return sentences.flatMap((one) => sentenceOf(one, terms)).join(" ");
  };
  return {
    description: rewritten(`${action.told ?? action.description} ${action.guidance}`),
    comments: Object.fromEntries(
      [...names.keys()].flatMap((input) => {
        const field = action.inputs[input];
        const text = field && rewritten(field.told ?? field.display.comments ?? "");
        return text ? [[input, `${text}${text.includes("such as") ? "" : valuesOf(field)}`]] : [];
      }),
    ),
  };
}

/** The same for what is refused. */
const FAULT_PHRASES: typeof PHRASES = [
  [/\bthis input is required and was left blank\b/g, "this argument is required"],
  [/\b(is|are) blank\b/g, "$1 missing"],
  [/\b[Cc]lear (it|one of (?:the two|them))\b/g, "Leave $1 out"],
  [/\b([Ll])eave it blank\b/g, "$1eave it out"],
  [/\bfill it in\b/g, "give it"],
  [/\bswitch (\S+) on\b/g, "set $1 to true"],
  [/\bis on\b/g, "is true"],
  [/\b(at least one|one of the|its) (input)/g, "$1 argument"],
  ...PHRASES,
];

/**
 * What an input is called that a tool does not offer: {@link faultInWords} takes it out of the
 * sentences that offer it beside others.
 *
 * @param key the input's key
 */
export function notOffered(key: string): string {
  return `{${key}}`;
}

/** A sentence without the inputs that it offers beside others, where a tool has no such argument. */
function withoutInputs(sentence: string, keys: readonly string[]): string {
  if (keys.length === 0) {
    return sentence;
  }
  const name = String.raw`\{(?:${keys.join("|")})\}`;
  const forms: typeof PHRASES = [
    [new RegExp(`, or one of them in ${name}`, "g"), ""],
    [new RegExp(String.raw`, (\w+),? (and|or) ${name}`, "g"), " $2 $1"],
    [new RegExp(`,? (?:and|or) ${name}`, "g"), ""],
    [new RegExp(`${name}(?:,| and| or) `, "g"), ""],
    [new RegExp(String.raw`\{(${keys.join("|")})\}`, "g"), "$1"],
  ];
  return forms.reduce((text, [form, told]) => text.replaceAll(form, told), sentence);
}

/**
 * Something that was refused, as a model reads it: arguments by their names, wherever in the action
 * it was refused.
 *
 * @param names the arguments' names by the keys of the inputs that are offered
 */
export function faultInWords(
  action: Action,
  names: ReadonlyMap<string, string>,
  { input, problem }: Refusal,
): Refusal {
  const offered = Object.entries(action.inputs).filter(([key]) => names.has(key));
  const [key] = offered.find(([, field]) => startsWith(input, labelOf(field))) ?? [];
  const field = key === undefined ? undefined : action.inputs[key];
  const name = (key !== undefined && names.get(key)) || undefined;
  // What came is quoted as it came.
  const [said = "", ...quoted] = problem.split(QUOTE);
  const terms = argumentTerms(action, names).filter((one) => one.name !== undefined);
  const others = Object.keys(action.inputs).filter((one) => !names.has(one));
  const offering = withoutInputs(said, others);
  const words = FAULT_PHRASES.reduce((text, [form, told]) => text.replaceAll(form, told), offering);
  return {
    input: field && name ? name + input.slice(labelOf(field).length) : withoutInputs(input, others),
    problem: [...sentenceOf(words, terms), ...quoted].join(QUOTE),
  };
}

const QUOTE = ", got ";

function startsWith(input: string, label: string): boolean {
  return input === label || input.startsWith(`${label}.`) || input.startsWith(`${label}[`);
}

/** The values that a form offers, where others pass and the schema therefore has none of them. */
function valuesOf({ accepts, display }: Field<unknown>): string {
  const known = "model" in display ? (display.model ?? []) : [];
  const isOpen = typeof accepts !== "function" && accepts.type === "string" && !accepts.enum;
  return isOpen && known.length > 0 && known.length <= MOST_VALUES
    ? ` Such as ${known.map(({ value }) => value).join(", ")}.`
    : "";
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
    // HTML and HTTP are what they are.
    .filter(({ label }) => label !== label.toUpperCase())
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
