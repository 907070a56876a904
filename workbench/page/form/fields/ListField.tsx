import { TagsInput } from "@mantine/core";
import { listOf } from "../values";
import { type FieldProps, frameOf, hintOf, SCROLLED_LIST } from "./field";

/** What a list takes as it was typed or pasted: each line is a value, whatever stands in it. */
export const AS_TYPED = {
  splitChars: ["\n"],
  allowDuplicates: true,
  clearable: true,
  openOnFocus: false,
  ...SCROLLED_LIST,
};

/** A list of values. */
export function ListField(field: FieldProps) {
  const { input, value, onChange } = field;
  return (
    <TagsInput
      {...frameOf(field)}
      {...AS_TYPED}
      value={[...listOf(value)]}
      onChange={onChange}
      placeholder={hintOf(input, "Type a value, then press Enter")}
      clearButtonProps={{ "aria-label": `Clear ${input.label}` }}
    />
  );
}
