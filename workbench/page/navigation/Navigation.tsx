import { ScrollArea, Stack } from "@mantine/core";
import { useDeferredValue, useMemo, useState } from "react";
import type { Catalogue, Step } from "../../messages";
import { ColorScheme } from "./ColorScheme";
import { finderOf } from "./find";
import { SearchBox } from "./SearchBox";
import { Sections } from "./Sections";

/** The left: all that the connector has, to search and to open. */
export function Navigation({
  catalogue,
  step,
  onOpen,
}: {
  readonly catalogue: Catalogue;
  /** The one that is open. */
  readonly step: Step | undefined;
  /** Opens a step, or goes to it where it is open. */
  readonly onOpen: (path: string) => void;
}) {
  const [words, setWords] = useState("");
  const find = useMemo(() => finderOf(catalogue), [catalogue]);
  const searched = useDeferredValue(words).trim();
  const found = useMemo(() => (searched === "" ? undefined : find(searched)), [find, searched]);
  return (
    <Stack gap={0} h="100%">
      <SearchBox words={words} onWords={setWords} found={found} onOpen={onOpen} />
      {!found && (
        <ScrollArea flex={1} type="auto" scrollbarSize={8}>
          <Sections catalogue={catalogue} step={step} />
        </ScrollArea>
      )}
      <ColorScheme />
    </Stack>
  );
}
