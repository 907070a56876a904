import { Alert, Group, NativeSelect, Stack } from "@mantine/core";
import { useRef } from "react";
import type { Asked, Flow, RunSummary } from "../../messages";
import { BusyButton } from "../parts/BusyButton";
import { pollEvery, useAutoPoll } from "./autoPoll";
import { usePoll, useStart, useStop } from "./flow";

/** How often a flow can poll by itself, in seconds. */
const PERIODS = [10, 30, 60];

/** Starts a flow, lets it poll, and stops it. */
export function FlowControls({
  flow,
  runs,
  asked,
  isWebhook,
}: {
  readonly flow: Flow | undefined;
  readonly runs: readonly RunSummary[];
  readonly asked: Asked;
  readonly isWebhook: boolean;
}) {
  const [start, poll, stop] = [useStart(), usePoll(), useStop()];
  const running = flow?.status === "running" ? flow : undefined;
  const isPolling = runs[0]?.status === "running";
  const failure = [start, poll, stop].find(({ error }) => error !== null)?.error;
  /** The first button: Start, or what takes its place while the flow runs. */
  const first = useRef<HTMLButtonElement>(null);
  const heir = () => first.current;
  const only = (mutate: () => void) => () => {
    for (const { reset } of [start, poll, stop]) reset();
    mutate();
  };
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-end">
        {running ? (
          <>
            {!isWebhook && (
              <BusyButton
                ref={first}
                heir={heir}
                isBusy={isPolling}
                onClick={only(() => poll.mutate(running))}
              >
                Poll now
              </BusyButton>
            )}
            <BusyButton
              {...(isWebhook && { ref: first })}
              heir={heir}
              variant="default"
              isBusy={stop.isPending}
              onClick={only(() => stop.mutate(running))}
            >
              Stop
            </BusyButton>
            {!isWebhook && <Period flow={running} />}
          </>
        ) : (
          <BusyButton
            ref={first}
            heir={heir}
            isBusy={start.isPending}
            onClick={only(() => start.mutate(asked))}
          >
            {flow ? "Start again" : "Start"}
          </BusyButton>
        )}
      </Group>
      {failure && (
        <Alert color="red" role="alert" style={{ whiteSpace: "pre-wrap" }}>
          {failure.message}
        </Alert>
      )}
    </Stack>
  );
}

function Period({ flow }: { readonly flow: Flow }) {
  const auto = useAutoPoll(flow.id);
  return (
    <NativeSelect
      aria-label="How often it polls"
      value={auto?.seconds ?? ""}
      onChange={({ currentTarget: { value } }) =>
        pollEvery(flow.id, value === "" ? undefined : Number(value))
      }
      data={[
        { value: "", label: "Only when I say" },
        ...PERIODS.map((seconds) => ({ value: `${seconds}`, label: `Every ${seconds} seconds` })),
      ]}
    />
  );
}
