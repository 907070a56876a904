import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useComputedColorScheme } from "@mantine/core";
import { oneDark } from "@uiw/react-codemirror";

/** The page's own ground, and its font for code. */
const PAGE = {
  "&": { backgroundColor: "var(--mantine-color-body)" },
  ".cm-scroller": {
    fontFamily: "var(--mantine-font-family-monospace)",
    fontSize: "var(--mantine-font-size-xs)",
  },
};

const LIGHT = EditorView.theme(PAGE);

/** The usual dark theme: on its own ground, some of it is hard to read. */
const DARK: Extension = [
  EditorView.theme(
    {
      ...PAGE,
      ".cm-gutters": {
        backgroundColor: "var(--mantine-color-body)",
        color: "var(--mantine-color-dimmed)",
      },
      // What differs stands on darker ground: on a lighter one, some of it is hard to read.
      "&.cm-merge-a .cm-changedLine, &.cm-merge-b .cm-changedLine, .cm-deletedChunk, .cm-inlineChangedLine":
        { backgroundColor: "rgba(0, 0, 0, .35)" },
      "&.cm-merge-b .cm-deletedText": {
        background: "linear-gradient(#ffaa99aa, #ffaa99aa) bottom/100% 2px no-repeat",
      },
    },
    { dark: true },
  ),
  oneDark,
];

/** The theme of an editor, in the page's color scheme. */
export function useCodeTheme(): Extension {
  return useComputedColorScheme("light") === "dark" ? DARK : LIGHT;
}
