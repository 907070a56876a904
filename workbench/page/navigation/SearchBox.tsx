import {
  Box,
  CloseButton,
  Combobox,
  Group,
  Highlight,
  Kbd,
  Text,
  TextInput,
  useCombobox,
} from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import { pathOf } from "../state/selection";
import { EffectMark, methodOf } from "./EffectMark";
import type { Found } from "./find";
import classes from "./SearchBox.module.css";

interface SearchBoxProps {
  readonly words: string;
  readonly onWords: (words: string) => void;
  /** What the words find; undefined while there are none. */
  readonly found: readonly Found[] | undefined;
  readonly onOpen: (path: string) => void;
}

/** The search: arrow keys go through what is found, Enter opens it, Escape clears. */
export function SearchBox({ words, onWords, found, onOpen }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ opened: found !== undefined && found.length > 0 });
  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (found) {
      selectFirstOption();
    }
  }, [found, selectFirstOption]);
  const focus = () => input.current?.focus();
  useHotkeys([["mod+K", focus]], []);
  useHotkeys([["/", focus]]);
  return (
    <Combobox store={combobox} onOptionSubmit={onOpen}>
      <Box p="xs">
        <Combobox.EventsTarget
          withExpandedAttribute
          // With words, Escape is for them, and not for the drawer around.
          data-mantine-stop-propagation={words !== ""}
        >
          <TextInput
            ref={input}
            data-autofocus
            aria-label="Search"
            placeholder="Search name, endpoint or word"
            value={words}
            onChange={({ currentTarget }) => onWords(currentTarget.value)}
            onKeyDown={({ key }) => key === "Escape" && onWords("")}
            rightSection={
              words === "" ? (
                <Kbd aria-hidden>/</Kbd>
              ) : (
                <CloseButton
                  size="sm"
                  aria-label="Clear the search"
                  onClick={() => {
                    onWords("");
                    focus();
                  }}
                />
              )
            }
          />
        </Combobox.EventsTarget>
        <Text role="status" fz="xs" c="dimmed" px={4} mt={found ? 4 : 0}>
          {found && resultsIn(found.length)}
        </Text>
      </Box>
      <Combobox.Options
        aria-label="What was found"
        className={classes.found}
        hidden={!found || found.length === 0}
      >
        {found?.map((one) => (
          <Result key={pathOf(one.step)} {...one} />
        ))}
      </Combobox.Options>
    </Combobox>
  );
}

function Result({ step, terms }: Found) {
  // Shorter ones stand in the middle of other words too.
  const highlight = terms.filter((term) => term.length > 2);
  return (
    <Combobox.Option
      value={pathOf(step)}
      aria-description={methodOf(step)}
      className={classes.result}
    >
      <Group gap={0} wrap="nowrap" align="baseline">
        {step.kind !== "connections" && <EffectMark step={step} w={42} />}
        <Box miw={0} flex={1}>
          <Highlight highlight={highlight} fz="sm">
            {step.label}
          </Highlight>
          <Highlight highlight={highlight} fz="xs" c="dimmed" lineClamp={2}>
            {step.endpoint
              ? `${step.endpoint.split(" ")[1]} · ${step.description}`
              : step.description}
          </Highlight>
        </Box>
      </Group>
    </Combobox.Option>
  );
}

function resultsIn(count: number): string {
  return count === 0 ? "Nothing was found." : count === 1 ? "1 result" : `${count} results`;
}
