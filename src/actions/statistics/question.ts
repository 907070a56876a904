import { isBlank, type Values } from "../../fields/field";
import type { Refuser } from "../../fields/readInputs";
import type { reportQuestion } from "../../inputs/statistics";
import type { REPORT_SCOPES, TIME_DIMENSIONS } from "../../schemas/statistic";

type QuestionInputs = typeof reportQuestion;
/** What the inputs of a question hold. */
export type QuestionValues = Values<QuestionInputs>;
type Filter = Readonly<Record<string, unknown>>;

/** A report's question, as Gorgias takes it (docs/gorgias-api.md, "Statistics"). */
export interface Question {
  readonly [further: string]: unknown;
  readonly scope: string | undefined;
  readonly filters: readonly Filter[];
}

/**
 * The date that a scope is counted by, where one is known: those of tags and response times are
 * reported (docs/gorgias-api.md, "Statistics"), the others say in their names what happened.
 */
const DATE_OF: { readonly [Scope in (typeof REPORT_SCOPES)[number]]?: TimeDimension } = {
  "tickets-created": "createdDatetime",
  "tickets-closed": "closedDatetime",
  "messages-sent": "sentDatetime",
  "first-response-time": "sentDatetime",
  "human-first-response-time": "sentDatetime",
  "response-time": "sentDatetime",
  tags: "timestamp",
};

type TimeDimension = (typeof TIME_DIMENSIONS)[number];

/** The question that the inputs ask. They win over what Query says. */
export function questionOf(values: QuestionValues): Question {
  const { query, start, end, granularity } = values;
  const given = query?.filters ?? [];
  return {
    ...query,
    scope: scopeOf(values),
    timezone: values.timezone ?? (query?.timezone || "UTC"),
    filters: [
      ...(start ? [{ member: "periodStart", operator: "afterDate", values: [start] }] : []),
      ...(end ? [{ member: "periodEnd", operator: "beforeDate", values: [end] }] : []),
      ...given.filter(
        ({ member }) => !(start && member === "periodStart") && !(end && member === "periodEnd"),
      ),
    ],
    ...(values.measures && { measures: values.measures }),
    ...(values.dimensions && { dimensions: values.dimensions }),
    ...(granularity && { time_dimensions: [{ dimension: dateOf(values), granularity }] }),
  };
}

/**
 * Refuses a question without what Gorgias needs, unless Query says it. A Query that holds scope and
 * filters, with nothing of them in the form, is a whole question: what is wrong with it is for
 * Gorgias to say.
 */
export function checkQuestion(
  values: QuestionValues,
  { refuse, nameOf }: Refuser<QuestionInputs>,
): void {
  const { query, scope, start, end, granularity, timeDimension } = values;
  const isWhole = query?.scope && query.filters && !scope && !start && !end;
  const { filters } = questionOf(values);
  const saysWhere = (end: string) => isWhole || filters.some(({ member }) => member === end);
  const needed = [
    { key: "scope", isSaid: !isBlank(scopeOf(values)), inQuery: "scope" },
    { key: "start", isSaid: saysWhere("periodStart"), inQuery: "filter on periodStart" },
    { key: "end", isSaid: saysWhere("periodEnd"), inQuery: "filter on periodEnd" },
  ] as const;
  for (const { key, inQuery } of needed.filter(({ isSaid }) => !isSaid)) {
    if (query) {
      refuse("query", `has no ${inQuery}, and no other input says it.`);
    } else {
      refuse(key, `is blank: fill it in, or say it in ${nameOf("query")}.`);
    }
  }
  if (granularity && !dateOf(values)) {
    refuse("granularity", `needs a ${nameOf("timeDimension")} beside it for this scope.`);
  }
  if (timeDimension && !granularity) {
    refuse("timeDimension", `needs a ${nameOf("granularity")} beside it.`);
  }
}

function scopeOf({ scope, query }: QuestionValues): string | undefined {
  return scope ?? query?.scope ?? undefined;
}

function dateOf(values: QuestionValues): TimeDimension | undefined {
  const scope = scopeOf(values);
  const known = Object.entries(DATE_OF).find(([one]) => one === scope);
  return values.timeDimension ?? known?.[1];
}
