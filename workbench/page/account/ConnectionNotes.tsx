import { Alert, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { BusyButton } from "../controls/BusyButton";
import { queries, useAccount } from "../state/queries";
import { server } from "../state/server";

/** Above a connection's form: which account is in use, where keys are kept, and the way back. */
export function ConnectionNotes() {
  const { data: account } = useAccount();
  const note = useRef<HTMLDivElement>(null);
  const { mutate, error, isPending } = useMutation({
    mutationFn: server.leaveAccount,
    onSuccess: (next) => queries.setQueryData(["account"], next),
  });
  if (!account) {
    return null;
  }
  return (
    <Alert
      ref={note}
      tabIndex={-1}
      role="note"
      color={account.isSandbox ? "indigo" : "red"}
      title={
        account.isSandbox
          ? "In use: a made-up account on this machine"
          : `In use: ${account.name}, a real account`
      }
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          What you fill in here stays in the memory of the workbench on this machine until you stop
          it. It is written to no file, and sent to Gorgias alone.
        </Text>
        {account.back !== undefined && (
          <BusyButton
            size="xs"
            variant="default"
            isBusy={isPending}
            heir={() => note.current}
            onClick={() => mutate()}
          >
            Back to {account.back}
          </BusyButton>
        )}
        {error && (
          <Text role="alert" size="sm" c="error">
            {error.message}
          </Text>
        )}
      </Stack>
    </Alert>
  );
}
