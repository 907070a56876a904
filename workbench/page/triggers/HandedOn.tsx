import { Anchor, Group, Stack, Table, Text, Title, VisuallyHidden } from "@mantine/core";
import { counted } from "../../../cli/counted";
import type { RunSummary } from "../../messages";
import { showPane } from "../panes";
import { RunStatus } from "../run/RunStatus";
import { soFar, timeOf } from "../run/runWords";
import { show, useRuns } from "../state/runs";

/** What a flow was handed on, run by run; each opens on the right. */
export function HandedOn({
  runs,
}: {
  /** The newest first. */
  readonly runs: readonly RunSummary[];
}) {
  const shown = useRuns((state) => state.shown);
  const [newest] = runs;
  return (
    <Stack gap="xs">
      <Title order={4}>What is handed on</Title>
      <Table.ScrollContainer minWidth={0} mah="40dvh">
        <Table fz="sm" verticalSpacing={5} tabularNums aria-label="Runs of this flow">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={84}>Time</Table.Th>
              <Table.Th>Handed on</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {runs.map((run) => (
              <Table.Tr key={run.id} aria-current={run.id === shown || undefined}>
                <Table.Td style={{ verticalAlign: "top" }}>{timeOf(run.startedAt)}</Table.Td>
                <Table.Td style={{ overflowWrap: "anywhere" }}>
                  <Anchor
                    component="button"
                    type="button"
                    fz="sm"
                    fw={run.id === shown ? 700 : 400}
                    ta="start"
                    onClick={() => {
                      show(run.id);
                      showPane("result");
                    }}
                  >
                    {wordsOf(run)}
                  </Anchor>
                  <Group gap="xs" mt={2}>
                    <RunStatus status={run.status} />
                    <Text fz="xs" c="dimmed">
                      {run.waiting ?? counted(run.requests, "request")}
                    </Text>
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <VisuallyHidden role="status">
        {newest && newest.status !== "running" ? wordsOf(newest) : ""}
      </VisuallyHidden>
    </Stack>
  );
}

function wordsOf({ answer, failure, items }: RunSummary): string {
  return answer?.words ?? failure?.message ?? soFar(items);
}
