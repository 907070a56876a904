import { earlier } from "../earlier";
import type { Stop } from "./stop";

/** Tags, which the tour merges and deletes again, and those of its ticket. */
export const tags: readonly Stop[] = [
  { action: "createTag", inputs: { name: "tour-parcel", color: "#0693E3" } },
  { action: "getTag", inputs: { id: earlier("createTag", "id") } },
  {
    action: "updateTag",
    inputs: { id: earlier("createTag", "id"), description: "Where a parcel is." },
  },
  { action: "createTag", inputs: { name: "tour-package" } },
  {
    action: "addTicketTags",
    inputs: { ticket_id: earlier("createTicket", "id"), ids: [earlier("createTag", "id")] },
  },
  {
    action: "mergeTags",
    inputs: {
      destination_tag_id: earlier("updateTag", "id"),
      source_tags_ids: [earlier("createTag", "id")],
    },
  },
  { action: "listTicketTags", inputs: { ticket_id: earlier("createTicket", "id") } },
  { action: "createTag", inputs: { name: "tour-delay" } },
  {
    action: "setTicketTags",
    inputs: {
      ticket_id: earlier("createTicket", "id"),
      ids: [earlier("updateTag", "id"), earlier("createTag", "id")],
      names: ["tour"],
    },
  },
  {
    action: "removeTicketTags",
    inputs: { ticket_id: earlier("createTicket", "id"), names: ["tour-delay"] },
  },
  { action: "listTags", inputs: { order_by: "usage:desc,name:desc", limit: "5" } },
  { action: "deleteTags", inputs: { ids: [earlier("createTag", "id")] } },
  { action: "deleteTag", inputs: { id: earlier("updateTag", "id") } },
];
