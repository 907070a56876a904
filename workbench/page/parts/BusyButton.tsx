import { Button, type ButtonProps } from "@mantine/core";
import { useMergedRef } from "@mantine/hooks";
import type { ComponentProps, Ref } from "react";
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

/** A button that keeps the focus while it is busy, which one that is disabled loses. */
export function BusyButton({ ref, isBusy, heir = nobody, onClick, ...props }: BusyButtonProps) {
  return (
    <Button
      {...props}
      ref={useMergedRef(ref, usePassedFocus(heir))}
      loading={isBusy}
      aria-disabled={isBusy}
      onClick={(event) => (isBusy ? event.preventDefault() : onClick?.(event))}
      renderRoot={({ disabled: _, ...root }) => <button type="button" {...root} />}
    />
  );
}

const nobody = () => undefined;
