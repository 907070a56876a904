import { toList, toPairs } from "../../../cli/inputs";
import { isObject } from "../../../src/client/json";
import { isBlank } from "../../../src/fields/field";
import { isFile } from "../../fileReference";
import type { FileReference, FormInput, InputValues, Step } from "../../messages";
import { withoutSecrets } from "../secretInputs";

/** An input with what it holds. */
export interface Filled {
  readonly input: FormInput;
  /** Rows that were left blank are left out. In place of a secret stands {@link inPlaceOf}. */
  readonly value: unknown;
  /** It held a secret. */
  readonly isHidden: boolean;
  readonly isBlank: boolean;
  /** It holds what the form begins with. */
  readonly isUntouched: boolean;
}

/** What the inputs of a form hold, in their order. What is not given is as the form begins. */
export function filledIn(step: Step, values: InputValues): readonly Filled[] {
  return step.inputs.map((input) => {
    const given = values[input.key] ?? input.default;
    const value = rowsOf(input, given);
    const shown = isBlank(value) ? value : shownOf(step, input, value);
    return {
      input,
      value: shown,
      isHidden: shown !== value,
      isBlank: isBlank(value),
      isUntouched: isBlank(value) ? isBlank(input.default) : textOf(value) === input.default,
    };
  });
}

/** What stands for what is not shown: a password, or a secret among other things. */
export function inPlaceOf({ label, type }: Pick<FormInput, "label" | "type">): string {
  return type === "password" ? `<${label}>` : `<secret of ${label}>`;
}

function shownOf(step: Step, input: FormInput, value: unknown): unknown {
  const inPlace = inPlaceOf(input);
  return input.type === "password" ? inPlace : withoutSecrets(step, input.key, value, inPlace);
}

/** What has to be put in place of secrets, as notes. */
export function secretNotes(filled: readonly Filled[]): readonly string[] {
  return filled
    .filter(({ isHidden }) => isHidden)
    .map(
      ({ input }) =>
        `Put the ${input.type === "password" ? input.label : `secret of ${input.label}`} in place of ${inPlaceOf(input)}.`,
    );
}

/** A value as one text: what is none is written as JSON. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

/** A row of a key-value list. */
export interface Row {
  readonly key: string;
  readonly value: unknown;
}

/** Whether a value is the list of a key-value list. */
export function areRows(value: unknown): value is readonly Row[] {
  return Array.isArray(value) && value.every((row) => isObject(row) && typeof row.key === "string");
}

/** All files of a form, each once. */
export function filesIn(filled: readonly Filled[]): readonly FileReference[] {
  const files = filled
    .flatMap(({ value }) => (areRows(value) ? value.map((row) => row.value) : [value]))
    .filter(isFile);
  return [...new Map(files.map((one) => [one.file, one])).values()];
}

/** Of a list its rows, also where it came as one text. */
function rowsOf({ collection }: FormInput, value: unknown): unknown {
  if (collection === undefined || isBlank(value)) {
    return value;
  }
  const rows = readWith(collection === "valuelist" ? toList : toPairs, value);
  return Array.isArray(rows) ? rows.filter((row) => !isBlankRow(row)) : value;
}

/** What a terminal would read; undefined for what it would refuse. */
export function readWith(read: (value: unknown) => unknown, value: unknown): unknown {
  try {
    return read(value);
  } catch {
    return undefined;
  }
}

function isBlankRow(row: unknown): boolean {
  return isObject(row) && "key" in row ? isBlank(row.key) && isBlank(row.value) : isBlank(row);
}
