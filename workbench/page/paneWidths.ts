import { type AppShellResizeController, useAppShellResize } from "@mantine/core";
import { useWindowEvent } from "@mantine/hooks";
import { useEffect, useState } from "react";

/** How wide a pane is until it is dragged. */
export const WIDTH = { navigation: 280, result: "42vw" };

const NAVIGATION = { min: 220, max: 480, label: "Width of the navigation" };
const RESULT = { min: 320, label: "Width of the result" };

/** What is left for the form, in pixels. */
const FORM = 360;

/**
 * The widths of the navigation and of the result, which can be dragged: as far as there is room for
 * the form, also after the window was made narrower.
 *
 * @param hasRight whether the result stands beside the form
 */
export function usePaneWidths(hasRight: boolean): AppShellResizeController {
  const [width, setWidth] = useState(window.innerWidth);
  useWindowEvent("resize", () => setWidth(window.innerWidth));
  const resize = useAppShellResize({ navbar: NAVIGATION, aside: RESULT });
  const { navbar, aside } = resize;
  const room = width - FORM;
  const navigation = navbar.size ?? WIDTH.navigation;
  const result = hasRight ? (aside.size ?? (width * Number.parseFloat(WIDTH.result)) / 100) : 0;
  const mostOfNavigation = Math.max(NAVIGATION.min, Math.min(NAVIGATION.max, room - result));
  const mostOfResult = room - navigation;
  useEffect(() => {
    if (hasRight && aside.size !== undefined && aside.size > mostOfResult) {
      aside.setSize(mostOfResult);
    } else if (navbar.size !== undefined && navbar.size > mostOfNavigation) {
      navbar.setSize(mostOfNavigation);
    }
  });
  return {
    ...resize,
    options: {
      navbar: { ...NAVIGATION, max: mostOfNavigation },
      aside: { ...RESULT, max: mostOfResult },
    },
  };
}
