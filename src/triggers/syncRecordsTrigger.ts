import { batchTrigger, type TriggerPayload } from "@prismatic-io/spectral";
import type { GorgiasClient } from "../client";
import { isObject } from "../client/json";
import { toInputs } from "../fields/field";
import { resourceType, startDate } from "../inputs/triggers";
import { instantOf } from "../schemas/instant";
import { ticketSummary } from "../schemas/ticket";
import { openStep, stepInputs } from "../step";
import { markNow, walkHistory, walkOn } from "./changes";
import { examplePayload } from "./examplePayload";
import { canBeginAtDate, FEEDS, type FeedName, type Followed } from "./feed";
import { type Keeper, keep, keptFor, readOn, tellUndated } from "./keeper";
import { BEGINNING, type Mark, markFrom } from "./mark";
import { type Progress, progressFrom } from "./place";

/** One record of a sync. */
export interface Synced {
  /** Whether it comes from the first walk through everything, or has changed since. */
  readonly pass: "history" | "changes";
  readonly record: Followed;
}

/** A walk through the history. */
type History = {
  readonly walk: Progress;
  /** The mark to keep when it is done, taken when it began; null to keep where the walk came. */
  readonly mark: Mark | null;
  /** Whether changes were followed before it began: nothing is kept then. */
  readonly isFollowed: boolean;
};

const inputs = { resourceType: resourceType(FEEDS) };
const historyInputs = { startDate };

/** How many records one execution gets, unless the flow says otherwise: a page. */
const BATCH_SIZE = 100;

/**
 * What one execution reads: a page, or where a cursor has expired as many as it takes to find the
 * place again, in steps that fit an execution.
 */
const BATCH = { changes: BATCH_SIZE, pages: 500, ms: 5 * 60_000 };

/**
 * Delivers whole lists, page by page, on the platform's own batch dispatch: once the history, then
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
      "Delivers all tickets, customers, messages or other records in batches when an instance is deployed, and on a schedule those that are new or have changed.",
  },
  inputs: stepInputs(inputs),
  scheduleSupport: "required",
  batchConfig: { batchSize: BATCH_SIZE },
  async perform(context, { paginationState }: TriggerPayload<Progress>, params) {
    const { gorgias, values } = await openStep(context, params, inputs);
    const { resourceType: name } = values;
    // A page in the middle says itself where it belongs: no run depends on what another has kept.
    const begun = progressFrom(paginationState);
    const kept = begun ? { start: begun } : keptFor(context, name);
    const found = await readOn(context, gorgias, name, kept, ({ start }) =>
      walkOn(gorgias, name, start, BATCH),
    );
    if (!found) {
      return { items: [], polledNoChanges: true };
    }
    const { changes, progress, mark } = found;
    if (progress === null) {
      keep(context, name, { start: mark });
    }
    return {
      items: itemsOf("changes", changes),
      paginationState: progress,
      polledNoChanges: changes.length === 0 && progress === null,
    };
  },
  onDeploy: {
    inputs: toInputs(historyInputs),
    async perform(context, { paginationState }: TriggerPayload<History>, params) {
      const { gorgias, values } = await openStep(context, params, { ...inputs, ...historyInputs });
      const { resourceType: name } = values;
      const history =
        historyFrom(paginationState) ??
        (await beginHistory(context, gorgias, name, values.startDate));
      const found = await walkHistory(gorgias, name, history.walk, BATCH);
      const { changes, undated, progress } = found;
      if (progress === null && !history.isFollowed) {
        keep(context, name, { start: history.mark ?? found.mark });
      }
      tellUndated(context, name, undated);
      return {
        items: [
          ...itemsOf("history", changes),
          ...itemsOf(
            "history",
            undated.map((record) => ({ record })),
          ),
        ],
        paginationState: progress && { ...history, walk: progress },
        polledNoChanges: changes.length + undated.length === 0 && progress === null,
      };
    },
  },
  examplePayload: {
    payload: examplePayload<Synced[]>([{ pass: "history", record: ticketSummary.example }]),
  },
});

/**
 * The mark is taken before the first record is read: whatever changes from then on comes with the
 * changes. A walk forwards comes to what changes by itself.
 *
 * @param startDate where the history begins; undefined for the beginning
 */
async function beginHistory(
  context: Keeper,
  gorgias: GorgiasClient,
  name: FeedName,
  startDate: string | undefined,
): Promise<Omit<History, "walk"> & { readonly walk: Mark }> {
  const isFollowed = context.polling.getState()[name] !== undefined;
  const mark = isFollowed || canBeginAtDate(name) ? null : await markNow(gorgias, name);
  const from = instantOf(startDate) ?? 0;
  return { walk: { ...BEGINNING, at: from, from }, mark, isFollowed };
}

function historyFrom(value: unknown): History | undefined {
  const { walk, mark, isFollowed } = isObject(value) ? value : {};
  const begun = progressFrom(walk);
  return begun && { walk: begun, mark: markFrom(mark) ?? null, isFollowed: isFollowed === true };
}

function itemsOf(
  pass: Synced["pass"],
  changes: readonly { readonly record: Followed }[],
): Synced[] {
  return changes.map(({ record }) => ({ pass, record }));
}
