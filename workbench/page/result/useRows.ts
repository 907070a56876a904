import { useRovingIndex } from "@mantine/hooks";
import { type KeyboardEvent, useRef, useState } from "react";
import type { TableVirtuosoHandle } from "react-virtuoso";
import { useTabStop } from "./useTabStop";

/**
 * Makes the rows of a virtual table one stop of the Tab key: arrows, Home, End and the page keys go
 * from row to row, Enter opens one. A row that is not there yet is scrolled to, and focused as it
 * comes.
 */
export function useRows(total: number, open: (index: number) => void) {
  const table = useRef<TableVirtuosoHandle>(null);
  const awaited = useRef<number>(undefined);
  const [active, setActive] = useState(0);
  const goTo = (index: number) => {
    setActive(index);
    expect(index);
    awaited.current = index;
    table.current?.scrollIntoView({ index });
  };
  const { list, expect } = useTabStop(
    total,
    () => active,
    (index, isFocused) => (isFocused ? goTo(index) : setActive(index)),
  );
  const { getItemProps } = useRovingIndex({
    total,
    orientation: "vertical",
    loop: false,
    focusedIndex: active,
    onFocusChange: goTo,
  });
  const rowProps = (index: number) => {
    const { ref, ...props } = getItemProps({
      index,
      onClick: () => open(index),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === "Enter") {
          open(index);
        }
      },
    });
    return {
      ...props,
      ref: (row: HTMLElement | null) => {
        ref(row);
        if (row && awaited.current === index) {
          awaited.current = undefined;
          row.focus({ preventScroll: true });
        }
      },
    };
  };
  return { rowProps, list: { ...list, ref: table } };
}
