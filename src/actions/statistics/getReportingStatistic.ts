import { jsonContent } from "../../client/content";
import { fetchAll as readAll } from "../../client/fetchAll";
import { readPage } from "../../client/pages";
import { pagination } from "../../inputs/common";
import { LARGEST_REPORT_PAGE, reportLimit, reportQuestion } from "../../inputs/statistics";
import { report } from "../../schemas/statistic";
import { operation } from "../action";
import { PAGING } from "../list";
import { checkQuestion, questionOf } from "./question";
import { checkBounds } from "./reportBounds";

const path = "/reporting/stats";

export const getReportingStatistic = operation({
  route: `POST ${path}{?cursor,limit}`,
  readOnly: true,
  label: "Get Reporting Statistic",
  description: "Ask for a report: how many tickets, messages, replies and so on, over time.",
  guidance: `The way to answer how many and how fast, by the dimensions asked for. ${PAGING}`,
  inputs: { ...reportQuestion, ...pagination, limit: reportLimit },
  check(values, refuser) {
    checkQuestion(values, refuser);
    checkBounds(values, refuser);
  },
  returns: { schema: report.schema, example: { data: report.example } },
  async perform(gorgias, { fetchAll, cursor, limit, ...question }) {
    const content = jsonContent({ query: questionOf(question) });
    const { data, meta } = fetchAll
      ? await readAll<Record<string, unknown>>(gorgias, {
          path,
          query: {},
          content,
          pageSize: LARGEST_REPORT_PAGE,
        })
      : await readPage<Record<string, unknown>>(
          gorgias,
          { path, query: { limit }, content },
          cursor,
        );
    return { data: { data, meta } };
  },
});
