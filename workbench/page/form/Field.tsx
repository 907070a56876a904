import { Box } from "@mantine/core";
import { memo } from "react";
import type { FormInput, InputValues } from "../../messages";
import { BooleanField } from "./fields/BooleanField";
import { ChoiceField, ChoicesField } from "./fields/ChoiceField";
import { FileField, FilesField } from "./fields/FileField";
import type { FieldProps } from "./fields/field";
import { JsonField } from "./fields/JsonField";
import { ListField } from "./fields/ListField";
import { PairsField } from "./fields/PairsField";
import { PickField } from "./fields/PickField";
import { PicksField } from "./fields/PicksField";
import { LongTextField, PasswordField, TextField } from "./fields/TextField";
import { TimestampField } from "./fields/TimestampField";

interface InputFieldProps extends Omit<FieldProps, "onChange"> {
  readonly input: FormInput;
  readonly valuesNow: () => InputValues;
  readonly onChange: (key: string, value: unknown) => void;
  readonly onLeft: (key: string) => void;
}

/** The field of an input. It is drawn again only when something of its own has changed. */
export const Field = memo(function Field({ onChange, onLeft, ...props }: InputFieldProps) {
  const { key } = props.input;
  return (
    <Box onBlur={() => onLeft(key)}>
      <FieldOfKind {...props} onChange={(value) => onChange(key, value)} />
    </Box>
  );
});

function FieldOfKind({
  valuesNow,
  ...field
}: FieldProps & { readonly valuesNow: () => InputValues }) {
  const { type, collection, pickList, choices } = field.input;
  const hasChoices = choices.length > 0;
  if (collection === "keyvaluelist") {
    return type === "data" ? <FilesField {...field} /> : <PairsField {...field} />;
  }
  if (pickList !== undefined) {
    const pick = { ...field, pickList, valuesNow };
    return collection ? <PicksField {...pick} /> : <PickField {...pick} />;
  }
  if (collection === "valuelist") {
    return hasChoices ? <ChoicesField {...field} /> : <ListField {...field} />;
  }
  if (hasChoices) {
    return <ChoiceField {...field} />;
  }
  switch (type) {
    case "boolean":
      return <BooleanField {...field} />;
    case "code":
      return <JsonField {...field} />;
    case "data":
      return <FileField {...field} />;
    case "password":
      return <PasswordField {...field} />;
    case "text":
      return <LongTextField {...field} />;
    case "timestamp":
      return <TimestampField {...field} />;
    default:
      return <TextField {...field} />;
  }
}
