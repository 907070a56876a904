import { useMutation } from "@tanstack/react-query";
import type { InputValues, Run } from "../../messages";
import { confirmed } from "../account/confirm";
import { show, took } from "../state/runs";
import { server } from "../state/server";

/** Runs what has run once more, with some inputs changed perhaps, and shows that. */
export function useAgain() {
  return useMutation({
    mutationFn: async ({
      run: { kind, key, inputs, flow },
      changed,
    }: {
      readonly run: Run;
      readonly changed?: InputValues;
    }) => {
      const run =
        flow === undefined
          ? await confirmed(server.run, { kind, key, inputs: { ...inputs, ...changed } })
          : await server.runFlow(flow);
      if (run) {
        took(run);
        show(run.id);
      }
    },
  });
}
