import { Badge, CheckIcon, CloseIcon, Loader, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { RunSummary } from "../../messages";

const SIZE = 9;

/** How a status is shown: in a word, with a sign and a color. */
export const STATUSES: Readonly<
  Record<
    RunSummary["status"],
    { readonly word: string; readonly sign: ReactNode; readonly color: string }
  >
> = {
  running: { word: "Running", sign: <Loader size={SIZE} />, color: "blue" },
  succeeded: { word: "Succeeded", sign: <CheckIcon size={SIZE} />, color: "teal" },
  failed: { word: "Failed", sign: <CloseIcon size="12" />, color: "red" },
  refused: { word: "Refused", sign: "!", color: "orange" },
  cancelled: { word: "Cancelled", sign: "–", color: "gray" },
  unknown: { word: "Unknown", sign: "?", color: "orange" },
};

/** A status in a word. */
export function RunStatus({ status }: Pick<RunSummary, "status">) {
  const { word, sign, color } = STATUSES[status];
  return (
    <Badge
      variant="default"
      tt="none"
      style={{ flexShrink: 0 }}
      leftSection={
        <Text component="span" inherit aria-hidden display="flex" c={color}>
          {sign}
        </Text>
      }
    >
      {word}
    </Badge>
  );
}
