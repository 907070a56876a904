import { Drawer, Group, Stack, Text } from "@mantine/core";
import { CopyButton } from "../parts/CopyButton";
import { isNested } from "./treeOf";
import { ValueTree } from "./ValueTree";

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
    >
      {opened && (
        <Stack gap="xs">
          <Group justify="flex-end">
            <CopyButton name="Copy JSON" textOf={() => JSON.stringify(opened.value, null, 2)} />
          </Group>
          {isNested(opened.value) ? (
            <ValueTree name={opened.title} value={opened.value} most="80dvh" />
          ) : (
            <Text>{JSON.stringify(opened.value)}</Text>
          )}
        </Stack>
      )}
    </Drawer>
  );
}
