import { Alert, Button, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { lazy, Suspense, useMemo, useState } from "react";
import { itemsOf, listsOf } from "../../../cli/shape";
import { isObject } from "../../../src/client/json";
import { CopyButton } from "../controls/CopyButton";
import { addressOf } from "../state/server";
import { type Answered, useAnswer } from "./answer";
import { jsonToRead } from "./cut";
import { ListTable } from "./ListTable";
import { chooseView, useLooks, VIEWS } from "./looks";
import { NextPage } from "./NextPage";
import { OpenedValue } from "./OpenedValue";
import { RecordTable } from "./RecordTable";
import { GROWS } from "./Room";
import { short } from "./short";
import { isNested } from "./treeOf";
import { ValueTree } from "./ValueTree";
import { Waiting } from "./Waiting";

const JsonText = lazy(() => import("./JsonText"));

/** An answer as a table, as a tree and as JSON, to copy and to download. */
export function JsonAnswer({ run }: { readonly run: Answered }) {
  const { data, error, isPending } = useAnswer(run.id);
  const view = useLooks((looks) => looks.view);
  const hasCsv = useMemo(() => (itemsOf(data) ?? []).length > 0, [data]);
  if (isPending) {
    return <Waiting />;
  }
  if (error) {
    return <Alert color="red">{error.message}</Alert>;
  }
  return (
    <Stack gap="xs" flex={GROWS}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <SegmentedControl
            size="xs"
            aria-label="How the answer is shown"
            data={[...VIEWS]}
            value={view}
            onChange={chooseView}
          />
          <NextPage run={run} answer={data} />
        </Group>
        <Group gap={6}>
          <CopyButton name="Copy JSON" textOf={() => JSON.stringify(data, null, 2)} />
          <Download run={run} part="answer.json" name="JSON" />
          {hasCsv && <Download run={run} part="answer.csv" name="CSV" />}
        </Group>
      </Group>
      {view === "Table" && <Tables step={`${run.kind} ${run.key}`} answer={data} />}
      {view === "Tree" &&
        (isNested(data) ? (
          <ValueTree name="Answer" value={data} />
        ) : (
          <Text ff="monospace">{jsonToRead(data)}</Text>
        ))}
      {view === "JSON" && (
        <Suspense fallback={<Waiting />}>
          <JsonText value={data} />
        </Suspense>
      )}
    </Stack>
  );
}

function Tables({ step, answer }: { readonly step: string; readonly answer: unknown }) {
  const lists = useMemo(() => listsOf(answer), [answer]);
  const [name, setName] = useState(
    () => (lists.find(({ items }) => items.length > 0) ?? lists[0])?.name,
  );
  const [opened, setOpened] = useState<{ readonly title: string; readonly value: unknown }>();
  const open = (title: string, value: unknown) => setOpened({ title, value });
  const list = lists.find((one) => one.name === name);
  return (
    <>
      {lists.length > 1 && name !== undefined && (
        <SegmentedControl
          size="xs"
          aria-label="Which list is shown"
          data={lists.map((one) => ({
            value: one.name,
            label: `${one.name} (${one.items.length})`,
          }))}
          value={name}
          onChange={setName}
        />
      )}
      {list && list.items.length > 0 && (
        <ListTable key={list.name} list={list} of={step} open={open} />
      )}
      {list?.items.length === 0 && <Text c="dimmed">The list is empty.</Text>}
      {!list &&
        (isObject(answer) ? (
          <RecordTable record={answer} open={open} />
        ) : (
          <Text>{short(answer)}</Text>
        ))}
      <OpenedValue opened={opened} close={() => setOpened(undefined)} />
    </>
  );
}

function Download({
  run,
  part,
  name,
}: {
  readonly run: Answered;
  readonly part: "answer.json" | "answer.csv";
  readonly name: string;
}) {
  return (
    <Button
      component="a"
      size="compact-xs"
      variant="default"
      href={addressOf(run.id, part)}
      download
    >
      Download {name}
    </Button>
  );
}
