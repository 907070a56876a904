import { json } from "@codemirror/lang-json";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

/**
 * What an editor needs that only shows JSON.
 *
 * @param label what a screen reader calls it
 */
export function shownJson(label: string): Extension[] {
  return [
    json(),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
      "aria-label": label,
      "aria-readonly": "true",
      tabindex: "0",
    }),
  ];
}
