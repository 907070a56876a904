import {
  Anchor,
  Collapse,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  Modal,
} from "@mantine/core";

/** How the page looks: one font of its own, so that it looks alike on every machine. */
export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  // One that the page brings: a system's own differ, and some have none.
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
  primaryColor: "indigo",
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    // A link in a text is told by more than its colour.
    Anchor: Anchor.extend({ defaultProps: { underline: "always" } }),
    // What opens has its place at once, and can be scrolled to.
    Collapse: Collapse.extend({ defaultProps: { transitionDuration: 0 } }),
    // The page has one banner: the head of a dialog is not another.
    ModalHeader: Modal.Header.extend({ defaultProps: { role: "none" } }),
    DrawerHeader: Drawer.Header.extend({ defaultProps: { role: "none" } }),
  },
  headings: {
    sizes: {
      h1: { fontSize: "1rem", lineHeight: "1.4" },
      h2: { fontSize: "1.25rem", lineHeight: "1.4" },
      h3: { fontSize: "1rem", lineHeight: "1.5" },
      h4: { fontSize: "0.875rem", lineHeight: "1.5" },
    },
  },
});

/**
 * What Mantine draws too faintly for many eyes. WCAG asks for a contrast of 4.5 to 1 in texts, and of
 * 3 to 1 at the edges of controls, which `edges.css` draws.
 */
export const readableColors: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    ...Object.fromEntries(
      Object.keys(colors).map((color) => [
        `--mantine-color-${color}-light-color`,
        `color-mix(in srgb, var(--mantine-color-${color}-9) 70%, black)`,
      ]),
    ),
    "--mantine-color-dimmed": "var(--mantine-color-gray-7)",
    "--mantine-color-placeholder": "var(--mantine-color-gray-7)",
    "--mantine-color-error": "var(--mantine-color-red-9)",
    "--edge": "var(--mantine-color-gray-6)",
    "--edge-focused": "var(--mantine-color-indigo-8)",
  },
  dark: {
    "--mantine-color-dimmed": "var(--mantine-color-dark-1)",
    "--mantine-color-placeholder": "var(--mantine-color-dark-2)",
    "--mantine-color-error": "var(--mantine-color-red-4)",
    "--edge": "var(--mantine-color-dark-2)",
    "--edge-focused": "var(--mantine-color-indigo-4)",
  },
});
