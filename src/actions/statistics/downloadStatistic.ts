import { jsonContent } from "../../client/content";
import { told } from "../../fields/field";
import { filters, statisticName } from "../../inputs/statistics";
import { statisticFile } from "../../schemas/statistic";
import { operation } from "../action";
import { filledIn, partsOf } from "../route";

const route = "POST /stats/{name}/download";
const parts = partsOf(route);

export const downloadStatistic = operation({
  route,
  readOnly: true,
  label: "Download Legacy Statistic",
  description:
    "Download a legacy statistic as CSV. Not every account has these any more: use Get Reporting Statistic instead.",
  guidance: "Returns the file.",
  inputs: { name: told("A name that Get Legacy Statistic takes.", statisticName), filters },
  returns: statisticFile,
  perform(gorgias, values) {
    const { path, rest } = filledIn(parts, values);
    return gorgias.download(path, jsonContent(rest));
  },
});
