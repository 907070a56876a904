import { Input, Switch } from "@mantine/core";
import type { Choice } from "../../../messages";
import { textOf } from "../values";
import { ChoiceField } from "./ChoiceField";
import { type FieldProps, frameOf } from "./field";

const YES_NO: readonly Choice[] = [
  { value: "true", label: "Yes" },
  { value: "false", label: "No" },
];

/** A toggle; a dropdown where it can be left blank, which is neither Yes nor No. */
export function BooleanField(field: FieldProps) {
  const { input, value, onChange } = field;
  if (input.default === "") {
    return <ChoiceField {...field} input={{ ...input, choices: YES_NO }} />;
  }
  const { id, label, description, error, required } = frameOf(field);
  return (
    <Input.Wrapper error={error} errorProps={{ id: `${id}-error` }}>
      <Switch
        id={id}
        label={required ? `${label} *` : label}
        aria-label={input.label}
        description={description}
        checked={textOf(value) === "true"}
        onChange={(event) => onChange(`${event.currentTarget.checked}`)}
        styles={{ label: { fontWeight: 500 }, description: { lineHeight: 1.5 } }}
        {...(error && { "aria-invalid": true })}
      />
    </Input.Wrapper>
  );
}
