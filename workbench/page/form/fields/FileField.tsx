import { Group, Input, Paper, Stack, Text, TextInput } from "@mantine/core";
import { counted } from "../../../../cli/counted";
import type { FileReference } from "../../../messages";
import { fileOf } from "../values";
import { DropZone } from "./DropZone";
import { type FieldProps, groupFrameOf, partsOf } from "./field";
import { RemoveButton } from "./RemoveButton";
import { rowsIn } from "./rows";

/** A file. */
export function FileField(field: FieldProps) {
  const { input, value, onChange } = field;
  const { id, labelledBy, describedBy } = partsOf(field);
  const file = fileOf(value);
  return (
    <Input.Wrapper {...groupFrameOf(field)}>
      <Stack role="group" aria-labelledby={labelledBy}>
        {file ? (
          <Paper withBorder p="xs">
            <Group justify="space-between" wrap="nowrap">
              <FileName file={file} />
              <RemoveButton
                id={id}
                heir={id}
                label={`Remove ${file.name} from ${input.label}`}
                onRemove={() => onChange("")}
              />
            </Group>
          </Paper>
        ) : (
          <DropZone
            id={id}
            label={input.label}
            describedBy={describedBy}
            isMultiple={false}
            onStored={([stored]) => onChange(stored)}
          />
        )}
      </Stack>
    </Input.Wrapper>
  );
}

/** Several files, each with what it is called. */
export function FilesField(field: FieldProps) {
  const { input } = field;
  const { id, labelledBy, describedBy } = partsOf(field);
  const { rows, add, change, remove } = rowsIn(field);
  return (
    <Input.Wrapper {...groupFrameOf(field)}>
      <Stack gap="xs" role="group" aria-labelledby={labelledBy}>
        {rows.map((row, index) => {
          const file = fileOf(row.value);
          const name = file?.name ?? `row ${index + 1}`;
          return (
            <Group key={row.id} gap="xs" wrap="nowrap">
              <TextInput
                flex={1}
                aria-label={`${input.label}, row ${index + 1}: ${input.keyLabel ?? "Key"}`}
                placeholder={input.keyLabel ?? "Key"}
                value={row.key}
                onChange={(event) => change(row.id, { key: event.currentTarget.value })}
              />
              <Group flex={1} miw={0}>
                {file && <FileName file={file} />}
              </Group>
              <RemoveButton
                heir={id}
                label={`Remove ${name} from ${input.label}`}
                onRemove={() => remove(row.id)}
              />
            </Group>
          );
        })}
        <DropZone
          id={id}
          label={input.label}
          describedBy={describedBy}
          isMultiple
          onStored={(files) => add(...files.map((file) => ({ key: file.name, value: file })))}
        />
      </Stack>
    </Input.Wrapper>
  );
}

function FileName({ file }: { readonly file: FileReference }) {
  return (
    <Text size="sm" style={{ overflowWrap: "anywhere" }}>
      {file.name}{" "}
      <Text span size="xs" c="dimmed">
        {counted(file.size, "byte")}
      </Text>
    </Text>
  );
}
