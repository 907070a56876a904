import { filters, statisticName } from "../../inputs/statistics";
import { statistic } from "../../schemas/statistic";
import { endpoint } from "../endpoint";

export const getStatistic = endpoint({
  route: "POST /stats/{name}",
  readOnly: true,
  label: "Get Legacy Statistic",
  description:
    "Retrieve a legacy statistic. Not every account has these any more: use Get Reporting Statistic instead.",
  guidance: "Returns { data, meta }, which depend on the name.",
  inputs: { name: statisticName, filters },
  returns: statistic,
});
