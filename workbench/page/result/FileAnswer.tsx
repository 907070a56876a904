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
      <Preview run={run} name={fileName} type={contentType} bytes={bytes} />
    </Stack>
  );
}

function Preview({
  run,
  name,
  type,
  bytes,
}: {
  readonly run: Answered;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}) {
  const address = addressOf(run.id, "answer");
  const [family = ""] = type.split("/");
  if (family === "image") {
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
  if (family === "audio") {
    // biome-ignore lint/a11y/useMediaCaption: a recording that came back has none.
    return <audio controls src={address} aria-label={name} />;
  }
  if (family === "video") {
    // biome-ignore lint/a11y/useMediaCaption: a recording that came back has none.
    return <video controls src={address} aria-label={name} style={{ maxWidth: "100%" }} />;
  }
  if (type.startsWith("application/pdf")) {
    return (
      <iframe src={address} title={name} style={{ width: "100%", height: "60dvh", border: 0 }} />
    );
  }
  const isText = family === "text" || /[/+](?:json|xml)\b/.test(type);
  return isText && bytes <= LONGEST_TEXT ? <TextFile run={run.id} name={name} /> : null;
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
