import type { ActionGroup } from "../action";
import { archiveMacros } from "./archiveMacros";
import { createMacro } from "./createMacro";
import { deleteMacro } from "./deleteMacro";
import { getMacro } from "./getMacro";
import { listMacros } from "./listMacros";
import { unarchiveMacros } from "./unarchiveMacros";
import { updateMacro } from "./updateMacro";

/** Actions on macros. */
export const macros: ActionGroup = {
  title: "Macros",
  actions: {
    listMacros,
    getMacro,
    createMacro,
    updateMacro,
    deleteMacro,
    archiveMacros,
    unarchiveMacros,
  },
};
