import { batchTrigger, type TriggerPayload } from "@prismatic-io/spectral";
import { toInputs } from "../fields/field";
import { resourceType, startDate } from "../inputs/triggers";
import { ticketSummary } from "../schemas/ticket";
import { openStep, stepInputs } from "../step";
import { currentMark, isUnseen, type Mark, reachedBy } from "./changes";
import { examplePayload } from "./examplePayload";
import {
  byChange,
  byCreation,
  type Change,
  FEEDS,
  type Followed,
  instant,
  type Place,
  readStretch,
} from "./feed";
import { keepMark, markOf } from "./marks";

/** One record of a sync. */
export interface Synced {
  /** Whether it comes from the first walk through everything, or has changed since. */
  readonly pass: "history" | "changes";
  readonly record: Followed;
}

/** How far a run has come: where to read on, and the mark to keep once all of it is read. */
type Progress = { readonly place: Place; readonly mark: Mark };

const inputs = { resourceType: resourceType(FEEDS) };
const historyInputs = { startDate };

/** How many records one execution gets, unless the flow says otherwise: a page. */
const BATCH_SIZE = 100;

/**
 * Hands on whole lists, page by page, on the platform's own batch dispatch: once the history, then
 * what changes.
 *
 * Every page says where the next one begins, so a run that breaks off goes on from there. The mark
 * moves when the last page is read; what changes meanwhile is found in the next run.
 *
 * @see {@link https://prismatic.io/docs/custom-connectors/triggers/#large-data-syncs | Prismatic: large data syncs}
 */
export const syncRecordsTrigger = batchTrigger({
  display: {
    label: "Sync Records",
    description:
      "Hands on all tickets, customers, messages, events or satisfaction surveys in batches when an instance is deployed, and on a schedule those that are new or have changed.",
  },
  inputs: stepInputs(inputs),
  scheduleSupport: "required",
  batchConfig: { batchSize: BATCH_SIZE },
  async perform(context, { paginationState: progress }: TriggerPayload<Progress>, params) {
    const { gorgias, values } = await openStep(context, params, inputs);
    const { resourceType: name } = values;
    const last = markOf(context.polling, name);
    if (!last) {
      keepMark(context.polling, name, await currentMark(gorgias, name));
      return { items: [], polledNoChanges: true };
    }
    const { changes, next } = await readStretch(gorgias, byChange(name), last.at, progress?.place);
    const unseen = changes.filter(isUnseen(last));
    const mark = reachedFrom(progress?.mark, last, unseen);
    if (next === null) {
      keepMark(context.polling, name, mark);
    }
    return {
      items: itemsOf("changes", unseen),
      paginationState: next && { place: next, mark },
      polledNoChanges: unseen.length === 0 && next === null,
    };
  },
  onDeploy: {
    inputs: toInputs(historyInputs),
    async perform(context, { paginationState: place }: TriggerPayload<Place>, params) {
      const { gorgias, values } = await openStep(context, params, { ...inputs, ...historyInputs });
      const { resourceType: name, startDate } = values;
      if (!markOf(context.polling, name)) {
        // Kept before the first record is read: whatever changes from now on comes with the changes.
        keepMark(context.polling, name, await currentMark(gorgias, name));
      }
      const start = startDate === undefined ? "" : instant(startDate);
      const { changes, next } = await readStretch(gorgias, byCreation(name), start, place);
      return {
        items: itemsOf("history", changes),
        paginationState: next,
        polledNoChanges: changes.length === 0 && next === null,
      };
    },
  },
  examplePayload: {
    payload: examplePayload<Synced[]>([{ pass: "history", record: ticketSummary.example }]),
  },
});

/** A run's mark is the newest change on its first page, with all that share its instant. */
function reachedFrom(sofar: Mark | undefined, last: Mark, newestFirst: readonly Change[]): Mark {
  const start = sofar ?? last;
  const relevant = sofar ? newestFirst.filter(({ at }) => at === sofar.at) : newestFirst;
  return reachedBy(start, [...relevant].reverse());
}

function itemsOf(pass: Synced["pass"], changes: readonly Change[]): Synced[] {
  return changes.map(({ record }) => ({ pass, record }));
}
