import { AppShell, Box, Drawer, Group, Stack, Text, useMatches } from "@mantine/core";
import { useDidUpdate, useDocumentTitle, useHotkeys } from "@mantine/hooks";
import { useRef, useState } from "react";
import { useHashLocation } from "wouter/use-hash-location";
import type { Catalogue } from "../messages";
import { ConnectionNotes } from "./account/ConnectionNotes";
import { ConfirmDialog } from "./account/confirm";
import { StepForm } from "./form/StepForm";
import { Header, heightOfHeader, NAME } from "./Header";
import { Navigation } from "./navigation/Navigation";
import { usePane } from "./panes";
import { usePaneWidths, WIDTH } from "./paneWidths";
import { Result } from "./result/Result";
import { SkipLink } from "./SkipLink";
import { Start } from "./start/Start";
import { useHearing } from "./state/events";
import { pathOf, useSelection } from "./state/selection";
import classes from "./Workbench.module.css";

/** Known before the first paint, so that nothing jumps. */
const AT_ONCE = { getInitialValueInEffect: false };

/**
 * Left, middle and right. Where there is no room, the left is a drawer, and the right takes the
 * place of the middle.
 */
export function Workbench({ catalogue }: { readonly catalogue: Catalogue }) {
  const step = useSelection(catalogue);
  const path = step && pathOf(step);
  const hasLeft = useMatches({ base: false, md: true }, AT_ONCE);
  const hasRight = useMatches({ base: false, lg: true }, AT_ONCE);
  const [isNavigating, setNavigating] = useState(false);
  const [pane, setPane] = usePane(path);
  /** Counts how often the step that is open was picked again. */
  const [round, setRound] = useState(0);
  const [, go] = useHashLocation();
  const resize = usePaneWidths(hasRight);
  const { isLost } = useHearing();
  const burger = useRef<HTMLButtonElement>(null);
  const middle = useRef<HTMLElement>(null);
  const right = useRef<HTMLDivElement>(null);
  const isMiddleHidden = !hasRight && pane === "result";
  const isRightHidden = !hasRight && pane === "form";

  useDocumentTitle(step ? `${step.label} · ${NAME}` : NAME);
  useDidUpdate(() => {
    setNavigating(false);
    window.scrollTo(0, 0);
    middle.current?.focus();
  }, [path, round]);
  useDidUpdate(() => {
    if (isMiddleHidden) {
      right.current?.focus();
    }
  }, [isMiddleHidden]);
  const open = (picked: string) => {
    if (picked === path) {
      setPane("form");
      setRound(round + 1);
    } else {
      go(picked);
    }
  };
  const openDrawer = () => setNavigating(!hasLeft);
  useHotkeys([["mod+K", openDrawer]], []);
  useHotkeys([["/", openDrawer]]);

  return (
    <>
      <SkipLink onFollow={() => (isMiddleHidden ? right : middle).current?.focus()} />
      <AppShell
        header={{ height: heightOfHeader(isLost) }}
        navbar={{ width: WIDTH.navigation, breakpoint: "md", collapsed: { mobile: true } }}
        aside={{ width: WIDTH.result, breakpoint: "lg", collapsed: { mobile: isRightHidden } }}
        resize={resize}
        padding="md"
        transitionDuration={0}
      >
        <AppShell.Header>
          <Header
            burger={hasLeft ? undefined : { ref: burger, isNavigating, onOpen: openDrawer }}
            panes={hasRight ? undefined : { pane, onPane: setPane }}
          />
        </AppShell.Header>
        {hasLeft && (
          <AppShell.Navbar aria-label="Steps">
            <Navigation catalogue={catalogue} step={step} onOpen={open} />
          </AppShell.Navbar>
        )}
        <AppShell.Main ref={middle} tabIndex={-1} className={classes.pane} inert={isMiddleHidden}>
          {step ? (
            <Stack>
              {step.kind === "connections" && <ConnectionNotes />}
              <StepForm key={path} step={step} />
            </Stack>
          ) : (
            <Start catalogue={catalogue} />
          )}
        </AppShell.Main>
        <AppShell.Aside
          inert={isRightHidden}
          // Beside the navigation, where that has a place of its own.
          maw="calc(100% - var(--app-shell-navbar-offset, 0rem))"
          {...(isMiddleHidden ? { role: "none" } : { "aria-label": "Result" })}
        >
          <Stack
            ref={right}
            tabIndex={-1}
            className={classes.pane}
            gap={0}
            flex={1}
            mih={0}
            p="md"
            style={{ overflowY: "auto" }}
            // Where it takes the place of the middle, it is what the page is about.
            {...(isMiddleHidden && { role: "main", "aria-label": "Result" })}
          >
            <Result />
          </Stack>
        </AppShell.Aside>
      </AppShell>
      <Drawer.Root
        opened={isNavigating && !hasLeft}
        onClose={() => {
          setNavigating(false);
          burger.current?.focus();
        }}
        returnFocus={false}
        size={320}
        transitionProps={{ duration: 0 }}
      >
        <Drawer.Overlay />
        <Drawer.Content aria-label="Navigation">
          <Stack component="nav" aria-label="Steps" h="100dvh" gap={0}>
            <Group justify="space-between" pl="md" pr="xs" pt="xs">
              <Text fw={600}>Steps</Text>
              <Drawer.CloseButton aria-label="Close the navigation" />
            </Group>
            <Box flex={1} mih={0}>
              <Navigation catalogue={catalogue} step={step} onOpen={open} />
            </Box>
          </Stack>
        </Drawer.Content>
      </Drawer.Root>
      <ConfirmDialog />
    </>
  );
}
