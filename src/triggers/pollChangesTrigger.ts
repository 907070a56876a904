import { pollingTrigger, type TriggerPayload } from "@prismatic-io/spectral";
import { pollInputs, resourceType } from "../inputs/triggers";
import { ticketSummary } from "../schemas/ticket";
import { openStep, stepInputs } from "../step";
import { currentMark, readChanges } from "./changes";
import { examplePayload } from "./examplePayload";
import { FEEDS, type Followed } from "./feed";
import { keepMark, markOf } from "./marks";

const inputs = { resourceType: resourceType(FEEDS), ...pollInputs };

/**
 * Starts a flow on a schedule with what is new or changed since its last run.
 *
 * @see {@link https://prismatic.io/docs/custom-connectors/triggers/ | Prismatic: polling triggers}
 */
export const pollChangesTrigger = pollingTrigger({
  display: {
    label: "New and Updated Records",
    description:
      "Checks Gorgias on a schedule for tickets, customers, messages, events or satisfaction surveys that are new or have changed.",
  },
  inputs: stepInputs(inputs),
  async perform(context, payload: TriggerPayload, params) {
    const { gorgias, values } = await openStep(context, params, inputs);
    const { resourceType, showNewRecords, showUpdatedRecords, maxRecords } = values;
    const last = markOf(context.polling, resourceType);
    const found = last
      ? await readChanges(gorgias, resourceType, last, maxRecords)
      : {
          created: [],
          updated: [],
          mark: await currentMark(gorgias, resourceType),
          more: false,
        };
    keepMark(context.polling, resourceType, found.mark);
    if (found.more) {
      context.logger.info(
        `More than ${maxRecords} ${resourceType} changed: the oldest changes are handed on now, the rest follows in the next runs.`,
      );
    }
    const created = showNewRecords ? found.created : [];
    const updated = showUpdatedRecords ? found.updated : [];
    return {
      payload: {
        ...payload,
        body: { data: { created, updated }, contentType: "application/json" },
      },
      polledNoChanges: created.length + updated.length === 0,
    };
  },
  examplePayload: {
    payload: examplePayload<{ created: readonly Followed[]; updated: readonly Followed[] }>({
      created: [ticketSummary.example],
      updated: [],
    }),
    polledNoChanges: false,
  },
});
