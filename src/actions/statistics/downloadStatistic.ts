import { path } from "../../client/address";
import { jsonContent } from "../../client/content";
import { filters, statisticName } from "../../inputs/statistics";
import { statisticFile } from "../../schemas/statistic";
import { defineResultAction } from "../defineAction";

export const downloadStatistic = defineResultAction({
  key: "downloadStatistic",
  label: "Download Statistic (until 2026-12-31)",
  description:
    "Download a statistic of the older kind as CSV. Gorgias switches these off on 2026-12-31: use Get Reporting Statistic instead.",
  readOnly: true,
  inputs: { name: statisticName, filters },
  returns: statisticFile,
  perform: (gorgias, { name, filters }) =>
    gorgias.download(path`/stats/${name}/download`, jsonContent({ filters })),
});
