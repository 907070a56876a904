import { Button, Group, Input, Stack, TextInput } from "@mantine/core";
import { textOf } from "../values";
import { type FieldProps, groupFrameOf, partsOf } from "./field";
import { RemoveButton } from "./RemoveButton";
import { rowsIn } from "./rows";

/** Rows of a key and a value. */
export function PairsField(field: FieldProps) {
  const { input } = field;
  const { id, labelledBy, describedBy } = partsOf(field);
  const { rows, add, change, remove } = rowsIn(field);
  const keyLabel = input.keyLabel ?? "Key";
  return (
    <Input.Wrapper {...groupFrameOf(field)}>
      <Stack gap="xs" role="group" aria-labelledby={labelledBy} aria-describedby={describedBy}>
        {rows.map((row, index) => (
          <Group key={row.id} gap="xs" wrap="nowrap">
            <TextInput
              flex={1}
              aria-label={`${input.label}, row ${index + 1}: ${keyLabel}`}
              placeholder={keyLabel}
              value={row.key}
              onChange={(event) => change(row.id, { key: event.currentTarget.value })}
            />
            <TextInput
              flex={1}
              aria-label={`${input.label}, row ${index + 1}: Value`}
              placeholder="Value"
              value={textOf(row.value)}
              onChange={(event) => change(row.id, { value: event.currentTarget.value })}
            />
            <RemoveButton
              heir={id}
              label={`Remove row ${index + 1} of ${input.label}`}
              onRemove={() => remove(row.id)}
            />
          </Group>
        ))}
        <Button
          id={id}
          variant="default"
          size="xs"
          style={{ alignSelf: "flex-start" }}
          aria-label={`Add a row to ${input.label}`}
          onClick={() => add({ key: "", value: "" })}
        >
          Add a row
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}
