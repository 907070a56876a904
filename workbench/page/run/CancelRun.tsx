import { type MantineSize, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { RunSummary } from "../../messages";
import { BusyButton } from "../controls/BusyButton";
import { server } from "../state/server";

/** Calls off a run that is under way. */
export function CancelRun({
  run,
  heir,
  label,
  size = "sm",
}: {
  readonly run: RunSummary;
  /** What gets the focus once the run has ended. */
  readonly heir: () => HTMLElement | null;
  readonly label: string;
  readonly size?: MantineSize | "compact-xs";
}) {
  const { mutate, isPending, error } = useMutation({ mutationFn: server.cancelRun });
  return (
    <>
      <BusyButton
        size={size}
        variant="default"
        isBusy={isPending}
        heir={heir}
        onClick={() => mutate(run.id)}
      >
        {label}
      </BusyButton>
      {error && (
        <Text fz="sm" c="var(--mantine-color-error)" role="alert">
          {error.message}
        </Text>
      )}
    </>
  );
}
