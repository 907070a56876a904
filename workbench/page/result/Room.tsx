import { Stack } from "@mantine/core";
import type { ReactNode } from "react";

/** What is around it in a column takes up what is left as well, and gets longer where that is not enough. */
export const GROWS = "1 0 auto";

/**
 * The room that is left in a column, for something that scrolls in it. Where next to nothing is
 * left, it is still this high, and the column scrolls.
 */
export function Room({ children }: { readonly children: ReactNode }) {
  return (
    <Stack gap={0} flex="1 1 0px" mih={240}>
      {children}
    </Stack>
  );
}
