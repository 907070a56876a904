import { MultiSelect, Select } from "@mantine/core";
import { useState } from "react";
import type { Choice } from "../../../messages";
import { listOf, textOf } from "../values";
import { closedBySending, type FieldProps, frameOf, hintOf, SCROLLED_LIST } from "./field";

/** A dropdown, in which one types to find. */
export function ChoiceField(field: FieldProps) {
  const { input, value, onChange } = field;
  const chosen = textOf(value);
  return (
    <Select
      {...frameOf(field)}
      {...useList()}
      data={withChosen(input.choices, [chosen])}
      value={chosen === "" ? null : chosen}
      onChange={(choice) => onChange(choice ?? "")}
      placeholder={hintOf(input, input.required ? "Choose one" : BLANK)}
      searchable
      clearable
      // Chosen again, it stays: there is a button to clear it.
      allowDeselect={false}
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
      {...useList()}
      data={withChosen(input.choices, chosen)}
      value={[...chosen]}
      onChange={onChange}
      placeholder={
        chosen.length === 0 ? hintOf(input, input.required ? "Choose one or more" : BLANK) : ""
      }
      searchable
      clearable
      clearButtonProps={{ "aria-label": `Clear ${input.label}` }}
      nothingFoundMessage="There is no such choice."
    />
  );
}

/** The list of a dropdown. */
function useList() {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return {
    dropdownOpened: isOpen,
    onDropdownOpen: () => setOpen(true),
    onDropdownClose: close,
    // Tab passes by: an open list would cover what comes below.
    openOnFocus: false,
    onKeyDown: closedBySending(close),
    ...SCROLLED_LIST,
  };
}

const BLANK = "Left blank";

/** A value that an earlier run held is shown even where it is no choice. */
function withChosen(choices: readonly Choice[], chosen: readonly string[]): Choice[] {
  const others = chosen.filter(
    (value) => value !== "" && !choices.some((choice) => choice.value === value),
  );
  return [...choices, ...others.map((value) => ({ value, label: value }))];
}
