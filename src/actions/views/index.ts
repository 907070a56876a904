import type { ActionGroup } from "../action";
import { createView } from "./createView";
import { deleteView } from "./deleteView";
import { getView } from "./getView";
import { listViewItems } from "./listViewItems";
import { listViews } from "./listViews";
import { searchViewItems } from "./searchViewItems";
import { updateView } from "./updateView";

/** Actions on views and the tickets that they show. */
export const views: ActionGroup = {
  title: "Views",
  actions: {
    listViews,
    getView,
    createView,
    updateView,
    deleteView,
    listViewItems,
    searchViewItems,
  },
};
