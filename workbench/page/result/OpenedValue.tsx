import { Drawer, Group, Stack, Text } from "@mantine/core";
import { CopyButton } from "../controls/CopyButton";
import { jsonToRead } from "./cut";
import { GROWS } from "./Room";
import { isNested } from "./treeOf";
import { ValueTree } from "./ValueTree";

const COLUMN = { display: "flex", flexDirection: "column" } as const;

/** A part of an answer that was opened, as a tree beside it. */
export function OpenedValue({
  opened,
  close,
}: {
  readonly opened: { readonly title: string; readonly value: unknown } | undefined;
  readonly close: () => void;
}) {
  return (
    <Drawer
      opened={opened !== undefined}
      onClose={close}
      position="right"
      size="lg"
      title={opened?.title}
      closeButtonProps={{ "aria-label": "Close" }}
      styles={{ content: COLUMN, body: { ...COLUMN, flex: GROWS } }}
    >
      {opened && (
        <Stack gap="xs" flex={GROWS}>
          <Group justify="flex-end">
            <CopyButton name="Copy JSON" textOf={() => JSON.stringify(opened.value, null, 2)} />
          </Group>
          {isNested(opened.value) ? (
            <ValueTree name={opened.title} value={opened.value} />
          ) : (
            <Text ff="monospace">{jsonToRead(opened.value)}</Text>
          )}
        </Stack>
      )}
    </Drawer>
  );
}
