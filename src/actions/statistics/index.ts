import type { ActionGroup } from "../action";
import { downloadStatistic } from "./downloadStatistic";
import { getReportingStatistic } from "./getReportingStatistic";
import { getStatistic } from "./getStatistic";

/** Actions on statistics. */
export const statistics: ActionGroup = {
  title: "Statistics",
  actions: { getReportingStatistic, getStatistic, downloadStatistic },
};
