import { Chip, Group, Spoiler, Stack, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import { Virtuoso } from "react-virtuoso";
import type { LogEntry } from "../../messages";
import { CopyButton } from "../controls/CopyButton";
import { timeOf } from "../run/runWords";
import { useListHeight } from "./listHeight";
import { GROWS, Room } from "./Room";

/** What stands out. */
const COLORS: Readonly<Record<string, string>> = {
  error: "var(--mantine-color-error)",
  warn: "var(--mantine-color-text)",
};

/** What the connector wrote to its log, all levels or some. */
export function Log({ entries }: { readonly entries: readonly LogEntry[] }) {
  const levels = useMemo(() => [...new Set(entries.map(({ level }) => level))].sort(), [entries]);
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const shown = entries.filter(({ level }) => !hidden.includes(level));
  const height = useListHeight(shown.length * 44);
  if (entries.length === 0) {
    return <Text c="dimmed">Nothing was logged.</Text>;
  }
  return (
    <Stack gap="xs" flex={GROWS}>
      <Group justify="space-between">
        <Chip.Group
          multiple
          value={levels.filter((level) => !hidden.includes(level))}
          onChange={(kept) => setHidden(levels.filter((level) => !kept.includes(level)))}
        >
          <Group gap={6} role="group" aria-label="Levels that are shown">
            {levels.map((level) => (
              <Chip key={level} size="xs" value={level}>
                {level} ({entries.filter((entry) => entry.level === level).length})
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <CopyButton
          name="Copy log"
          textOf={() => shown.map(({ at, level, text }) => `${at} ${level} ${text}`).join("\n")}
        />
      </Group>
      <Room>
        <Virtuoso
          {...height}
          role="region"
          aria-label="Log"
          data={shown}
          itemContent={(_, entry) => <Entry entry={entry} />}
        />
      </Room>
    </Stack>
  );
}

function Entry({ entry: { at, level, text } }: { readonly entry: LogEntry }) {
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start" fz="xs" py={3}>
      <Text inherit c="dimmed" style={{ flexShrink: 0, fontVariantNumeric: "tabular-nums" }}>
        {timeOf(at)}
      </Text>
      <Text inherit w={40} fw={700} c={COLORS[level] ?? "dimmed"} style={{ flexShrink: 0 }}>
        {level}
      </Text>
      <Spoiler
        maxHeight={40}
        showLabel="Show all"
        hideLabel="Show less"
        transitionDuration={0}
        styles={{ control: { fontSize: "inherit" } }}
        miw={0}
        flex={1}
      >
        <Text inherit ff="monospace" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {text}
        </Text>
      </Spoiler>
    </Group>
  );
}
