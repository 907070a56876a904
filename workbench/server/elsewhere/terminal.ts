import { isDeepStrictEqual } from "node:util";
import { toList, toPairs } from "../../../cli/inputs";
import { isFile } from "../../fileReference";
import type { Snippet, Step } from "../../messages";
import { areRows, type Filled, filesIn, readWith, secretNotes, textOf } from "./filled";

/** The longest command that stands on one line. */
const LONGEST_LINE = 80;

/** The type of a file whose type nobody knows. */
const UNKNOWN = "application/octet-stream";

/** An action as a command. */
export function commandOf({ key }: Pick<Step, "key">, filled: readonly Filled[]): Snippet {
  const words = filled.filter(({ isUntouched }) => !isUntouched).map(wordOf);
  const command = ["npm start --", key];
  const line = [...command, ...words].join(" ");
  const isLong = line.length > LONGEST_LINE;
  const text = isLong ? [command.join(" "), ...words].join(" \\\n  ") : line;
  return { text, language: "sh", notes: notesOf(filled, text) };
}

/**
 * A word as a POSIX shell reads it back: single quotes hide everything but themselves
 * (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html, "Single-Quotes").
 */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]*$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

function wordOf({ input, value }: Filled): string {
  return `${input.key}=${quoted(writtenOf(input.collection, pathsIn(value)))}`;
}

/** A value as the terminal takes it, in the shortest form that is read back as what it is. */
function writtenOf(collection: Filled["input"]["collection"], value: unknown): string {
  if (collection === "valuelist" && Array.isArray(value)) {
    return shortest(toList, value, [value.join(",")]);
  }
  if (collection === "keyvaluelist" && areRows(value)) {
    const pairs = value.map(({ key, value }) => [key, value] as const);
    const joined = pairs.map(([key, one]) => `${key}:${one}`).join(",");
    return shortest(toPairs, value, [joined, JSON.stringify(Object.fromEntries(pairs))]);
  }
  return textOf(value);
}

function shortest(
  read: (text: unknown) => unknown,
  value: unknown,
  forms: readonly string[],
): string {
  const found = forms.find((form) => isDeepStrictEqual(readWith(read, form), value));
  return found ?? JSON.stringify(value);
}

/** A file is given by its path. */
function pathsIn(value: unknown): unknown {
  if (areRows(value)) {
    return value.map((row) => ({ ...row, value: pathsIn(row.value) }));
  }
  return isFile(value) ? `./${value.name}` : value;
}

function notesOf(filled: readonly Filled[], text: string): readonly string[] {
  const files = filesIn(filled).map(
    ({ name, contentType }) =>
      `Put the path to ${name} in place of ./${name}.${contentType === UNKNOWN ? "" : ` The terminal does not tell the file's type, ${contentType}.`}`,
  );
  const texts = filled
    .filter(({ input, value }) => input.type === "data" && typeof value === "string" && value)
    .map(({ input }) => `In a terminal, ${input.label} is the path to a file.`);
  const secrets = secretNotes(filled);
  return [
    "Run it in the connector's folder. Without an account in the environment, it starts a made-up one of its own, which has nothing of what was made here.",
    ...files,
    ...texts,
    ...secrets,
    ...(secrets.length > 0
      ? [
          "Shells keep a history of commands. To keep a secret out of it, read the inputs from a file with --inputs.",
        ]
      : []),
    ...(text.includes("'") ? ["The quotes are for bash, zsh and other POSIX shells."] : []),
  ];
}
