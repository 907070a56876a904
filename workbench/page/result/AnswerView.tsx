import { Text } from "@mantine/core";
import type { RunSummary } from "../../messages";
import { isAnswered } from "./answer";
import { FileAnswer } from "./FileAnswer";
import { JsonAnswer } from "./JsonAnswer";
import { Waiting } from "./Waiting";

/** What came back. */
export function AnswerView({ run }: { readonly run: RunSummary }) {
  if (run.status === "running") {
    return <Waiting />;
  }
  if (!isAnswered(run)) {
    return <Text c="dimmed">There is no answer to show.</Text>;
  }
  switch (run.answer.kind) {
    case "nothing":
      return <Text>It is done. There is no data to show.</Text>;
    case "file":
      return <FileAnswer run={run} />;
    case "json":
      return <JsonAnswer run={run} />;
  }
}
