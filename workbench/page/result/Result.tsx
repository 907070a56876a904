import { Alert, Loader, Stack, Tabs, Text } from "@mantine/core";
import { type ReactNode, type RefObject, useMemo, useRef, useState } from "react";
import { usePassedFocus } from "../controls/passedFocus";
import { useRuns, useShownLists, useShownRun } from "../state/runs";
import { AnswerView } from "./AnswerView";
import { History } from "./History";
import { Log } from "./Log";
import { RateGauge } from "./RateGauge";
import { Requests } from "./Requests";
import { GROWS } from "./Room";
import { RunHead } from "./RunHead";

const PANEL = { flex: GROWS, style: { display: "flex", flexDirection: "column" } } as const;

/** The right: what the run that is shown did and answered, and the runs before it. */
export function Result() {
  const run = useShownRun();
  const lists = useShownLists();
  const known = useRuns(({ runs }) => runs);
  const problem = useRuns((state) => state.problem);
  const runs = useMemo(() => [...known.values()].sort((a, b) => b.number - a.number), [known]);
  const [tab, setTab] = useState<string | null>("answer");
  const head = useRef<HTMLHeadingElement>(null);
  return (
    <Stack gap="sm" flex={GROWS}>
      <RateGauge />
      {problem && (
        <Alert color="red" role="alert" title="The runs of this session could not be read" p="sm">
          {problem}
        </Alert>
      )}
      {run ? (
        <RunHead run={run} heading={head} />
      ) : (
        <Text c="dimmed">
          {runs.length > 0 || problem
            ? "No run is open."
            : "Nothing has run yet. Fill in the form and run it: what comes back is shown here."}
        </Text>
      )}
      {runs.length > 0 && (
        <Tabs value={run ? tab : "history"} onChange={setTab} keepMounted={false} {...PANEL}>
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
              <Tabs.Panel value="answer" {...PANEL}>
                <Part key={run.id} heir={head}>
                  <AnswerView run={run} />
                </Part>
              </Tabs.Panel>
              <Tabs.Panel value="requests" {...PANEL}>
                <Part key={run.id} heir={head}>
                  {lists ? <Requests exchanges={lists.exchanges} /> : <Loader size="xs" />}
                </Part>
              </Tabs.Panel>
              <Tabs.Panel value="log" {...PANEL}>
                <Part key={run.id} heir={head}>
                  {lists ? <Log entries={lists.log} /> : <Loader size="xs" />}
                </Part>
              </Tabs.Panel>
            </>
          )}
          <Tabs.Panel value="history" {...PANEL}>
            <Part heir={head}>
              <History runs={runs} shown={run?.id} open={() => setTab("answer")} />
            </Part>
          </Tabs.Panel>
        </Tabs>
      )}
    </Stack>
  );
}

/** What a tab shows. Where it goes away with the focus in it, reading goes on at the run's head. */
function Part({
  heir,
  children,
}: {
  readonly heir: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}) {
  return (
    <Stack ref={usePassedFocus(() => heir.current)} gap={0} flex={GROWS}>
      {children}
    </Stack>
  );
}
