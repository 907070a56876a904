import { Text } from "@mantine/core";
import type { Choice } from "../../../messages";

interface PickStatusProps {
  readonly choices: readonly Choice[];
  readonly error: Error | null;
  readonly isFetching: boolean;
}

/** What is to be said of a pick list where it offers nothing. */
export function PickStatus({ choices, error, isFetching }: PickStatusProps) {
  const words = error
    ? error.message
    : choices.length > 0
      ? undefined
      : isFetching
        ? "Loading…"
        : "Nothing was found. What you type is used as it is.";
  return (
    <div role="status">
      {words && (
        <Text size="xs" px="sm" py={4} c={error ? "var(--mantine-color-error)" : "dimmed"}>
          {words}
        </Text>
      )}
    </div>
  );
}
