import { Group, Paper, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useDropzone } from "react-dropzone";
import type { FileReference } from "../../../messages";
import { BusyButton } from "../../controls/BusyButton";
import { server } from "../../state/server";

interface DropZoneProps {
  readonly id: string;
  readonly label: string;
  readonly describedBy: string;
  readonly isMultiple: boolean;
  readonly onStored: (files: readonly FileReference[]) => void;
}

/** Takes files that are dropped or chosen, and hands them to the server. */
export function DropZone({ id, label, describedBy, isMultiple, onStored }: DropZoneProps) {
  const { mutate, isPending, error } = useMutation({
    mutationFn: (files: readonly File[]) => Promise.all(files.map(server.storeFile)),
    onSuccess: onStored,
  });
  const { getRootProps, getInputProps, open, isDragActive, fileRejections } = useDropzone({
    multiple: isMultiple,
    noClick: true,
    noKeyboard: true,
    onDropAccepted: (files) => mutate(files),
  });
  const what = isMultiple ? "files" : "a file";
  return (
    <Paper
      withBorder
      p="sm"
      {...getRootProps()}
      tabIndex={-1}
      style={{
        borderStyle: "dashed",
        ...(isDragActive && { background: "var(--mantine-primary-color-light)" }),
      }}
    >
      <input {...getInputProps({ "aria-label": label })} />
      <Group gap="sm">
        <BusyButton
          id={id}
          heir={() => document.getElementById(id)}
          variant="default"
          size="xs"
          isBusy={isPending}
          aria-label={`Choose ${what} for ${label}`}
          aria-describedby={describedBy}
          onClick={open}
        >
          Choose {what}
        </BusyButton>
        <Text size="sm" c="dimmed">
          {isDragActive ? "Let go to add it." : `or drop ${isMultiple ? "them" : "it"} here`}
        </Text>
      </Group>
      {fileRejections.length > 0 && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert" mt="xs">
          Drop one file.
        </Text>
      )}
      {error && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert" mt="xs">
          {error.message}
        </Text>
      )}
    </Paper>
  );
}
