import { Alert, Loader, Stack, Tabs, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import { useRuns, useShownLists, useShownRun } from "../state/runs";
import { AnswerView } from "./AnswerView";
import { History } from "./History";
import { Log } from "./Log";
import { RateGauge } from "./RateGauge";
import { Requests } from "./Requests";
import { RunHead } from "./RunHead";

/** The right: what the run that is shown did and answered, and the runs before it. */
export function Result() {
  const run = useShownRun();
  const lists = useShownLists();
  const known = useRuns(({ runs }) => runs);
  const problem = useRuns((state) => state.problem);
  const runs = useMemo(() => [...known.values()].sort((a, b) => b.number - a.number), [known]);
  const [tab, setTab] = useState<string | null>("answer");
  return (
    <Stack gap="sm">
      <RateGauge />
      {problem && (
        <Alert color="red" role="alert" title="The runs of this session could not be read" p="sm">
          {problem}
        </Alert>
      )}
      {run ? (
        <RunHead run={run} />
      ) : (
        <Text c="dimmed">
          {runs.length > 0 || problem
            ? "No run is open."
            : "Nothing has run yet. Fill in the form and run it: what comes back is shown here."}
        </Text>
      )}
      {runs.length > 0 && (
        <Tabs value={run ? tab : "history"} onChange={setTab} keepMounted={false}>
          <Tabs.List mb="sm">
            {run && (
              <>
                <Tabs.Tab px={{ base: 6, xs: "xs" }} value="answer">
                  Answer
                </Tabs.Tab>
                <Tabs.Tab px={{ base: 6, xs: "xs" }} value="requests">
                  Requests ({run.requests})
                </Tabs.Tab>
                <Tabs.Tab px={{ base: 6, xs: "xs" }} value="log">
                  Log{lists && ` (${lists.log.length})`}
                </Tabs.Tab>
              </>
            )}
            <Tabs.Tab px={{ base: 6, xs: "xs" }} value="history">
              History ({runs.length})
            </Tabs.Tab>
          </Tabs.List>
          {run && (
            <>
              <Tabs.Panel value="answer">
                <AnswerView key={run.id} run={run} />
              </Tabs.Panel>
              <Tabs.Panel value="requests">
                {lists ? (
                  <Requests key={run.id} exchanges={lists.exchanges} />
                ) : (
                  <Loader size="xs" />
                )}
              </Tabs.Panel>
              <Tabs.Panel value="log">
                {lists ? <Log key={run.id} entries={lists.log} /> : <Loader size="xs" />}
              </Tabs.Panel>
            </>
          )}
          <Tabs.Panel value="history">
            <History runs={runs} shown={run?.id} open={() => setTab("answer")} />
          </Tabs.Panel>
        </Tabs>
      )}
    </Stack>
  );
}
