import { Code, List, ScrollArea, Stack, Text } from "@mantine/core";
import type { Snippet } from "../../messages";

/** The most that is shown of a long snippet at once. The rest is scrolled to. */
const HIGHEST = 320;

/** Something to copy, and what has to be known of it. */
export function SnippetView({
  label,
  snippet: { text, notes },
}: {
  readonly label: string;
  readonly snippet: Snippet;
}) {
  return (
    <Stack gap="xs">
      {text && (
        <ScrollArea.Autosize
          mah={HIGHEST}
          type="auto"
          viewportProps={{ tabIndex: 0, role: "region", "aria-label": label }}
        >
          <Code block>{text}</Code>
        </ScrollArea.Autosize>
      )}
      <List size="xs" c="dimmed">
        {notes.map((note) => (
          <List.Item key={note}>
            <Text span inherit>
              {note}
            </Text>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
