import { Affix, Alert, Code } from "@mantine/core";
import { useHearing } from "./state/events";

/** What to do when the server no longer answers. */
export function LostServer() {
  const { isLost } = useHearing();
  return (
    isLost && (
      <Affix position={{ bottom: 16, left: 16 }} maw="calc(100vw - 32px)">
        <Alert role="alert" variant="filled" color="red" title="The workbench has stopped">
          Start it again with <Code>npm run workbench</Code> and use the page that it opens.
        </Alert>
      </Affix>
    )
  );
}
