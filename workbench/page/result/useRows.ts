import { useRovingIndex } from "@mantine/hooks";
import { type KeyboardEvent, useRef } from "react";
import type { TableVirtuosoHandle } from "react-virtuoso";

/**
 * Makes the rows of a virtual table one stop of the Tab key: arrows, Home and End go from row to
 * row, Enter opens one. A row that is not there yet is scrolled to, and focused as it comes.
 */
export function useRows(total: number, open: (index: number) => void) {
  const table = useRef<TableVirtuosoHandle>(null);
  const awaited = useRef<number>(undefined);
  const { getItemProps } = useRovingIndex({
    total,
    orientation: "vertical",
    loop: false,
    onFocusChange: (index) => {
      awaited.current = index;
      table.current?.scrollIntoView({ index });
    },
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
  return { table, rowProps };
}
