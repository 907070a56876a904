import {
  Badge,
  Button,
  Group,
  List,
  NumberInput,
  Popover,
  Radio,
  Stack,
  Text,
  VisuallyHidden,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import type { FaultAsked, SandboxState } from "../../messages";
import { BusyButton } from "../controls/BusyButton";
import { useSandbox } from "../state/queries";
import { server } from "../state/server";

/** What goes wrong, in words. */
const FAULTS: Readonly<Record<FaultAsked["kind"], string>> = {
  "429": "429: too many requests, wait 2 seconds",
  "500": "500: Gorgias fails",
  cut: "The connection is cut",
  slow: "The answer takes 3 seconds longer",
};

const KINDS = Object.keys(FAULTS) as readonly FaultAsked["kind"][];

/** Lets the next requests to the sandbox fail, to see what the connector does about it. */
export function FaultMenu() {
  const { data: sandbox } = useSandbox();
  const waiting = sandbox?.faults.reduce((sum, { count }) => sum + count, 0) ?? 0;
  return (
    <Popover width={320} position="bottom-end" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="default"
          rightSection={
            waiting > 0 && (
              <>
                <Badge size="xs" color="orange" circle>
                  {waiting}
                </Badge>
                <VisuallyHidden>waiting</VisuallyHidden>
              </>
            )
          }
        >
          Faults
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Faults">
        {sandbox?.isUsed ? (
          <Faults sandbox={sandbox} />
        ) : (
          <Text fz="sm">
            Requests to a real account cannot be made to fail. Go back to the made-up account to see
            what the connector does about faults.
          </Text>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function Faults({ sandbox }: { readonly sandbox: SandboxState }) {
  const form = useForm<FaultAsked>({ initialValues: { kind: "500", count: 1 } });
  const add = useMutation({ mutationFn: server.fault });
  const clear = useMutation({ mutationFn: server.clearFaults });
  const submit = useRef<HTMLButtonElement>(null);
  const failure = add.error ?? clear.error;
  return (
    <Stack gap="sm">
      <form onSubmit={form.onSubmit((fault) => add.mutate(fault))}>
        <Stack gap="sm">
          <Radio.Group label="What happens to the next requests" {...form.getInputProps("kind")}>
            <Stack gap={6} mt={6}>
              {KINDS.map((kind) => (
                <Radio key={kind} value={kind} label={FAULTS[kind]} size="sm" />
              ))}
            </Stack>
          </Radio.Group>
          <Group align="flex-end" gap="sm" wrap="nowrap">
            <NumberInput
              label="How many (1 to 5)"
              w={130}
              min={1}
              max={5}
              allowDecimal={false}
              clampBehavior="blur"
              required
              withAsterisk={false}
              {...form.getInputProps("count")}
            />
            <BusyButton ref={submit} type="submit" isBusy={add.isPending}>
              Add fault
            </BusyButton>
          </Group>
        </Stack>
      </form>
      <Stack gap={4} role="status">
        <Text fz="sm" fw={500}>
          {sandbox.faults.length > 0 ? "Waiting for requests" : "No fault is waiting."}
        </Text>
        {sandbox.faults.length > 0 && (
          <List size="sm">
            {sandbox.faults.map(({ kind, count }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two that are alike differ in their place alone
              <List.Item key={index}>
                {FAULTS[kind]} ({count === 1 ? "once" : `${count} times`})
              </List.Item>
            ))}
          </List>
        )}
      </Stack>
      {sandbox.faults.length > 0 && (
        <BusyButton
          variant="default"
          size="xs"
          isBusy={clear.isPending}
          heir={() => submit.current}
          onClick={() => clear.mutate()}
        >
          Remove faults
        </BusyButton>
      )}
      {failure && (
        <Text fz="sm" c="red" role="alert">
          {failure.message}
        </Text>
      )}
    </Stack>
  );
}
