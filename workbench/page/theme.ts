import { Anchor, type CSSVariablesResolver, createTheme } from "@mantine/core";

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
  // A link in a text is told by more than its colour.
  components: { Anchor: Anchor.extend({ defaultProps: { underline: "always" } }) },
  headings: {
    sizes: {
      h1: { fontSize: "1rem", lineHeight: "1.4" },
      h2: { fontSize: "1.25rem", lineHeight: "1.4" },
      h3: { fontSize: "1rem", lineHeight: "1.5" },
      h4: { fontSize: "0.875rem", lineHeight: "1.5" },
    },
  },
});

/** Texts that Mantine writes too faintly for many eyes: WCAG asks for a contrast of 4.5 to 1. */
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
  },
  dark: {
    "--mantine-color-dimmed": "var(--mantine-color-dark-1)",
    "--mantine-color-placeholder": "var(--mantine-color-dark-2)",
    "--mantine-color-error": "var(--mantine-color-red-4)",
  },
});
