import { isoFromMicros } from "../clock";
import type { Shop } from "../shop";
import type { Team } from "../shop/records/team";

/** A team in passing. */
export function teamBrief(team: Team) {
  return { id: team.id, name: team.name, decoration: team.decoration };
}

/** A team with its members. */
export function teamShape(shop: Shop, team: Team) {
  return {
    ...teamBrief(team),
    uri: `/api/teams/${team.id}/`,
    description: team.description,
    members: team.memberIds.flatMap((id) => {
      const user = shop.users.get(id);
      if (user === undefined) return [];
      const { id: userId, name, email, meta } = user;
      return { id: userId, name, email, meta };
    }),
    created_datetime: isoFromMicros(team.created_datetime),
  };
}
