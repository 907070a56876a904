import { useEffect, useRef } from "react";
import { create } from "zustand";

/** Whether the button of a mouse, a finger or a pen is down. */
const usePressed = create(() => false);

let isDown = false;

function follow({ buttons }: MouseEvent): void {
  isDown = buttons !== 0;
  if (isDown) {
    usePressed.setState(true, true);
  } else if (usePressed.getState()) {
    // The click comes first: it follows in the same turn.
    setTimeout(() => usePressed.setState(isDown, true));
  }
}

// A move tells of a release that another window got.
for (const type of [
  "pointerdown",
  "pointermove",
  "pointerup",
  "pointercancel",
  "mousedown",
  "mouseup",
] as const) {
  window.addEventListener(type, follow, { capture: true, passive: true });
}

/**
 * What a form shows, as it was before a press while that lasts. A press leaves the field before it:
 * what appears or goes there would move the button away from under the pointer, and the click with it.
 *
 * @param isHeld whether there is another reason to leave it as it was
 */
export function useSteady<T>(value: T, isHeld = false): T {
  const isPressed = usePressed();
  const before = useRef(value);
  const shown = isPressed || isHeld ? before.current : value;
  useEffect(() => {
    before.current = shown;
  });
  return shown;
}
