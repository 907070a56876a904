import { jsonContent } from "../../client/content";
import { fetchAll as readAll, readPage } from "../../client/pages";
import { pagination } from "../../inputs/common";
import { LARGEST_REPORT_PAGE, query, reportLimit } from "../../inputs/statistics";
import { report } from "../../schemas/statistic";
import { defineAction } from "../defineAction";

const path = "/reporting/stats";

export const getReportingStatistic = defineAction({
  key: "getReportingStatistic",
  label: "Get Reporting Statistic",
  description: "Ask for a report: how many tickets, messages, replies and so on, over time.",
  readOnly: true,
  inputs: { query, ...pagination, limit: reportLimit },
  returns: report,
  async perform(gorgias, { query, fetchAll, cursor, limit }) {
    const content = jsonContent({ query });
    const { data, meta } = fetchAll
      ? await readAll<Record<string, unknown>>(gorgias, {
          path,
          query: {},
          content,
          pageSize: LARGEST_REPORT_PAGE,
        })
      : await readPage<Record<string, unknown>>(gorgias, {
          path,
          query: { cursor, limit },
          content,
        });
    return { data, meta };
  },
});
