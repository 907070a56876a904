import { Accordion, Badge, Group, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import { Virtuoso } from "react-virtuoso";
import type { Exchange } from "../../messages";
import { duration } from "../run/runWords";
import { ExchangeDetails } from "./ExchangeDetails";
import { useListHeight } from "./listHeight";
import { Room } from "./Room";
import { isFailed, triesOf } from "./tries";

const ROW_HEIGHT = 38;

/** The requests as they went out, each with both sides in it. */
export function Requests({ exchanges }: { readonly exchanges: readonly Exchange[] }) {
  const [opened, setOpened] = useState<string[]>([]);
  const tries = useMemo(() => triesOf(exchanges), [exchanges]);
  const height = useListHeight(exchanges.length * ROW_HEIGHT);
  if (exchanges.length === 0) {
    return <Text c="dimmed">Nothing was sent.</Text>;
  }
  return (
    <Room>
      <Accordion
        multiple
        value={opened}
        onChange={setOpened}
        chevronPosition="left"
        transitionDuration={0}
        style={{ display: "flex", flexDirection: "column", minHeight: 0 }}
        styles={{ label: { paddingBlock: 7 } }}
      >
        <Virtuoso
          {...height}
          // The requests in it take the focus.
          tabIndex={-1}
          data={exchanges}
          itemContent={(index, exchange) => (
            <Accordion.Item value={String(index)}>
              <Accordion.Control py={0} px={4}>
                <Summary exchange={exchange} attempt={tries[index] ?? 1} />
              </Accordion.Control>
              <Accordion.Panel>
                {opened.includes(String(index)) && <ExchangeDetails exchange={exchange} />}
              </Accordion.Panel>
            </Accordion.Item>
          )}
        />
      </Accordion>
    </Room>
  );
}

function Summary({
  exchange: { method, path, status, ms },
  attempt,
}: {
  readonly exchange: Exchange;
  readonly attempt: number;
}) {
  return (
    <Group gap="xs" wrap="nowrap" fz="sm">
      <Text inherit fw={700} w={46} style={{ flexShrink: 0 }}>
        {method}
      </Text>
      <Text inherit ff="monospace" flex={1} truncate title={path}>
        {path}
      </Text>
      {attempt > 1 && (
        <Badge variant="default" size="sm" tt="none" style={{ flexShrink: 0 }}>
          try {attempt}
        </Badge>
      )}
      <Badge
        {...(isFailed(status) ? { color: "red.9" } : { variant: "default" })}
        size="sm"
        style={{ flexShrink: 0 }}
      >
        {status}
      </Badge>
      <Text inherit c="dimmed" ta="end" miw={52} style={{ flexShrink: 0 }}>
        {duration(ms)}
      </Text>
    </Group>
  );
}
