import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useComputedColorScheme } from "@mantine/core";
import { oneDark } from "@uiw/react-codemirror";

/** The dark theme of editors, on the page's own ground: on its own, some of it is hard to read. */
const DARK: Extension = [
  EditorView.theme(
    {
      "&": { backgroundColor: "var(--mantine-color-body)" },
      ".cm-gutters": {
        backgroundColor: "var(--mantine-color-body)",
        color: "var(--mantine-color-dimmed)",
      },
    },
    { dark: true },
  ),
  oneDark,
];

/** The theme of an editor, in the page's color scheme. */
export function useCodeTheme(): "light" | Extension {
  return useComputedColorScheme("light") === "dark" ? DARK : "light";
}
