import { Input, Switch } from "@mantine/core";
import { textOf } from "../values";
import { type FieldProps, frameOf } from "./field";

/** A toggle. */
export function BooleanField(field: FieldProps) {
  const { input, value, onChange } = field;
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
