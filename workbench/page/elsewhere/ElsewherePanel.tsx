import { Alert, Group, Skeleton, Stack, Tabs, Title } from "@mantine/core";
import { useDebouncedValue, useSessionStorage } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useId } from "react";
import type { Asked, Elsewhere } from "../../messages";
import { CopyButton } from "../controls/CopyButton";
import { server } from "../state/server";
import { SnippetView } from "./SnippetView";

/** How long nobody types before the snippets follow the form, in milliseconds. */
const PAUSE_MS = 200;

const PLACES = { terminal: "Terminal", code: "Code", mcp: "MCP" } satisfies Readonly<
  Record<keyof Elsewhere, string>
>;

const KEYS = ["terminal", "code", "mcp"] as const;

/** The same step as terminal command, in code and over MCP, to copy. It follows the form. */
export function ElsewherePanel({ asked }: { readonly asked: Asked }) {
  const heading = useId();
  // The place that somebody looks at stays from step to step.
  const [place, setPlace] = useSessionStorage<keyof Elsewhere>({
    key: "elsewhere",
    defaultValue: "terminal",
    getInitialValueInEffect: false,
  });
  const { data, error } = useElsewhere(asked);
  const text = data?.[place].text;
  return (
    <Stack component="section" gap="xs" aria-labelledby={heading}>
      <Title order={3} size="h6" id={heading}>
        Use this step elsewhere
      </Title>
      <Tabs value={place} onChange={(key) => setPlace(KEYS.find((one) => one === key) ?? place)}>
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <Tabs.List aria-labelledby={heading}>
            {KEYS.map((key) => (
              <Tabs.Tab key={key} value={key}>
                {PLACES[key]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {text && <CopyButton name="Copy" textOf={() => text} />}
        </Group>
        {KEYS.map((key) => (
          <Tabs.Panel key={key} value={key} pt="xs">
            {error && <Alert color="red">{error.message}</Alert>}
            {data && !error && <SnippetView label={PLACES[key]} snippet={data[key]} />}
            {!data && !error && <Skeleton h={60} aria-label="Loading" />}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  );
}

/** What a step is elsewhere. What stood there stays until the next is known. */
function useElsewhere({ kind, key, inputs }: Asked) {
  const [asked] = useDebouncedValue(JSON.stringify({ kind, key, inputs }), PAUSE_MS);
  return useQuery({
    queryKey: ["elsewhere", asked],
    queryFn: ({ signal }) => server.elsewhere(JSON.parse(asked), signal),
    placeholderData: keepPreviousData,
    // A password may be among the inputs: nothing is kept.
    gcTime: 0,
  });
}
