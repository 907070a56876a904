import { Button, type ButtonProps } from "@mantine/core";
import { useMergedRef } from "@mantine/hooks";
import type { ComponentProps, Ref } from "react";
import { ignoreHeldEnter } from "./heldKey";
import { usePassedFocus } from "./passedFocus";

interface BusyButtonProps
  extends Omit<ButtonProps, "loading" | "disabled">,
    Omit<ComponentProps<"button">, keyof ButtonProps | "ref"> {
  readonly ref?: Ref<HTMLButtonElement>;
  /** Whether what it began is under way: pressed again, it does nothing. */
  readonly isBusy: boolean;
  /** What gets the focus where the button goes away with it. */
  readonly heir?: () => HTMLElement | null | undefined;
}

/**
 * A button that does one thing at a time: a double click and a key that is held down count once. It
 * keeps the focus while it is busy, which one that is disabled loses.
 */
export function BusyButton({ ref, isBusy, heir = nobody, onClick, ...props }: BusyButtonProps) {
  return (
    <Button
      {...props}
      ref={useMergedRef(ref, usePassedFocus(heir))}
      loading={isBusy}
      aria-disabled={isBusy}
      onKeyDown={ignoreHeldEnter}
      onClick={(event) =>
        // The second click of a double one may meet what the first has changed: it does not count.
        isBusy || event.detail > 1 ? event.preventDefault() : onClick?.(event)
      }
      renderRoot={({ disabled: _, ...root }) => <button type="button" {...root} />}
    />
  );
}

const nobody = () => undefined;
