import { Button, Code, DataList, Group, Image, Stack } from "@mantine/core";
import { counted } from "../../../cli/counted";
import { addressOf } from "../state/server";
import { type Answered, useText } from "./answer";

/** The most bytes of a text that is shown. */
const LONGEST_TEXT = 1024 * 1024;

/** A file that came back: shown where a browser can, and to download. */
export function FileAnswer({ run }: { readonly run: Answered }) {
  const { fileName = "file", contentType = "application/octet-stream", bytes } = run.answer;
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-start">
        <DataList size="sm" gap={2} labelWidth={60}>
          <DataList.Item>
            <DataList.ItemLabel>Name</DataList.ItemLabel>
            <DataList.ItemValue>{fileName}</DataList.ItemValue>
          </DataList.Item>
          <DataList.Item>
            <DataList.ItemLabel>Type</DataList.ItemLabel>
            <DataList.ItemValue>{contentType}</DataList.ItemValue>
          </DataList.Item>
          <DataList.Item>
            <DataList.ItemLabel>Size</DataList.ItemLabel>
            <DataList.ItemValue>{counted(bytes, "byte")}</DataList.ItemValue>
          </DataList.Item>
        </DataList>
        <Button
          component="a"
          size="compact-sm"
          variant="default"
          href={addressOf(run.id, "answer.file")}
          download={fileName}
        >
          Download
        </Button>
      </Group>
      <Preview run={run} name={fileName} />
    </Stack>
  );
}

function Preview({ run, name }: { readonly run: Answered; readonly name: string }) {
  const { preview, bytes } = run.answer;
  const address = addressOf(run.id, "answer");
  if (preview === "image") {
    return (
      <Image
        src={address}
        alt={name}
        w="auto"
        maw="100%"
        mah="56dvh"
        fit="contain"
        style={{ alignSelf: "flex-start" }}
      />
    );
  }
  if (preview === "audio") {
    // biome-ignore lint/a11y/useMediaCaption: a recording that came back has none.
    return <audio controls src={address} aria-label={name} />;
  }
  if (preview === "video") {
    // biome-ignore lint/a11y/useMediaCaption: a recording that came back has none.
    return <video controls src={address} aria-label={name} style={{ maxWidth: "100%" }} />;
  }
  if (preview === "pdf") {
    return (
      <iframe src={address} title={name} style={{ width: "100%", height: "60dvh", border: 0 }} />
    );
  }
  return preview === "text" && bytes <= LONGEST_TEXT ? <TextFile run={run.id} name={name} /> : null;
}

function TextFile({ run, name }: { readonly run: string; readonly name: string }) {
  const { data } = useText(run);
  return (
    <Code
      block
      mah="56dvh"
      style={{ overflow: "auto" }}
      tabIndex={0}
      aria-label={name}
      role="region"
    >
      {data}
    </Code>
  );
}
