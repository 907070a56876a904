import { filters, statisticName } from "../../inputs/statistics";
import { statistic } from "../../schemas/statistic";
import { endpoint } from "../endpoint";

export const getStatistic = endpoint({
  route: "POST /stats/{name}",
  readOnly: true,
  label: "Get Statistic (until 2026-12-31)",
  description:
    "Retrieve a statistic of the older kind. Gorgias switches these off on 2026-12-31: use Get Reporting Statistic instead.",
  guidance:
    "Prefer {getReportingStatistic}. Returns { data, meta } in a shape that depends on the name.",
  inputs: { name: statisticName, filters },
  returns: statistic,
});
