import { pollingTrigger, type TriggerPayload } from "@prismatic-io/spectral";
import { isObject } from "../client/json";
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

/** What a run found. Types, because they are plain data to the platform. */
type Polled = {
  readonly created: readonly Followed[];
  readonly updated: readonly Followed[];
};

/** One record of a batch, in the words of the platform's own connectors. */
export type PolledChange = {
  readonly changeType: keyof Polled;
  readonly record: Followed;
};

/** How many records one execution of a flow that batches gets, unless the flow says otherwise. */
const BATCH_SIZE = 100;

/**
 * Starts a flow on a schedule with what is new or changed since its last run: all at once, or in
 * batches where the flow says so.
 *
 * What was found is kept for the next run when the platform gets it. From then on it is the
 * platform's: a batch that fails is retried there, with the same records, and not polled again.
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
  triggerResolverSupport: "valid",
  batchConfig: { batchSize: BATCH_SIZE },
  triggerResolver: {
    resolveItems: (_context, { payload }) => changesIn(payload.body.data),
  },
  async perform(context, payload: TriggerPayload, params) {
    const { gorgias, values } = await openStep(context, params, inputs);
    const { resourceType: name, showNewRecords, showUpdatedRecords, maxRecords } = values;
    const kept = keptFor(context, name);
    const found = await readOn(context, gorgias, name, kept, (from) =>
      readChanges(gorgias, name, from, { ...RUN, changes: maxRecords }),
    );
    if (!found) {
      return pollOf(payload, { created: [], updated: [] });
    }
    keep(context, name, found.kept);
    if (found.isMore) {
      context.logger.info(
        `There are more changes of ${name} than one run delivers (${found.created.length + found.updated.length} now): the rest follows in the next runs.`,
      );
    }
    return pollOf(payload, {
      created: showNewRecords ? found.created : [],
      updated: showUpdatedRecords ? found.updated : [],
    });
  },
  examplePayload: {
    payload: examplePayload<Polled>({
      created: [ticketSummary.example],
      updated: [],
    }),
    polledNoChanges: false,
  },
});

function pollOf(payload: TriggerPayload, { created, updated }: Polled) {
  return {
    payload: { ...payload, body: { data: { created, updated }, contentType: "application/json" } },
    polledNoChanges: created.length + updated.length === 0,
  };
}

/** Each record with how it changed: new ones first, then the others, both oldest first. */
function changesIn(data: unknown): PolledChange[] {
  const { created, updated } = isObject(data) ? data : {};
  return [...changedIn("created", created), ...changedIn("updated", updated)];
}

function changedIn(changeType: PolledChange["changeType"], records: unknown): PolledChange[] {
  return Array.isArray(records) ? records.map((record: Followed) => ({ changeType, record })) : [];
}
