import type { InputFieldChoice } from "@prismatic-io/spectral";
import { trimmed } from "../client/trimmed";
import { type Display, type Field, type FieldOptions, field } from "./field";
import { unexpected } from "./inputError";
import { toText } from "./text";

/** One of a closed list of values, shown as a dropdown. */
export function choice<const V extends string>(
  values: readonly V[],
  options: FieldOptions,
): Field<V | undefined> {
  const read = (value: unknown, name: string) => chosenFrom(values, value, name);
  const display: Display = { ...options, type: "string", model: modelOf(values) };
  return field(display, read, { type: "string", enum: values });
}

/** One of values to which Gorgias may add others: shown as a dropdown, which lets others pass. */
export function openChoice(
  values: readonly string[],
  options: FieldOptions,
): Field<string | undefined> {
  const display: Display = { ...options, type: "string", model: modelOf(values) };
  return field(display, (value, name) => {
    const given = trimmed(toText(value, name));
    return meantBy(given, values) ?? given;
  });
}

/**
 * @throws InputError for anything but one of the values; what nobody sees around it does not count,
 *   and neither do capital letters where only one value can be meant
 */
export function chosenFrom<V extends string>(
  values: readonly V[],
  value: unknown,
  name: string,
): V {
  const chosen = meantBy(trimmed(toText(value, name)), values);
  if (chosen === undefined) {
    const [only = ""] = values;
    throw unexpected(name, values.length === 1 ? only : `one of ${values.join(", ")}`, value);
  }
  return chosen;
}

/** The value that a text stands for: to the letter, or else the only one that looks the same. */
export function meantBy<V extends string>(given: string, values: readonly V[]): V | undefined {
  const bare = (text: string) => trimmed(text).toLowerCase();
  const alike = values.filter((one) => bare(one) === bare(given));
  return alike.find((one) => one === given) ?? (alike.length === 1 ? alike[0] : undefined);
}

/** Values as the entries of a dropdown, each labelled with itself. */
export function modelOf(values: readonly string[]): InputFieldChoice[] {
  return values.map((value) => ({ label: value, value }));
}

/** Yes or no where untouched is neither: a dropdown, because a toggle cannot be left blank. */
export function yesNo(options: FieldOptions): Field<boolean | undefined> {
  return field({ ...options, type: "string", model: YES_NO }, toBoolean, { type: "boolean" });
}

/** A toggle that is off until it is switched on, unless its default says otherwise. */
export function toggle({ default: untouched = "false", ...options }: FieldOptions): Field<boolean> {
  const display: Display = { ...options, type: "boolean", default: untouched };
  const { read, ...rest } = field(display, toBoolean, { type: "boolean" });
  return { ...rest, read: (value, name) => read(value, name) ?? untouched === "true" };
}

const YES_NO: InputFieldChoice[] = [
  { label: "Yes", value: "true" },
  { label: "No", value: "false" },
];

/**
 * Yes or no, as programs, forms and spreadsheets write it.
 *
 * @throws InputError for anything else
 */
export function toBoolean(value: unknown, name: string): boolean {
  const given = typeof value === "string" ? trimmed(value).toLowerCase() : String(value);
  const isWord = ["boolean", "string", "number"].includes(typeof value);
  if (isWord && ["true", "yes", "on", "1"].includes(given)) {
    return true;
  }
  if (isWord && ["false", "no", "off", "0"].includes(given)) {
    return false;
  }
  throw unexpected(name, "true or false", value);
}
