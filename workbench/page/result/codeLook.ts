import { json } from "@codemirror/lang-json";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

/** The sign beside lines that are left out of a comparison: not every font has the usual one. */
const COLLAPSED = EditorView.theme({
  "& .cm-collapsedLines::before, & .cm-collapsedLines::after": { content: "'…'" },
});

/**
 * What an editor needs that only shows JSON.
 *
 * @param label what a screen reader calls it
 */
export function shownJson(label: string): Extension[] {
  return [
    json(),
    EditorView.lineWrapping,
    COLLAPSED,
    EditorView.contentAttributes.of({
      "aria-label": label,
      "aria-readonly": "true",
      tabindex: "0",
    }),
  ];
}
