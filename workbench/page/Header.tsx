import { Burger, Group, SegmentedControl, Title } from "@mantine/core";
import type { Ref } from "react";
import { AccountBar } from "./account/AccountBar";
import { LOST_HEIGHT, LostServer } from "./LostServer";
import type { Pane } from "./panes";

/** What the page is called. */
export const NAME = "Gorgias connector workbench";

/** A line for the page and one for its account, in pixels. */
const HEIGHT = 48 + 32;

/**
 * How high the header is, in pixels.
 *
 * @param isLost whether it also has to say that the server is gone
 */
export function heightOfHeader(isLost: boolean): { readonly base: number; readonly sm: number } {
  const { base, sm } = isLost ? LOST_HEIGHT : { base: 0, sm: 0 };
  return { base: HEIGHT + base, sm: HEIGHT + sm };
}

interface HeaderProps {
  /** Opens the navigation, where it is a drawer. */
  readonly burger:
    | { readonly ref: Ref<HTMLButtonElement>; readonly isNavigating: boolean; onOpen(): void }
    | undefined;
  /** Goes from form to result and back, where there is room for one of them. */
  readonly panes: { readonly pane: Pane; onPane(pane: Pane): void } | undefined;
}

/** The top of the page: its name, the account, and whether the server is gone. */
export function Header({ burger, panes }: HeaderProps) {
  return (
    <>
      <Group h={48} px="md" gap="sm" wrap="nowrap">
        {burger && (
          <Burger
            ref={burger.ref}
            size="sm"
            opened={burger.isNavigating}
            onClick={burger.onOpen}
            aria-label="Open the navigation"
            aria-haspopup="dialog"
          />
        )}
        <Title order={1} fz={{ base: "sm", xs: "md" }} lh={1.3} flex={1} miw={0} lineClamp={2}>
          {NAME}
        </Title>
        {panes && (
          <SegmentedControl
            aria-label="Show"
            size="xs"
            data={[
              { label: "Form", value: "form" },
              { label: "Result", value: "result" },
            ]}
            value={panes.pane}
            onChange={panes.onPane}
          />
        )}
      </Group>
      <AccountBar />
      <LostServer />
    </>
  );
}
