import { HEARD_TRIGGER } from "../../../cli/listen";
import { POLLED, POLLED_TRIGGER } from "../../../cli/poll";
import type { Snippet, Step } from "../../messages";
import { type Filled, textOf } from "./filled";

/** A trigger at work, as far as a terminal shows it. */
export function showingOf(
  { key, label }: Pick<Step, "key" | "label">,
  filled: readonly Filled[],
): Snippet {
  const what = textOf(filled.find(({ input }) => input.key === "resourceType")?.value);
  const isPolled = key === POLLED_TRIGGER && POLLED.includes(what);
  const flags = isPolled ? `--poll ${what}` : key === HEARD_TRIGGER ? "--listen" : undefined;
  return flags === undefined
    ? { text: "", language: "sh", notes: [`The terminal cannot show ${label} with these inputs.`] }
    : {
        text: `npm start -- ${flags}`,
        language: "sh",
        notes: [
          "It makes things happen in a sandbox of its own, and prints what the trigger hands on. Other inputs keep their defaults.",
        ],
      };
}
