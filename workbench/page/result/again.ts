import { useMutation } from "@tanstack/react-query";
import type { InputValues, Run, RunSummary } from "../../messages";
import { confirmed } from "../account/confirm";
import { fillIn } from "../state/drafts";
import { show, showBegun } from "../state/runs";
import { server } from "../state/server";

/**
 * Runs what has run once more, with some inputs changed perhaps, and shows that. Where secrets were
 * left out of its inputs, its form is opened with the rest of them.
 */
export function useAgain() {
  return useMutation({
    mutationFn: async ({
      run,
      changed,
    }: {
      readonly run: RunSummary;
      readonly changed?: InputValues;
    }) => {
      if (run.flow !== undefined) {
        showBegun(await server.runFlow(run.flow));
        return;
      }
      const whole = await server.oneRun(run.id);
      const { kind, key, inputs, hidden = [] } = whole;
      if (hidden.length > 0) {
        openForm({ ...whole, inputs: { ...inputs, ...changed } });
        return;
      }
      const asked = { kind, key, inputs: { ...inputs, ...changed } };
      const begun = await confirmed(server.run, asked);
      if (begun) {
        showBegun(begun);
      }
    },
  });
}

/** Opens the form of what has run, filled in as it was. Secrets are not kept. */
export function useEdit() {
  return useMutation({
    mutationFn: async ({ id }: RunSummary) => openForm(await server.oneRun(id)),
  });
}

function openForm({ number, kind, key, inputs, hidden = [] }: Run): void {
  const rest = Object.entries(inputs).filter(([input]) => !hidden.includes(input));
  const note =
    hidden.length > 0
      ? `Filled in as in run ${number}, but for its secrets: they are not kept. Fill them in, and run it.`
      : `Filled in as in run ${number}.`;
  // A narrow screen shows the form then.
  show(undefined);
  fillIn({ kind, key }, Object.fromEntries(rest), note);
}
