import { failure, run } from "../support/steps";
import { gorgias, page, useWire } from "../support/wire";

useWire();

const members = [
  { id: 1, name: "Sam", email: "sam@example.com", meta: null },
  { id: 2, name: "Nora", email: "nora@example.com", meta: { name_set_via: "agent" } },
];
const team = {
  id: 42,
  uri: "/api/teams/42/",
  name: "Shipping",
  description: null,
  decoration: { emoji: "📦" },
  members,
  created_datetime: "2024-11-14T13:56:16.494726+00:00",
};

const isRead = () => gorgias().get("/api/teams/42").reply(200, team);

const isChanged = (body: object) =>
  gorgias()
    .put("/api/teams/42", (sent) => {
      expect(sent).toEqual(body);
      return true;
    })
    .reply(202, team);

it("Create Team sends members as objects with an id, and the emoji within the decoration", async () => {
  gorgias()
    .post("/api/teams", {
      name: "VIP",
      decoration: { emoji: "⭐" },
      members: [{ id: 1 }, { id: 2 }],
    })
    .reply(201, team);
  await expect(run("createTeam", { name: "VIP", emoji: "⭐", members: "1, 2" })).resolves.toEqual(
    team,
  );
});

it("a team as it came back goes into Create Team and Update Team", async () => {
  gorgias()
    .post("/api/teams", {
      name: "Shipping",
      decoration: { emoji: "📦" },
      members: [{ id: 1 }, { id: 2 }],
    })
    .reply(201, team);
  await run("createTeam", { ...team, members: JSON.stringify(members) });
  isRead();
  isChanged({
    name: "Shipping",
    decoration: { emoji: "📦" },
    members: [{ id: 1 }, { id: 2 }],
  });
  await run("updateTeam", team);
});

it("List Teams orders by name", async () => {
  gorgias()
    .get("/api/teams?order_by=name%3Aasc")
    .reply(200, page([team]));
  await expect(run("listTeams", { order_by: "name:asc" })).resolves.toEqual(page([team]));
});

it("Delete Team answers what it deleted", async () => {
  gorgias().delete("/api/teams/42").reply(204);
  await expect(run("deleteTeam", { id: 42 })).resolves.toEqual({ id: 42, deleted: true });
});

describe("Update Team", () => {
  it("does not read the team where nothing changes about its members", async () => {
    isChanged({ name: "Parcels", decoration: { emoji: "🚚", color: "x" } });
    await run("updateTeam", {
      id: 42,
      name: "Parcels",
      emoji: "🚚",
      decoration: { emoji: "📦", color: "x" },
    });
  });

  it.each([
    ["adds", { members: "3, 1" }, [1, 2, 3]],
    [
      "adds whom an earlier step returned",
      { members: { data: [{ id: "3", name: "Mei" }] } },
      [1, 2, 3],
    ],
    ["takes out", { removeMembers: [members[0]] }, [2]],
    ["takes out everybody", { removeMembers: [1, 2] }, []],
    ["does both", { members: [4], removeMembers: "2" }, [1, 4]],
  ])("%s, and everybody else stays", async (_, changes, expected) => {
    isRead();
    isChanged({ members: expected.map((id) => ({ id })) });
    await run("updateTeam", { id: 42, ...changes });
  });

  it("reads a team that has no members yet", async () => {
    for (const none of [[], null, [null]]) {
      gorgias().get("/api/teams/42").reply(200, { id: 42, name: "Shipping", members: none });
      isChanged({ members: [{ id: 3 }] });
      await run("updateTeam", { id: 42, members: 3 });
    }
  });

  it("knows members whose IDs came as text", async () => {
    const there = { ...team, members: [{ id: "3" }, { id: "4" }] };
    gorgias().get("/api/teams/42").reply(200, there);
    isChanged({ members: [{ id: 4 }, { id: 5 }] });
    await run("updateTeam", { id: 42, members: [4, 5], removeMembers: [3] });
  });

  it.each([
    ["{}", "Gorgias answered without members. What is there would be lost with the change."],
    [
      '{ "members": [{ "id": 1 }, { "name": "Sam" }] }',
      "one of the members has no ID that can be sent back.",
    ],
    ['{ "members": [{ "id": null }] }', "one of the members has no ID that can be sent back."],
    [
      '{ "members": [{ "id": 12345678901234567890 }] }',
      "one of the members has no ID that can be sent back.",
    ],
  ])("changes nothing where the team is %s", async (answer, problem) => {
    gorgias().get("/api/teams/42").reply(200, answer, { "content-type": "application/json" });
    const { message } = await failure("updateTeam", { id: 42, members: 3 });
    expect(message).toBe(`GET /api/teams/42: ${problem} Nothing was changed.`);
  });

  it("makes members the whole set without reading the team", async () => {
    isChanged({ members: [{ id: 3 }] });
    await run("updateTeam", { id: 42, members: 3, replaceMembers: true });
  });

  it("changes nothing where the team is gone", async () => {
    gorgias()
      .get("/api/teams/42")
      .reply(404, { error: { msg: "Team 42 not found." } });
    const { message } = await failure("updateTeam", { id: 42, members: 3 });
    expect(message).toMatch(/^GET \/api\/teams\/42: Gorgias answered 404: Team 42 not found\./);
  });

  it.each([
    [
      { members: "1, 2, 3", removeMembers: "3, 2" },
      "Remove Members: has 2, 3 in it, and so has Members. Take it out of one of the two.",
    ],
    [{ replaceMembers: true }, "Replace Members: needs Members beside it, or nobody would stay."],
    [
      { members: "1", removeMembers: "2", replaceMembers: true },
      "Remove Members: cannot be combined with Replace Members, which takes out everybody else.",
    ],
  ])("refuses %j", async (changes, message) => {
    await expect(failure("updateTeam", { id: 42, ...changes })).resolves.toMatchObject({ message });
  });
});
