import { PasswordInput, Textarea, TextInput } from "@mantine/core";
import { textOf } from "../values";
import { type FieldProps, frameOf, hintOf } from "./field";

/** A line of text. */
export function TextField(field: FieldProps) {
  const { input, value, onChange } = field;
  return (
    <TextInput
      {...frameOf(field)}
      value={textOf(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
      placeholder={hintOf(input)}
      autoComplete="off"
    />
  );
}

/** Text of several lines. */
export function LongTextField(field: FieldProps) {
  const { input, value, onChange } = field;
  return (
    <Textarea
      {...frameOf(field)}
      value={textOf(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
      placeholder={hintOf(input)}
      autosize
      minRows={2}
      maxRows={12}
    />
  );
}

/** A text that nobody is to see, and that no browser offers to keep. */
export function PasswordField(field: FieldProps) {
  const { input, value, onChange } = field;
  return (
    <PasswordInput
      {...frameOf(field)}
      value={textOf(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
      placeholder={hintOf(input)}
      autoComplete="new-password"
      visibilityToggleButtonProps={{
        "aria-label": `Show or hide ${input.label}`,
        tabIndex: 0,
        "aria-hidden": false,
      }}
    />
  );
}
