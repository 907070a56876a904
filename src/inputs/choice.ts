import type { InputFieldChoice } from "@prismatic-io/spectral";
import { type About, type Field, field, type Shown, unexpected } from "./field";
import { toText } from "./text";

/** One of a closed list of values, shown as a dropdown. */
export function choice<const V extends string>(
  values: readonly V[],
  about: About,
): Field<V | undefined> {
  const read = (value: unknown, label: string) => {
    const given = toText(value, label).trim();
    const chosen = values.find((one) => one === given);
    if (chosen === undefined) {
      throw unexpected(
        label,
        values.length === 1 ? (values[0] ?? "") : `one of ${values.join(", ")}`,
        value,
      );
    }
    return chosen;
  };
  const shown: Shown = { ...about, type: "string", model: values.map(labelled) };
  return field(shown, read, { type: "string", enum: values });
}

/** Yes or no where untouched is neither: a dropdown, because a toggle cannot be left blank. */
export function yesNo(about: About): Field<boolean | undefined> {
  return field({ ...about, type: "string", model: YES_NO }, toBoolean, { type: "boolean" });
}

/** A toggle that is off until it is switched on, unless its default says otherwise. */
export function toggle({ default: untouched = "false", ...about }: About): Field<boolean> {
  const shown: Shown = { ...about, type: "boolean", default: untouched };
  const { read, ...rest } = field(shown, toBoolean, { type: "boolean" });
  return { ...rest, read: (value) => read(value) ?? untouched === "true" };
}

const YES_NO: InputFieldChoice[] = [
  { label: "Yes", value: "true" },
  { label: "No", value: "false" },
];

function toBoolean(value: unknown, label: string): boolean {
  const given = typeof value === "string" ? value.trim().toLowerCase() : value;
  if (given === true || given === "true") {
    return true;
  }
  if (given === false || given === "false") {
    return false;
  }
  throw unexpected(label, "true or false", value);
}

function labelled(value: string): InputFieldChoice {
  return { label: value, value };
}
