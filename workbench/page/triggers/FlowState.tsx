import { Alert, Badge, Code, Group, Text } from "@mantine/core";
import { useInterval } from "@mantine/hooks";
import { useState } from "react";
import type { Asked, Flow, Step } from "../../messages";
import { CopyButton } from "../controls/CopyButton";
import { timeOf } from "../run/runWords";
import { useAutoPoll, useEndOfPolls } from "./autoPoll";

/** Whether a flow is at work, and what it waits for. */
export function FlowState({
  flow,
  step,
  asked,
}: {
  readonly flow: Flow;
  readonly step: Step;
  /** The trigger as its form is filled in now. */
  readonly asked: Asked;
}) {
  const { status, url, since } = flow;
  const isRunning = status === "running";
  const auto = useAutoPoll(flow.id);
  const end = useEndOfPolls(flow.id);
  return (
    <Group gap="sm" fz="sm">
      <Badge variant="dot" tt="none" color={isRunning ? "teal" : "gray"}>
        {isRunning ? "Running" : "Stopped"}
      </Badge>
      <Text inherit>{followedBy(flow, step)}</Text>
      {isRunning && hasChanged(flow, asked) && (
        <Text inherit role="status" w="100%">
          It still runs with the inputs that it was started with. To use your changes, stop it and
          start it again.
        </Text>
      )}
      {isRunning && url && (
        <Group gap="xs" miw={0}>
          <Text inherit>
            Gorgias calls <Code>{url}</Code>
          </Text>
          <CopyButton name="Copy address" textOf={() => url} />
        </Group>
      )}
      {since && <Text inherit>Remembers where the account stood at {timeOf(since)}.</Text>}
      {auto && <Countdown to={auto.nextAt} />}
      {auto && (
        <Text inherit c="dimmed">
          It polls by itself for as long as this tab is open.
        </Text>
      )}
      {end && (
        <Alert color="red" role="alert" title="It no longer polls by itself" p="xs" w="100%">
          {end}
        </Alert>
      )}
    </Group>
  );
}

/** What a flow follows, as it was chosen when it started: `Resource Type: tickets`. */
function followedBy(flow: Flow, { inputs }: Step): string {
  return inputs
    .filter(({ choices }) => choices.length > 0)
    .map(({ key, label, default: preset }) => {
      const value = flow.inputs[key] ?? preset;
      return `${label}: ${Array.isArray(value) ? value.join(", ") : value}`;
    })
    .join(" · ");
}

/** Not told to those who hear the page: it changes every second. */
function Countdown({ to }: { readonly to: number }) {
  const [now, setNow] = useState(Date.now);
  useInterval(() => setNow(Date.now()), 1000, { autoInvoke: true });
  const left = Math.max(Math.ceil((to - now) / 1000), 0);
  return (
    <Text inherit aria-live="off" style={{ fontVariantNumeric: "tabular-nums" }}>
      Next poll at {timeOf(new Date(to).toISOString())}, in {left} s
    </Text>
  );
}

/** Whether the form holds something else than what a flow was started with, secrets aside. */
function hasChanged({ inputs, hidden }: Flow, asked: Asked): boolean {
  const [before, now] = [inputs, asked.inputs].map((values) =>
    JSON.stringify(Object.entries(values).filter(([key]) => !hidden.includes(key))),
  );
  return before !== now;
}
