import { Group, Text } from "@mantine/core";
import { nextCursorOf } from "../../../cli/shape";
import { BusyButton } from "../controls/BusyButton";
import { useCatalogue } from "../state/queries";
import { stepsOf } from "../state/selection";
import { useAgain } from "./again";
import type { Answered } from "./answer";

/** Says that a list goes on, and reads on. */
export function NextPage({ run, answer }: { readonly run: Answered; readonly answer: unknown }) {
  const { data: catalogue } = useCatalogue();
  const again = useAgain();
  const cursor = nextCursorOf(answer);
  const step =
    catalogue && stepsOf(catalogue).find(({ kind, key }) => kind === run.kind && key === run.key);
  if (cursor === undefined || !step?.inputs.some(({ key }) => key === "cursor")) {
    return null;
  }
  return (
    <Group gap="xs">
      <BusyButton
        size="compact-xs"
        variant="light"
        isBusy={again.isPending}
        onClick={() => again.mutate({ run, changed: { cursor } })}
      >
        Next page
      </BusyButton>
      {again.error && (
        <Text fz="sm" c="var(--mantine-color-error)" role="alert">
          {again.error.message}
        </Text>
      )}
    </Group>
  );
}
