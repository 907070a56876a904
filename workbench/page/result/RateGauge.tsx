import { Group, Progress, Text } from "@mantine/core";
import { useInterval } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { useAccount } from "../state/queries";
import { useRuns } from "../state/runs";

/** How often it is drawn while it drains. */
const DRAWN_EVERY_MS = 250;

/** From this share on, the connector has to wait for room before it sends. */
const NEARLY_FULL = 0.8;

/** How much of the account's rate limit is used up: it fills with each request, and drains. */
export function RateGauge() {
  const level = useLevel();
  if (!level) {
    return null;
  }
  const { used, limit } = level;
  const share = used / limit;
  const words = `${Math.ceil(used)} of ${limit} requests`;
  const warning = share >= NEARLY_FULL ? "Nearly used up: the connector slows down." : "";
  return (
    <Group gap="xs" fz="xs">
      <Text inherit c="dimmed">
        Rate limit
      </Text>
      <Progress.Root
        w={140}
        size="md"
        role="meter"
        aria-label="Rate limit"
        aria-valuemin={0}
        aria-valuemax={limit}
        aria-valuenow={Math.ceil(used)}
        aria-valuetext={warning ? `${words}. ${warning}` : words}
        transitionDuration={DRAWN_EVERY_MS}
      >
        <Progress.Section
          withAria={false}
          value={share * 100}
          color={share >= NEARLY_FULL ? "red" : share >= NEARLY_FULL / 2 ? "yellow" : "teal"}
        />
      </Progress.Root>
      <Text inherit style={{ fontVariantNumeric: "tabular-nums" }}>
        {words}
      </Text>
      {warning && (
        <Text inherit c="var(--mantine-color-error)">
          {warning}
        </Text>
      )}
    </Group>
  );
}

/** The level now: what was last told, less what has drained since. */
function useLevel(): { readonly used: number; readonly limit: number } | undefined {
  const told = useRuns(({ rateLimit }) => rateLimit);
  const { data: account } = useAccount();
  const [now, setNow] = useState(Date.now);
  const { start, stop } = useInterval(() => setNow(Date.now()), DRAWN_EVERY_MS);
  const drained =
    told && account
      ? (Math.max(now - told.at, 0) / 1000) * (told.limit / account.windowSeconds)
      : 0;
  const used = Math.max((told?.used ?? 0) - drained, 0);
  const isDraining = used > 0;
  useEffect(() => {
    if (isDraining) {
      start();
    }
    return stop;
  }, [isDraining, start, stop]);
  return told && { used, limit: told.limit };
}
