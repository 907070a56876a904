import { macroIds } from "../../inputs/macros";
import { macroOutcomes } from "../../schemas/macro";
import { endpoint } from "../endpoint";
import { outcomesOf } from "./outcomes";

export const unarchiveMacros = endpoint({
  route: "PUT /macros/unarchive",
  label: "Unarchive Macros",
  description:
    "Bring archived macros back, so that agents see them again. Where an entry of the answer has an error, its macro stays archived.",
  guidance:
    "Up to 30 in one call. An OAuth app may need the old scope write:all for it. Returns { data } with { id, status, error } for each: look for errors, because the call fails only when all of them failed. data is empty when Gorgias says nothing of each.",
  inputs: { ids: macroIds("bring back") },
  returns: macroOutcomes,
  answer: (answered, _, gorgias, tried) =>
    outcomesOf(answered, "PUT /api/macros/unarchive", "unarchived", gorgias, tried),
});
