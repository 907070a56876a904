import { AppShell, Drawer, Stack, useAppShellResize, useMatches } from "@mantine/core";
import { useDidUpdate, useDocumentTitle, useHotkeys } from "@mantine/hooks";
import { useRef, useState } from "react";
import { useHashLocation } from "wouter/use-hash-location";
import type { Catalogue } from "../messages";
import { ConnectionNotes } from "./account/ConnectionNotes";
import { StepForm } from "./form/StepForm";
import { HEADER_HEIGHT, Header, NAME } from "./Header";
import { LostServer } from "./LostServer";
import { Navigation } from "./navigation/Navigation";
import { usePane } from "./panes";
import { ConfirmDialog } from "./parts/confirm";
import { Result } from "./result/Result";
import { SkipLink } from "./SkipLink";
import { Start } from "./start/Start";
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
  const resize = useAppShellResize({
    navbar: { min: 220, max: 480, label: "Width of the navigation" },
    aside: { min: 320, max: 1200, label: "Width of the result" },
  });
  const burger = useRef<HTMLButtonElement>(null);
  const middle = useRef<HTMLElement>(null);
  const right = useRef<HTMLElement>(null);
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
        header={{ height: HEADER_HEIGHT }}
        navbar={{ width: 280, breakpoint: "md", collapsed: { mobile: true } }}
        aside={{ width: "42vw", breakpoint: "lg", collapsed: { mobile: isRightHidden } }}
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
          ref={right}
          tabIndex={-1}
          className={classes.pane}
          // Where it takes the place of the middle, it is what the page is about.
          role={isMiddleHidden ? "main" : undefined}
          aria-label="Result"
          inert={isRightHidden}
          p="md"
          style={{ overflowY: "auto" }}
        >
          <Result />
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
          <nav aria-label="Steps" className={classes.drawer}>
            <Navigation catalogue={catalogue} step={step} onOpen={open} />
          </nav>
        </Drawer.Content>
      </Drawer.Root>
      <ConfirmDialog />
      <LostServer />
    </>
  );
}
