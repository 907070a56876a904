import type { JsonObject } from "../../client/json";
import type { Values } from "../../fields/field";
import type { teamFields } from "../../inputs/teams";
import { withAdditionalFields } from "../endpoint";

interface Members {
  readonly members: readonly number[] | undefined;
}

/**
 * The body of a new or changed team: its emoji wins over what the decoration says.
 *
 * @param values its members by ID, who replace all that the team has
 */
export function teamBody({
  emoji,
  decoration,
  members,
  ...rest
}: JsonObject & Members & Values<Pick<typeof teamFields, "emoji" | "decoration">>): JsonObject {
  return withAdditionalFields({
    ...rest,
    decoration: emoji === undefined ? decoration : { ...decoration, emoji },
    members: members?.map((id) => ({ id })),
  });
}
