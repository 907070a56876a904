import type { ActionGroup } from "../action";
import { createWidget } from "./createWidget";
import { deleteWidget } from "./deleteWidget";
import { getWidget } from "./getWidget";
import { listWidgets } from "./listWidgets";
import { updateWidget } from "./updateWidget";

/** Actions on widgets. */
export const widgets: ActionGroup = {
  title: "Widgets",
  actions: { listWidgets, getWidget, createWidget, updateWidget, deleteWidget },
};
