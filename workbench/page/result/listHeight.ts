import { useState } from "react";

/**
 * How high a virtual list is: as high as what it holds, but never more than most of the window.
 *
 * @param guess how high what it holds may be, in pixels, until it is measured
 * @param around what stands in it beside its items, in pixels: a table's head
 * @param most how much of the window it takes at the most
 * @returns props of the list
 */
export function useListHeight(guess: number, around = 0, most = "64dvh") {
  const [height, setHeight] = useState(guess);
  return {
    totalListHeightChanged: setHeight,
    style: { height: `min(${Math.max(height, 1) + around}px, ${most})` },
  };
}
