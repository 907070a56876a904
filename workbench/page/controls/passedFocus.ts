import { useCallback, useLayoutEffect, useRef } from "react";

/**
 * Keeps the focus on the page where an element goes away that has it, or has it inside: what takes its
 * place gets it.
 *
 * @param heir looks for what gets it, once the element is gone
 * @returns the ref of the element
 */
export function usePassedFocus(heir: () => HTMLElement | null | undefined) {
  const latest = useRef(heir);
  useLayoutEffect(() => {
    latest.current = heir;
  });
  return useCallback((element: HTMLElement | null) => {
    return () => {
      if (element?.contains(document.activeElement)) {
        queueMicrotask(() => latest.current()?.focus());
      }
    };
  }, []);
}
