import { toggle } from "../fields/choice";
import { told } from "../fields/field";
import { ids } from "../fields/list";
import { tagNames } from "./tags";

/**
 * The tags of a ticket, by ID, by name or by both.
 *
 * @param what reads on from "the tags": `to add`
 */
export function ticketTagInputs(what: string) {
  return {
    ids: told(
      `The IDs of the tags ${what}.`,
      ids({
        label: "Tag IDs",
        dataSource: "selectTagId",
        example: "1151716",
        comments: `The IDs of the tags ${what}. Tag Names can stand in their place or beside them.`,
      }),
    ),
    names: tagNames({
      label: "Tag Names",
      example: "shipping",
      comments: `The names of the tags ${what}. Capital letters count.`,
    }),
  };
}

/** Whether all tags are taken off a ticket. */
export const removeAll = toggle({
  label: "Remove All",
  comments:
    "Takes all tags off the ticket. Only for that: Tag IDs and Tag Names have to be left blank then.",
});
