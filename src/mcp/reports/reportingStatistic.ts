import type { Action } from "../../actions/action";
import { getReportingStatistic } from "../../actions/statistics/getReportingStatistic";
import { type QuestionValues, questionOf } from "../../actions/statistics/question";
import { GorgiasError } from "../../client/errors";
import { isObject, type JsonObject } from "../../client/json";
import { FAULTY_SCOPES } from "../../schemas/statistic";
import { knownOf, NO_DIMENSIONS } from "./scopes";

/**
 * Get Reporting Statistic with help for whoever cannot read Gorgias' reference: what is known to be
 * wrong is refused before the request, and what Gorgias refuses is told together with what the scope
 * has. What nobody knows goes through.
 */
export const reportingStatistic: Action = {
  ...getReportingStatistic,
  async check(values, refuser) {
    await getReportingStatistic.check?.(values, refuser);
    for (const problem of faultsIn(asked(values))) {
      refuser.refuse("query", problem);
    }
  },
  run: (gorgias, values) =>
    withHelp(getReportingStatistic.run(gorgias, values), asked(values).scope),
};

/**
 * Adds to a refusal of Gorgias' what is known of the scope.
 *
 * @param scope any value: what is no text was refused for that
 * @throws GorgiasError where the report fails
 */
export async function withHelp<T>(report: Promise<T>, scope: unknown): Promise<T> {
  try {
    return await report;
  } catch (error) {
    const help =
      error instanceof GorgiasError && typeof scope === "string"
        ? helpFor(error.status ?? 0, scope)
        : undefined;
    throw help && error instanceof GorgiasError
      ? new GorgiasError(`${error.message} ${help}`, error)
      : error;
  }
}

function helpFor(status: number, scope: string): string | undefined {
  if (status === 400 || status === 422) {
    return knownOf(scope);
  }
  return status >= 500 && FAULTY_SCOPES.some((one) => one === scope)
    ? `The scope ${scope} failed in this way whenever others tried it: it may be out of order at Gorgias.`
    : undefined;
}

function asked(values: Readonly<Record<string, unknown>>): JsonObject {
  // The action's own inputs have read them.
  return { ...questionOf(values as QuestionValues) };
}

function faultsIn({ scope, dimensions, time_dimensions: dates }: JsonObject): string[] {
  const known = knownOf(String(scope));
  const wrong = NO_DIMENSIONS.filter((one) => listed(dimensions).includes(one));
  const isDatedWrong = listed(dates).some(
    (one) => isObject(one) && one.dimension !== undefined && one.dimension !== "timestamp",
  );
  return [
    ...wrong.map((one) => `${one} is not a dimension of reports. ${known}`),
    ...(scope === "tags" && isDatedWrong
      ? [`the scope tags takes the time dimension timestamp and no other. ${known}`]
      : []),
  ];
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
