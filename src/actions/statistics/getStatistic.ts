import { path } from "../../client/address";
import { filters, statisticName } from "../../inputs/statistics";
import { statistic } from "../../schemas/statistic";
import { defineAction } from "../defineAction";

export const getStatistic = defineAction({
  key: "getStatistic",
  label: "Get Statistic (until 2026-12-31)",
  description:
    "Retrieve a statistic of the older kind. Gorgias switches these off on 2026-12-31: use Get Reporting Statistic instead.",
  readOnly: true,
  inputs: { name: statisticName, filters },
  returns: statistic,
  perform: (gorgias, { name, filters }) => gorgias.post(path`/stats/${name}`, { filters }),
});
