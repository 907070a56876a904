import { type KeyboardEvent, useRef } from "react";
import type { ListRange } from "react-virtuoso";

/** Which way a key goes by a page. */
const PAGES: Readonly<Record<string, number>> = { PageUp: -1, PageDown: 1 };

/**
 * Keeps the one entry of a virtual list that the Tab key stops at among those that are there,
 * however it is scrolled, and lets the keyboard go through it by the page.
 *
 * @param total how many entries there are
 * @param active which entry is the stop
 * @param take makes another one the stop, and gives it the focus where the list has it
 */
export function useTabStop(
  total: number,
  active: () => number,
  take: (index: number, isFocused: boolean) => void,
) {
  const isFocused = useRef(false);
  const shown = useRef<ListRange>({ startIndex: 0, endIndex: 0 });
  const awaited = useRef<number>(undefined);
  const expect = (index: number) => {
    awaited.current = isIn(shown.current, index) ? undefined : index;
  };
  const ends: Readonly<Record<string, number>> = { Home: 0, End: total - 1 };
  return {
    /** Says that an entry is being scrolled to: what is there meanwhile is passed by. */
    expect,
    /** Props of the list. */
    list: {
      // One of its entries takes the focus.
      tabIndex: -1,
      onFocus: () => {
        isFocused.current = true;
      },
      // An entry that goes away with the focus does not tell.
      onBlur: () => {
        isFocused.current = false;
      },
      onKeyDown: (event: KeyboardEvent) => {
        const [way, end] = [PAGES[event.key], ends[event.key]];
        if (end !== undefined) {
          // The browser would scroll by itself, before the entry at the end has the focus.
          event.preventDefault();
          expect(end);
        }
        if (way !== undefined) {
          event.preventDefault();
          const { startIndex, endIndex } = shown.current;
          const page = Math.max(endIndex - startIndex - 1, 1);
          take(Math.min(Math.max(active() + way * page, 0), total - 1), true);
        }
      },
      rangeChanged: (range: ListRange) => {
        shown.current = range;
        if (awaited.current !== undefined) {
          if (isIn(range, awaited.current)) {
            awaited.current = undefined;
          }
        } else if (!isIn(range, active())) {
          // The first one may stand there in part.
          take(Math.min(range.startIndex + 1, range.endIndex), isFocused.current);
        }
      },
    },
  };
}

const isIn = ({ startIndex, endIndex }: ListRange, index: number) =>
  index >= startIndex && index <= endIndex;
