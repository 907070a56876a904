import type { GorgiasClient } from "../../client";
import { pathOf } from "../../client/address";
import type { Values } from "../../fields/field";
import type { Refuser } from "../../fields/readInputs";
import type { memberChanges } from "../../inputs/teams";
import { readBefore } from "../before";

type Changes = Values<typeof memberChanges>;

/** Refuses changes to a team's members that contradict each other, or would empty it by mistake. */
export function checkMembers(
  { members, removeMembers, replaceMembers }: Changes,
  { refuse, nameOf }: Refuser<typeof memberChanges>,
): void {
  if (replaceMembers && members === undefined) {
    refuse("replaceMembers", `needs ${nameOf("members")} beside it, or nobody would stay.`);
  } else if (replaceMembers && removeMembers !== undefined) {
    refuse(
      "removeMembers",
      `cannot be combined with ${nameOf("replaceMembers")}, which takes out everybody else.`,
    );
  }
  const both = members?.filter((id) => removeMembers?.includes(id)) ?? [];
  if (both.length > 0) {
    refuse(
      "removeMembers",
      `has ${both.join(", ")} in it, and so has ${nameOf("members")}. Take it out of one of the two.`,
    );
  }
}

/**
 * Everybody who is to be in a team. Gorgias replaces all of them (docs/gorgias-api.md, "Teams"), so
 * those who are in it are read first.
 *
 * @returns undefined where nothing changes
 */
export async function changedMembers(
  gorgias: GorgiasClient,
  id: number,
  { members = [], removeMembers = [], replaceMembers }: Changes,
): Promise<readonly number[] | undefined> {
  if (members.length === 0 && removeMembers.length === 0) {
    return undefined;
  }
  const there = replaceMembers ? [] : await membersOf(gorgias, id);
  const stay = there.filter((one) => !removeMembers.includes(one));
  return [...new Set([...stay, ...members])];
}

async function membersOf(gorgias: GorgiasClient, id: number): Promise<readonly number[]> {
  const before = await readBefore(gorgias, pathOf("/teams/{id}", { id }));
  return before.objects("members").map((one) => {
    // An ID can come as text.
    const member = typeof one.id === "string" ? Number(one.id) : one.id;
    if (!Number.isSafeInteger(member) || Number(member) < 1) {
      throw before.refusal("one of the members has no ID that can be sent back.");
    }
    return Number(member);
  });
}
