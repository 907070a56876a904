import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Asked, Failure, Refusal } from "../../messages";
import { confirmed } from "../account/confirm";
import { queries } from "../state/queries";
import { showBegun } from "../state/runs";
import { Refused, server } from "../state/server";
import { startFlow } from "../triggers/flow";
import { check } from "./check";

/** What became of a form that was sent. */
interface Outcome {
  readonly asked: Asked;
  /** The run that it began. */
  readonly run?: string;
  readonly failure?: Failure;
}

/**
 * Sends a form, once the connector has nothing against it.
 *
 * @param onRefused hears what has to be changed first; nothing was sent then
 */
export function useSend(onRefused: (refusals: readonly Refusal[]) => void) {
  const [outcome, setOutcome] = useState<Outcome>();
  const { mutate, isPending } = useMutation({
    mutationFn: async (asked: Asked) => {
      const refusals = await check(asked);
      if (refusals.length > 0) {
        throw new Refused({ message: "Nothing was sent.", refusals });
      }
      switch (asked.kind) {
        case "connections":
          return connect(asked);
        case "triggers":
          return start(asked);
        default:
          return run(asked);
      }
    },
    onMutate: () => setOutcome(undefined),
    onSuccess: (sent, asked) => setOutcome(sent && { asked, ...sent }),
    onError: (error, asked) => {
      const failure = error instanceof Refused ? error.failure : { message: error.message };
      setOutcome({ asked, failure });
      if (failure.refusals?.length) {
        onRefused(failure.refusals);
      }
    },
  });
  return { send: mutate, isSending: isPending, outcome };
}

/** @returns undefined when the person said no */
async function run(asked: Asked): Promise<Pick<Outcome, "run"> | undefined> {
  const begun = await confirmed(server.run, asked);
  if (begun) {
    showBegun(begun);
  }
  return begun && { run: begun.id };
}

async function start(asked: Asked): Promise<Pick<Outcome, "run">> {
  await startFlow(asked);
  return {};
}

async function connect(asked: Asked): Promise<Pick<Outcome, "run">> {
  queries.setQueryData(["account"], await server.connect(asked));
  return {};
}
