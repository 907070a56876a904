import type { GorgiasClient } from "../../client";
import type { JsonObject } from "../../client/json";
import { isBlank } from "../../fields/field";
import { namesOf } from "./names";

/** What tickets are counted by. */
export interface Counted {
  readonly by: "channel" | "tag" | "agent" | "day" | "week" | "month" | undefined;
  /** The name of the date that they are counted by. */
  readonly date: string;
}

/** Rows of an answer, and what it leaves out. */
export interface CountedRows {
  /** Null by tag: a ticket counts for each of its tags. */
  readonly total: number | null;
  readonly rows: readonly JsonObject[];
  readonly left_out: string | undefined;
}

/** What a report counted, with names, the largest first; dates stay in their order. */
export async function countedRows(
  gorgias: GorgiasClient,
  report: readonly JsonObject[],
  { by, date }: Counted,
  limit: number,
): Promise<CountedRows> {
  const sum = total(report);
  switch (by) {
    case undefined:
      return { total: sum, rows: [], left_out: undefined };
    case "day":
    case "week":
    case "month":
      return { total: sum, rows: byDate(report, date, by), left_out: undefined };
    default: {
      const sorted = report.toSorted((one, other) => countOf(other) - countOf(one));
      const rows = sorted.slice(0, limit);
      const others = sorted.slice(limit);
      const { shown, problem } = await named(gorgias, rows, by);
      const left =
        others.length > 0 &&
        `${others.length} more rows with ${total(others)} in all: raise limit for them.`;
      return {
        total: by === "tag" ? null : sum,
        rows: shown,
        left_out: [problem, left].filter(Boolean).join(" ") || undefined,
      };
    }
  }
}

function byDate(report: readonly JsonObject[], date: string, by: string): JsonObject[] {
  return report
    .map((row) => ({
      [by]: String(row[date] ?? "").slice(0, by === "month" ? 7 : 10),
      tickets: countOf(row),
    }))
    .toSorted((one, other) => (String(one[by]) < String(other[by]) ? -1 : 1));
}

async function named(
  gorgias: GorgiasClient,
  rows: readonly JsonObject[],
  by: "channel" | "tag" | "agent",
): Promise<{ shown: JsonObject[]; problem: string | undefined }> {
  if (by === "channel") {
    const shown = rows.map((row) => ({ channel: row.channel ?? null, tickets: countOf(row) }));
    return { shown, problem: undefined };
  }
  const key = by === "tag" ? "tagId" : "agentId";
  const ids = rows.flatMap((row) => idOf(row[key]) ?? []);
  const { byId, problem } = await namesOf(gorgias, by === "tag" ? "/tags" : "/users", new Set(ids));
  const shown = rows.map((row) => {
    const id = idOf(row[key]);
    const name = id === undefined ? null : (byId.get(id) ?? null);
    return {
      [`${by}_id`]: id === undefined ? null : Number(id),
      [by]: name,
      tickets: countOf(row),
    };
  });
  return { shown, problem };
}

/** IDs come as numbers or as text; nobody is null, nothing or 0. */
function idOf(value: unknown): string | undefined {
  return isBlank(value) || Number(value) === 0 ? undefined : String(value);
}

function total(rows: readonly JsonObject[]): number {
  return rows.reduce((sum, row) => sum + countOf(row), 0);
}

/** A measure is a number, text or null (docs/gorgias-api.md, "Statistics"). */
function countOf({ ticketCount }: JsonObject): number {
  const count = Number(ticketCount ?? 0);
  return Number.isFinite(count) ? count : 0;
}
