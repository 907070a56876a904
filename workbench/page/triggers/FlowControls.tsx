import { Alert, Group, NativeSelect, Stack } from "@mantine/core";
import { useRef } from "react";
import type { Failure, Flow, RunSummary } from "../../messages";
import { BusyButton } from "../controls/BusyButton";
import { pollEvery, useAutoPoll } from "./autoPoll";
import { usePoll, useStop } from "./flow";

/** How often a flow can poll by itself, in seconds. */
const PERIODS = [10, 30, 60];

/** What starts the flow of a trigger: its form, which says what of it has to be changed first. */
export interface Start {
  readonly press: () => void;
  readonly isPending: boolean;
  /** Why it did not start, where no input is to blame. */
  readonly failure: Failure | undefined;
}

/** Starts a flow, lets it poll, and stops it. */
export function FlowControls({
  flow,
  runs,
  start,
  isWebhook,
}: {
  readonly flow: Flow | undefined;
  readonly runs: readonly RunSummary[];
  readonly start: Start;
  readonly isWebhook: boolean;
}) {
  const [poll, stop] = [usePoll(), useStop()];
  const running = flow?.status === "running" ? flow : undefined;
  const isPolling = runs[0]?.status === "running";
  const failure = running ? (poll.error ?? stop.error) : start.failure;
  /** The first button: Start, or what takes its place while the flow runs. */
  const first = useRef<HTMLButtonElement>(null);
  const heir = () => first.current;
  const only = (mutate: () => void) => () => {
    poll.reset();
    stop.reset();
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
          <BusyButton ref={first} heir={heir} isBusy={start.isPending} onClick={only(start.press)}>
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
