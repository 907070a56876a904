import { MergeView, unifiedMergeView } from "@codemirror/merge";
import { Alert, Box, SimpleGrid, Stack, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import CodeMirror, { getDefaultExtensions } from "@uiw/react-codemirror";
import { useEffect, useMemo, useRef } from "react";
import { useCodeTheme } from "../codeTheme";
import { timeOf } from "../run/runWords";
import { type Answered, useAnswer } from "./answer";
import { shownJson } from "./codeLook";
import { jsonToRead } from "./cut";
import { Waiting } from "./Waiting";

const SAME_STRETCHES = { margin: 3, minSize: 6 };

/** Two long answers that have little in common are told apart less finely, and the page goes on. */
const DIFF = { scanLimit: 1_000, timeout: 500 };

/** Where the answers of two runs differ: side by side, or one below the other where it is narrow. */
export default function Compare({
  one,
  other,
}: {
  readonly one: Answered;
  readonly other: Answered;
}) {
  const before = useAnswer(one.id);
  const after = useAnswer(other.id);
  const texts = useMemo(
    () => [before.data, after.data].map((data) => jsonToRead(data)),
    [before.data, after.data],
  );
  const isWide = useMediaQuery("(min-width: 48em)", true, { getInitialValueInEffect: false });
  const error = before.error ?? after.error;
  if (error) {
    return <Alert color="red">{error.message}</Alert>;
  }
  if (before.isPending || after.isPending) {
    return <Waiting />;
  }
  const [a = "", b = ""] = texts;
  return (
    <Stack gap="xs">
      <SimpleGrid cols={isWide ? 2 : 1} spacing="xs" verticalSpacing={2}>
        <Name place="First" run={one} />
        <Name place="Second" run={other} />
      </SimpleGrid>
      {a === b ? (
        <Text role="status">
          {JSON.stringify(before.data) === JSON.stringify(after.data)
            ? "The answers are the same."
            : "The answers differ only in what is cut here. Download both to compare them."}
        </Text>
      ) : isWide ? (
        <SideBySide a={a} b={b} />
      ) : (
        <Unified a={a} b={b} />
      )}
    </Stack>
  );
}

function Name({ place, run }: { readonly place: string; readonly run: Answered }) {
  return (
    <Text fz="sm" fw={600}>
      {place}: {run.number}. {run.label}, {timeOf(run.startedAt)}
    </Text>
  );
}

interface Texts {
  readonly a: string;
  readonly b: string;
}

function SideBySide({ a, b }: Texts) {
  const box = useRef<HTMLDivElement>(null);
  const theme = useCodeTheme();
  useEffect(() => {
    if (!box.current) {
      return;
    }
    const look = (label: string) => [
      getDefaultExtensions({ theme, readOnly: true, indentWithTab: false }),
      shownJson(label),
    ];
    const view = new MergeView({
      a: { doc: a, extensions: look("The first answer") },
      b: { doc: b, extensions: look("The second answer") },
      parent: box.current,
      collapseUnchanged: SAME_STRETCHES,
      diffConfig: DIFF,
    });
    return () => view.destroy();
  }, [a, b, theme]);
  return <Box ref={box} mah="70dvh" style={{ overflow: "auto" }} />;
}

function Unified({ a, b }: Texts) {
  const theme = useCodeTheme();
  const extensions = useMemo(
    () => [
      shownJson("The second answer, with what the first one had"),
      unifiedMergeView({
        original: a,
        mergeControls: false,
        collapseUnchanged: SAME_STRETCHES,
        diffConfig: DIFF,
      }),
    ],
    [a],
  );
  return (
    <CodeMirror
      value={b}
      readOnly
      indentWithTab={false}
      maxHeight="70dvh"
      theme={theme}
      extensions={extensions}
    />
  );
}
