import * as z from "zod/mini";
import { toggle } from "../fields/choice";
import { clearable, required } from "../fields/field";
import { json } from "../fields/json";
import { ids } from "../fields/list";
import { id } from "../fields/number";
import { text } from "../fields/text";

/** The team to read, change or delete. */
export const teamId = required(
  id({
    label: "Team ID",
    dataSource: "selectTeam",
    example: "5101",
    comments: "The ID of the team.",
  }),
);

/** The name of a team. */
export const teamName = text({
  label: "Name",
  example: "Shipping",
  comments: "The team's name.",
});

const decoration = () => z.looseObject({ emoji: z.nullish(z.string()) });

/** What else can be set on a team, beside its members. */
export const teamFields = {
  description: clearable(
    text({
      label: "Description",
      example: "Everything about parcels.",
      comments: "What the team does.",
    }),
  ),
  emoji: clearable(
    text({
      label: "Emoji",
      example: "📦",
      comments: "An emoji in front of the team's name. It wins over Decoration.",
    }),
    null,
    "decoration",
  ),
  decoration: clearable(
    json(decoration, {
      label: "Decoration",
      example: '{ "emoji": "📦" }',
      comments: "How the team looks in Gorgias, as JSON. For the emoji alone, use Emoji.",
    }),
  ),
};

function users(label: string, comments: string) {
  return ids({ label, comments, dataSource: "selectUser", example: "400746608" });
}

/** The members of a new team. */
export const newMembers = users(
  "Members",
  "The IDs of the users in the team. Users as an earlier step returned them work, too.",
);

/** Who is in a team that exists. */
export const memberChanges = {
  members: users(
    "Members",
    "The IDs of users to add to the team. Those who are in it stay, unless Replace Members is on. Users as an earlier step returned them work, too.",
  ),
  removeMembers: users(
    "Remove Members",
    "The IDs of users to take out of the team. The users themselves stay.",
  ),
  replaceMembers: toggle({
    label: "Replace Members",
    comments: "Makes Members all that the team has: everybody else is taken out of it.",
  }),
};
