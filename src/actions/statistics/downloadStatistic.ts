import { jsonContent } from "../../client/content";
import { filters, statisticName } from "../../inputs/statistics";
import { statisticFile } from "../../schemas/statistic";
import { operation } from "../action";
import { filledIn, partsOf } from "../route";

const route = "POST /stats/{name}/download";
const parts = partsOf(route);

export const downloadStatistic = operation({
  route,
  readOnly: true,
  label: "Download Statistic (until 2026-12-31)",
  description:
    "Download a statistic of the older kind as CSV. Gorgias switches these off on 2026-12-31: use Get Reporting Statistic instead.",
  guidance: "Prefer {getReportingStatistic}. Returns the file, and { contentType, size }.",
  inputs: { name: statisticName, filters },
  returns: statisticFile,
  perform(gorgias, values) {
    const { path, rest } = filledIn(parts, values);
    return gorgias.download(path, jsonContent(rest));
  },
});
