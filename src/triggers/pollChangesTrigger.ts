import { pollingTrigger, type TriggerPayload } from "@prismatic-io/spectral";
import { pollInputs, resourceType } from "../inputs/triggers";
import { ticketSummary } from "../schemas/ticket";
import { openStep, stepInputs } from "../step";
import { readChanges } from "./changes";
import { examplePayload } from "./examplePayload";
import { FEEDS, type Followed } from "./feed";
import { keep, keptFor, readOn } from "./keeper";

const inputs = { resourceType: resourceType(FEEDS), ...pollInputs };

/**
 * What one run reads, beside Max Records: as much as an API key's rate limit lets it read in less
 * than the platform's 15 minutes (docs/gorgias-api.md, "Rate limit").
 */
const RUN = { pages: 1_400, ms: 12 * 60_000 };

/**
 * Starts a flow on a schedule with what is new or changed since its last run.
 *
 * @see {@link https://prismatic.io/docs/custom-connectors/triggers/ | Prismatic: polling triggers}
 */
export const pollChangesTrigger = pollingTrigger({
  display: {
    label: "New and Updated Records",
    description:
      "Checks Gorgias on a schedule for tickets, customers, messages and other records that are new or have changed.",
  },
  inputs: stepInputs(inputs),
  async perform(context, payload: TriggerPayload, params) {
    const { gorgias, values } = await openStep(context, params, inputs);
    const { resourceType: name, showNewRecords, showUpdatedRecords, maxRecords } = values;
    const kept = keptFor(context, name);
    const found = await readOn(context, gorgias, name, kept, (from) =>
      readChanges(gorgias, name, from, { ...RUN, changes: maxRecords }),
    );
    if (!found) {
      return pollOf(payload, [], []);
    }
    keep(context, name, found.kept);
    if (found.isMore) {
      context.logger.info(
        `There are more changes of ${name} than one run hands on (${found.created.length + found.updated.length} now): the rest follows in the next runs.`,
      );
    }
    return pollOf(
      payload,
      showNewRecords ? found.created : [],
      showUpdatedRecords ? found.updated : [],
    );
  },
  examplePayload: {
    payload: examplePayload<{ created: readonly Followed[]; updated: readonly Followed[] }>({
      created: [ticketSummary.example],
      updated: [],
    }),
    polledNoChanges: false,
  },
});

function pollOf(
  payload: TriggerPayload,
  created: readonly Followed[],
  updated: readonly Followed[],
) {
  return {
    payload: { ...payload, body: { data: { created, updated }, contentType: "application/json" } },
    polledNoChanges: created.length + updated.length === 0,
  };
}
