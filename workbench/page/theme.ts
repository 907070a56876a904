import { createTheme } from "@mantine/core";

/** How the page looks: one font of its own, so that it looks alike on every machine. */
export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  primaryColor: "indigo",
  autoContrast: true,
});
