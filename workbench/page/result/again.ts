import { useMutation } from "@tanstack/react-query";
import type { InputValues, RunSummary } from "../../messages";
import { confirmed } from "../account/confirm";
import { fillIn } from "../form/drafts";
import { show, showBegun } from "../state/runs";
import { server } from "../state/server";

/**
 * Runs what has run once more, with some inputs changed perhaps, and shows that. Where secrets were
 * left out of its inputs, its form is opened with the rest of them.
 */
export function useAgain() {
  return useMutation({
    mutationFn: async ({
      run: { number, kind, key, inputs, hidden = [], flow },
      changed,
    }: {
      readonly run: RunSummary;
      readonly changed?: InputValues;
    }) => {
      if (flow === undefined && hidden.length > 0) {
        const rest = Object.entries(inputs).filter(([input]) => !hidden.includes(input));
        // A narrow screen shows the form then.
        show(undefined);
        fillIn({ kind, key }, Object.fromEntries(rest), noteOf(number));
        return;
      }
      const run =
        flow === undefined
          ? await confirmed(server.run, { kind, key, inputs: { ...inputs, ...changed } })
          : await server.runFlow(flow);
      if (run) {
        showBegun(run);
      }
    },
  });
}

const noteOf = (number: number) =>
  `Filled in as in run ${number}, but for its secrets: they are not kept. Fill them in, and run it.`;
