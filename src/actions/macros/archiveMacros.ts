import { macroIds } from "../../inputs/macros";
import { macroOutcomes } from "../../schemas/macro";
import { endpoint } from "../endpoint";
import { outcomesOf } from "./outcomes";

export const archiveMacros = endpoint({
  route: "PUT /macros/archive",
  label: "Archive Macros",
  description:
    "Archive macros: agents no longer see them. Where an entry of the answer has an error, its macro was not archived.",
  guidance:
    "Up to 30 in one call; {unarchiveMacros} brings them back. Returns { data } with { id, status, error } for each: look for errors, because the call fails only when all of them failed. data is empty when Gorgias says nothing of each.",
  inputs: { ids: macroIds("archive") },
  returns: macroOutcomes,
  answer: (answered, _, gorgias, tried) =>
    outcomesOf(answered, "PUT /api/macros/archive", "archived", gorgias, tried),
});
