import { earlier } from "../earlier";
import type { Stop } from "./stop";

/** A macro, which the tour deletes again. */
export const macros: readonly Stop[] = [
  {
    action: "createMacro",
    inputs: {
      name: "Tour: the parcel is late",
      body_text: "Hello! Your parcel is on its way.",
      body_html: "<div>Hello! Your parcel is on its way.</div>",
      tags: ["tour"],
      language: "en",
    },
  },
  { action: "getMacro", inputs: { id: earlier("createMacro", "id") } },
  {
    action: "updateMacro",
    inputs: { id: earlier("createMacro", "id"), priority: "high", intent: "shipping/status" },
  },
  { action: "archiveMacros", inputs: { ids: [earlier("createMacro", "id")] } },
  { action: "listMacros", inputs: { archived: "true" } },
  { action: "unarchiveMacros", inputs: { ids: [earlier("createMacro", "id")] } },
  { action: "deleteMacro", inputs: { id: earlier("createMacro", "id") } },
];
