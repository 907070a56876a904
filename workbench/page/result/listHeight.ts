import { useState } from "react";

/**
 * How high a virtual list is: as high as what it holds, where there is room for it.
 *
 * @param guess how high what it holds may be, in pixels, until it is measured
 * @param around what stands in it beside its items, in pixels: a table's head
 * @returns props of the list
 */
export function useListHeight(guess: number, around = 0) {
  const [height, setHeight] = useState(guess);
  return {
    totalListHeightChanged: setHeight,
    // The list's own style hides that it has the focus.
    style: { height: Math.max(height, 1) + around, outline: undefined },
  };
}
