import type { KeyboardEvent } from "react";

/**
 * Lets Enter count once however long it is held down: browsers press a button, or send a form, each
 * time that the key repeats. Where it makes new lines, it goes on.
 */
export function ignoreHeldEnter(event: KeyboardEvent): void {
  const { target } = event;
  const isButton = target instanceof HTMLButtonElement;
  if (event.repeat && event.key === "Enter" && (isButton || target instanceof HTMLInputElement)) {
    event.preventDefault();
  }
}
