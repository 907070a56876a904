import { MultiSelect, Select } from "@mantine/core";
import type { Choice } from "../../../messages";
import { listOf, textOf } from "../values";
import { type FieldProps, frameOf, hintOf } from "./field";

/** A dropdown, in which one types to find. */
export function ChoiceField(field: FieldProps) {
  const { input, value, onChange } = field;
  const chosen = textOf(value);
  return (
    <Select
      {...frameOf(field)}
      data={withChosen(input.choices, [chosen])}
      value={chosen === "" ? null : chosen}
      onChange={(choice) => onChange(choice ?? "")}
      placeholder={hintOf(input, "Left blank")}
      searchable
      clearable
      clearButtonProps={{ "aria-label": `Clear ${input.label}` }}
      nothingFoundMessage="There is no such choice."
    />
  );
}

/** A dropdown of which several are chosen. */
export function ChoicesField(field: FieldProps) {
  const { input, value, onChange } = field;
  const chosen = listOf(value);
  return (
    <MultiSelect
      {...frameOf(field)}
      data={withChosen(input.choices, chosen)}
      value={[...chosen]}
      onChange={onChange}
      placeholder={chosen.length === 0 ? hintOf(input, "Left blank") : ""}
      searchable
      clearable
      clearButtonProps={{ "aria-label": `Clear ${input.label}` }}
      nothingFoundMessage="There is no such choice."
    />
  );
}

/** A value that an earlier run held is shown even where it is no choice. */
function withChosen(choices: readonly Choice[], chosen: readonly string[]): Choice[] {
  const others = chosen.filter(
    (value) => value !== "" && !choices.some((choice) => choice.value === value),
  );
  return [...choices, ...others.map((value) => ({ value, label: value }))];
}
