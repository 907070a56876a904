import type { Given } from "../../../../src/mcp/tools/tool";
import { isFile } from "../../../fileReference";
import { dataUriOf } from "../dataUri";
import { areRows, type Filled, textOf } from "../filled";

/** Files as arguments. */
interface Upload {
  readonly arguments: Given;
  readonly notes: readonly string[];
}

/** A file with the name that it is to have, where one is known. */
interface Named {
  readonly name: string | undefined;
  readonly file: unknown;
}

/** What the tool takes for a file's name: it has an ending. */
const HAS_ENDING = /[^.]\.[^.\s]+$/;

/**
 * Files as the tool takes them: an argument with the file's name for each of them, or `file` for
 * one whose name cannot be an argument.
 */
export function uploadOf(filled: readonly Filled[]): Upload {
  const held = new Map(
    filled.filter(({ isBlank }) => !isBlank).map(({ input, value }) => [input.key, value]),
  );
  const file = held.get("file");
  const name = held.get("fileName");
  const rows = held.get("files");
  const files: readonly Named[] = [
    ...(file === undefined
      ? []
      : [{ name: name === undefined ? ownName(file) : textOf(name), file }]),
    ...(areRows(rows) ? rows.map(({ key, value }) => ({ name: key, file: value })) : []),
  ];
  const isNamed = ({ name }: Named) => name !== undefined && HAS_ENDING.test(name);
  const [unnamed, ...others] = files.filter((one) => !isNamed(one));
  const given: Given = Object.fromEntries(
    files.filter(isNamed).map(({ name = "", file }) => [name, writtenOf(file, undefined)]),
  );
  return {
    arguments: {
      ...(unnamed && { file: writtenOf(unnamed.file, unnamed.name) }),
      ...given,
    },
    notes: others.map(
      ({ name }) =>
        `Only names with an ending, such as .png, can be arguments: ${name} is left out.`,
    ),
  };
}

function ownName(file: unknown): string | undefined {
  return isFile(file) ? file.name : undefined;
}

function writtenOf(file: unknown, name: string | undefined): string {
  return isFile(file) ? dataUriOf(file, name) : textOf(file);
}
